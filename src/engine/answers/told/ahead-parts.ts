// Parts a long message of the welcome: what it tells of the course, of the hours of her phone and of her caregivers.
import { plain } from '../words/text-forms.ts';

export type AheadPart = 'course' | 'hours' | 'caregivers';

const course =
  /\b(?:el|del|mi) (?:curso|climss)\b|\bcurso (?:de(?: la)? )?(?:climss|imss|linea)\b|\bclimss\b|\bel de (?:las )?20 horas\b/;
const hours =
  /\b(?:(?:veo|ver|checo|checar|reviso|revisar|uso|usar|agarro|tengo|puedo|contesto|leo) (?:\w+ ){0,3}?(?:cel|celu|celular|telefono|fon|mensajes|whats\w*)|(?:mi|el) (?:cel|celu|celular|telefono) (?:lo|en|a|nomas|nada|solo|hasta)|(?:me (?:puede|pueden|puedes) (?:escribir|mandar)|escribame|escribanme|mandeme))\b/;
const caregivers =
  /\b(?:(?:trabajo|trabajar|trabajare|trabajando|acompano|acompanar|acompanare|voy a estar|estoy|estare|empiezo|empezar|empezare) (?:con|a)(?! (?:la lista|el celular|las \d))|mis maestras|las maestras (?:son|con)|tengo a (?:la )?(?:maestra |miss )?(?!las? \d)|(?:son|tengo) (?:dos|tres|cuatro|cinco|[2-9]) (?:maestras|companeras|asistentes|oficiales|educadoras))\b/;
/** Where a message without signs turns to something else. */
const turns =
  /[.;\n]+|,|(?<!\s)\s+(?=(?:y|pero|tambi[eé]n) (?:el|mi) (?:curso|climss|cel\w*|tel[eé]fono)\b)|(?<!\s)\s+(?=(?:el|mi|del) (?:curso|climss) (?:pues |ya |lo |no |todav[ií]a |voy |apenas |casi )+)|(?<!\s)\s+(?=(?:y )?(?:(?:yo )?(?:veo|puedo ver|checo|reviso|uso) mi (?:cel\w*|tel[eé]fono))\b)|(?<!\s)\s+(?=(?:y )?(?:trabajo|voy a trabajar|trabajar[eé]|acompa[nñ]o|voy a acompa[nñ]ar) (?:con|a)\b)|(?<!\s)\s+(?=(?:y )?mis maestras\b)/iu;

const sortOf = (clause: string): AheadPart | undefined => {
  const said = plain(clause);
  if (caregivers.test(said)) return 'caregivers';
  if (course.test(said)) return 'course';
  return hours.test(said) ? 'hours' : undefined;
};

/** Each part with the clauses that go on with it; what stands before the first of them belongs to `first`, or to nothing. */
export function partsAhead(text: string, first?: AheadPart): Map<AheadPart, string> {
  const parts = new Map<AheadPart, string>();
  if (/[?¿]/.test(text)) return parts;
  let sort = first;
  for (const whole of text.split(turns)) {
    const clause = (whole ?? '').replace(/^\s*y\s|\s+y\s*$/gi, ' ').trim();
    if (clause === '' || clause === 'y') continue;
    sort = sortOf(clause) ?? sort;
    if (sort === undefined) continue;
    const before = parts.get(sort);
    parts.set(sort, before === undefined ? clause : `${before}, ${clause}`);
  }
  return parts;
}
