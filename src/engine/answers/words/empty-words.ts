// Hears that an answer in her own words says nothing yet ("todo bien", "ps nada", "normal"), and what of it does.
import { plain } from './text-forms.ts';

const saysNothing = new Set(
  'pues ps pos pz bien bn todo toda nada nadita ninguno ninguna normal ok okey si no se la el lo verdad muy estuvo estubo fue le salio quedo excelente perfecto super mas creo que q k por ahora momento aparte asi tranquilo tranquila igual de en y ahi'.split(
    ' ',
  ),
);
const telling = /\b(bien|bn|nada|nadita|ningun[oa]|normal|excelente|perfecto|igual|ok|okey|tranquil[oa]|no)\b/;

/** "Todo bien", "ps nada": no word of what happened. */
export function isEmptyAnswer(text: string): boolean {
  const said = plain(text);
  return telling.test(said) && said.split(' ').every((word) => saysNothing.has(word));
}

/** The lines that say something, where at least one does. */
export function tellingLines(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const kept = lines.filter((line) => !isEmptyAnswer(line));
  return kept.length ? kept.join('\n') : text;
}

/** "Y también se apura", "ah y no los mira", "nada pues que se apura": more of what was told before, not an answer to what is asked now. */
const goesOn =
  /^\s*(?:(?:ay|ah|a|eh|no|oiga|bueno|este|pues|ps)[ ,]+)*(?:(?:y|pero|tambi[eé]n|tmb|tb|adem[aá]s|aparte|o ?sea|es que|porque|xq|pq|dice que|dijo que|(?:me|nos) dijo|(?:me|nos) dice)[ ,]+|nada[ ,]+(?:pues|ps|m[aá]s|que|q|k)\b)/i;
const contrast = /^\s*(?:(?:ay|ah|bueno|pues|ps)[ ,]+)*pero\b/i;
const fewestWords = 3;

export const goesOnTelling = (text: string): boolean =>
  goesOn.test(text) && text.trim().split(/\s+/).length >= fewestWords && !/[?¿]/.test(text);

/** "Pero no les dio tiempo": also how one may begin to say what can improve. */
export const beginsWithContrast = (text: string): boolean => contrast.test(text);
