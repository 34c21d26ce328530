// Her own words as a colleague would note them: no fillers around them, bubbles joined, a capital first, and nothing else changed.

/** Said while she thinks; some of these are words of their own where no comma or dots follow. */
const hesitating =
  '(?:pues|ps|pos|pz|ah+|ay|eh+|m{2,}|em{2,}|no pues|o ?sea(?: que)?|ja(?:ja)+|je(?:je)+)(?=[\\s,.…])[\\s,.…]*|(?:este+|est[eé]m|bueno|a ver|oiga|oye|mire|mira|f[ií]jese|ok|okey|va|sale)(?:\\s*[,.…]+\\s*|\\s+(?=(?:pues|ps|que|q|k|este|con (?:que|q|k))\\s))';
/** "Mejor q", "pues que con q", "y": how a sentence hangs on to the question. */
const hanging =
  '(?:y|e|pero|mejor (?:que|q|k)|(?:q|k|que) con (?:que|q|k)|con (?:que|q|k)|de (?:que|q|k)|(?:que|q|k)(?!\\s+(?:bonit|padre|chid|lind|buen|bien|ric|mal\\b|tan|hermos|emoci)))\\s+(?=\\S+\\s+\\S)';
/** "Ya lo platicamos y", "quedamos en que": how an agreement is told; what was agreed follows. */
const agreeing =
  '(?:(?:mire|oiga|oye|pues|ps|bueno)[\\s,]+)?(?:(?:ya )?(?:lo )?platicamos(?: ya)?(?: (?:ella|\\p{L}+) y yo)?(?:,| y)\\s+(?=\\S+\\s+\\S)|(?:quedamos(?: en)?|acordamos)\\s+(?:que|q|k)\\s+(?=\\S+\\s+\\S))';
/** "Nada, digo sí, un cuento": what she took back at once. */
const takenBack = '(?:nada|no|nop|ninguno),?\\s+(?:digo|perd[oó]n|ah no),?\\s+(?:s[ií],?\\s+)?(?=\\S+\\s+\\S)';
const leading = new RegExp(`^[\\s,.;:…*-]*(?:${agreeing}|${hesitating}|${hanging}|${takenBack})`, 'iu');
const trailing =
  /(?<![\s,;…-])[\s,;…-]+(?:(?:y (?:ya|eso)|ja(?:ja)+|je(?:je)+|eh|este|pues|ps|verdad|vdd)[\s,.…]*)$|,\s*creo[\s.]*$|(?<![\s,;…-])[\s,;…-]+$|\.{2,}$/iu;

const idleWord = /^(?:pues|ps|pos|pz|ah+|ay|eh+|m{2,}|este+|bueno|ja(?:ja)+|je(?:je)+|verdad|vdd)$/iu;
const idlePhrase = /\b(?:a ver|y ya|y eso)\b/giu;
/** Word by word: one pattern over all of them would run away on "mmmmm". */
const isIdle = (line: string): boolean =>
  line
    .replace(idlePhrase, 'pues')
    .split(/[\s,.…]+/)
    .every((word) => word === '' || idleWord.test(word));

/** Said to who listens, and nothing of the caregiver: "qué buena idea", "ya no me acuerdo de más", "sería todo". */
const toListener =
  /^(?:(?:ay|ah|uy|y|pero|pues|ps|bueno|oiga|mire)[\s,]+){0,3}(?:(?:qu[eé]|q|k) buena idea\b.{0,30}|me (?:gust[oó]|encant[oó]) (?:la|esa|su) idea\b.{0,30}|(?:ya )?no (?:me acuerdo|recuerdo|s[eé])(?: ya)?(?: (?:de|d|qu[eé]))? m[aá]s|(?:creo (?:que|q) )?(?:ya |eso )?(?:es|ser[ií]a) todo|(?:muchas )?gracias|perd[oó]n(?: la tardanza)?)[\s.!…]*$/iu;

/** Without the sentences that are said to the listener, where others are left. */
function withoutTalk(text: string): string {
  const parts = text.split(/(?<=[.!?…])(?=\s)|\n/);
  const told = parts.filter((part) => !toListener.test(part.trim()));
  if (told.length === parts.length || !told.some((part) => /[\p{L}\p{N}]/u.test(part))) return text;
  return told.map((part) => part.trim()).join('\n');
}

function bare(line: string): string {
  let text = line.trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(leading, '').replace(trailing, '').trim();
  }
  return /[\p{L}\p{N}]/u.test(text) ? text : line.trim();
}

const joining = new Set(
  'y e o u ni pero que para pa porque pq xq cuando mientras si con sin en a al de del por como aunque hasta desde despues después luego tambien también tmb ademas además sino donde'.split(
    ' ',
  ),
);
/** Words that no name begins with: a phone writes them large at the beginning of every bubble. */
const small = new Set([
  ...joining,
  ...'le la lo les los las se me no un una unos unas ella ellos ellas nos cada solo sólo ya'.split(' '),
]);
const shortBubble = 5;

const firstWord = (text: string): string => /^[\p{L}]+/u.exec(text)?.[0] ?? '';
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('es-MX') + text.slice(1);
const count = (text: string): number => text.split(/\s+/).length;

/** No comma stands before these. */
const goingOn = new Set('y e o u ni para pa porque pq xq'.split(' '));

function joined(before: string, next: string): string {
  if (/[.!?…]["»]?$/.test(before)) return `${before} ${capital(next)}`;
  if (/[,:;]$/.test(before)) return `${before} ${next}`;
  const word = firstWord(next);
  const known = word.toLocaleLowerCase('es-MX');
  if (!joining.has(known) && count(before) > shortBubble && count(next) > shortBubble) return `${before}. ${capital(next)}`;
  return `${before}${goingOn.has(known) ? '' : ','} ${small.has(known) ? next.charAt(0).toLocaleLowerCase('es-MX') + next.slice(1) : next}`;
}

/** A later bubble keeps the word by which it hangs on to the one before. */
function hangingOn(line: string): string {
  const [word = ''] = /^\p{L}+/u.exec(line) ?? [];
  if (!joining.has(word.toLocaleLowerCase('es-MX'))) return bare(line);
  const and = /^(?:[yeou]|ni|pero)\s+(?=\S)/iu.exec(line)?.[0] ?? '';
  return and === '' ? line.replace(trailing, '') : `${and}${bare(line.slice(and.length))}`;
}

/** One text of all her bubbles. */
export function ownWords(text: string): string {
  const lines = withoutTalk(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line, _, all) => /[\p{L}\p{N}]/u.test(line) && (all.length === 1 || !isIdle(line)));
  const [first, ...others] = lines;
  if (first === undefined) return text.trim();
  return capital(others.reduce((said, line) => joined(said, hangingOn(line)), bare(first)));
}

/** What she said before with what she adds. */
export const withMoreWords = (before: string, more: string): string => ownWords(`${before}\n${more}`);
