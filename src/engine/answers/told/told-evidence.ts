// What a report of an observation tells beside its facts: what worked, and behind a "pero" what can improve.
import { plain } from '../words/text-forms.ts';

export interface ToldEvidence {
  worked?: string;
  improve?: string;
}

/** A piece that tells when, how long or how it was, or only that it was. */
const factual =
  /\b(?:\d+ ?(?:min|minutos?|mins|hrs?|horas?)|minutos?|minutitos|media hora|una hora|con notas|tome notas|notas|video|grabe|grabo|modele|sin modelar|ya (?:la )?(?:observe|hice|vi|platique)|ayer|antier|hoy|el (?:lunes|martes|miercoles|jueves|viernes)|en la (?:comida|manana|siesta))\b/g;
const idle =
  /\b(?:y|si|no|la|el|a|de|con|en|que|fue|fueron|como|unos|unas|maestra|mtra|miss|ya|su|sala|observacion|lista|pues|ahi|nada|mas|muy|todo|bien|veinte|quince|diez|treinta|veinticinco|listo|gracias|ok|hola|buenas|tardes|dias|oiga|hice|observe|otra|vez|tambien|las|los|durante|comida|hora|cambio|panal|filtro|siesta)\b/g;
const turning =
  /(?:^|[,.;\s])(?:pero|aunque|nom[aá]s que|nada m[aá]s que|lo [uú]nico|le falt[oó]|le falta|lo que (?:le )?falta|a mejorar)\b[,:\s]*/i;
const fewestWords = 4;

/** She tells of herself: that she observed, took notes, wants something. */
const ofHerself =
  /^(?:(?:buenas tardes|buenos dias|hola|oiga|mire|fijese|pues|ya|si|hoy|ayer|el \w+|ahorita|perdon|bueno|y|que) )*(?:(?:la|lo|le) )?(?:observe|vi|mire|hice|fui|estuve|pude|tome|anote|apunte|use|llene|quiero|queria|quisiera|necesito|ocupo|termine|acabe|voy)\b/;
/** What somebody else did, or how it went. */
const ofOthers = /\b(?:se|les|le|los|las) [a-z]+(?:o|aron|ieron|aba|aban|ia|ian)\b|\b[a-z]{3,}(?:aron|ieron|aban|ian)\b/;
const mostOfHerself = 24;

function tells(piece: string, name: string): boolean {
  const said = plain(piece);
  const announces =
    ofHerself.test(said) && said.split(' ').length <= mostOfHerself && !/\bque (?:se|les|le|los|las|lo|la)\b/.test(said);
  if (announces && !ofOthers.test(said.replace(ofHerself, ' '))) return false;
  const left = plain(piece)
    .replace(new RegExp(`\\b${plain(name)}\\b`, 'g'), ' ')
    .replace(factual, ' ')
    .replace(idle, ' ');
  return left.split(/\s+/).filter((word) => word.length > 2).length >= fewestWords - 2;
}

/** How she felt, what was said, what the two agreed: before it stand only the day and the minutes. */
const ofTheTalk =
  /\b(?:dijo|dice|conto|comento|comenta|expreso|sintio|siente|senti|reconoci\w*|le (?:dije|sugeri|propuse)|quedamos en|quedo en|acordamos|va a|se (?:puso|emociono|animo)|lloro|le (?:gusto|costo|preocupa|da)|cree|piensa|nervios\w+|content\w+|feliz|tranquila|a gusto|preocupad\w+|emocionad\w+)\b/;

/** What a report of a talk tells beside its facts: what the caregiver said, and what the two agreed. */
export function readToldTalk(text: string, name: string): string {
  const all = text.split(/(?<=[.;\n])\s*|,\s*/).filter((piece) => piece.trim() !== '');
  const from = all.findIndex((piece) => ofTheTalk.test(plain(piece)));
  const pieces = from < 0 ? [] : all.slice(from).filter((piece) => tells(piece, name));
  const told = pieces
    .join(', ')
    .replace(/[.,;\s]+$/, '')
    .trim();
  return told.split(/\s+/).length >= fewestWords ? told : '';
}

/** Pieces are what stands between commas and full stops; those that hold only facts are left out. */
export function readToldEvidence(text: string, name: string): ToldEvidence {
  const at = turning.exec(text);
  const cut = at ? at.index : text.length;
  const part = (words: string): string =>
    words
      .split(/(?<=[.;\n])\s*|,\s*/)
      .filter((piece) => piece.trim() !== '' && tells(piece, name))
      .join(', ')
      .replace(/[.,;\s]+$/, '')
      .trim();
  const worked = part(text.slice(0, cut));
  const improve = at ? part(text.slice(cut).replace(/^[,.;\s]*(?:pero|aunque)[,\s]*/i, '')) : '';
  const enough = (words: string): boolean => words.split(/\s+/).length >= fewestWords;
  return { ...(enough(worked) ? { worked } : {}), ...(enough(improve) ? { improve } : {}) };
}
