// Gentle catches of how a goal or feedback is worded: each may ask once for a better sentence, then hers stands.
import { withoutAccents } from '../domain/bare-words.ts';

const momentWords =
  /\b(comida|desayuno|colacion|cambio|panal|filtro|entrega|recepcion|llegada|entrada|salida|juego|patio|descanso|siesta|actividad|cuento|canto|cancion|lavado|lavarse|manos|aseo|bano|rutina|transicion|fila|asamblea|sala|dia|manana|tarde|semana)\b/;
/** "En la pintura", "a la hora de cantar", "al recibirlos": whatever it is called. */
const momentSaid =
  /\ben (?:la|el|las|los) (?!nin|beb|peque|maestr|mism|otr)[a-z]{4,}|\b(?:a la hora de|cuando|mientras|durante)\b|\bal [a-z]+(?:ar|er|ir)(?:l[aeo]s?|se)?\b/;
const amountWords =
  /\d|\b(un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cada|todas?|todos?|siempre|por lo menos|al menos|vez|veces|minutos?|mitad|diario|diaria)\b/;
const judging = /\b(es|esta|siempre es|muy) (fria|floja|seca|brusca|gritona|mala|grosera|desganada|apatica|indiferente)\b/;
const empty = /^(todo )?(muy )?(bien|perfecto|excelente|ok|padre|bonito)[ .!]*$/;
const leading = /\b(no cree que (deberia|debe|tendria)|deberia de|tiene que|debe de|porque no mejor|por que no mejor)\b/;
const manyPoints = /(\d[).-].*){4,}/s;

/** Domain rule: a goal names a moment and an amount, and is one. */
export function goalCouldBeClearer(text: string): boolean {
  const said = withoutAccents(text);
  return !((momentWords.test(said) || momentSaid.test(said)) && amountWords.test(said));
}

/** Supportive feedback without evidence ("todo muy bien") helps nobody. */
export function supportiveCouldBeClearer(text: string): boolean {
  const said = withoutAccents(text).trim();
  return empty.test(said) || said.split(/\s+/).length < 4;
}

/** Judging the person, an order dressed as a question, or many corrections at once. */
export function constructiveCouldBeKinder(text: string): boolean {
  const said = withoutAccents(text);
  return judging.test(said) || leading.test(said) || manyPoints.test(said);
}

export const wordingChecks: Readonly<Record<string, (text: string) => boolean>> = {
  'goal-clear': goalCouldBeClearer,
  'supportive-clear': supportiveCouldBeClearer,
  'constructive-kind': constructiveCouldBeKinder,
};
