// Finds which caregiver a sentence names, with accents, typing errors and the usual short forms of Mexican names.
import { distance } from 'fastest-levenshtein';
import { soundOf } from '../words/phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from '../words/reading.ts';
import { words } from '../words/text-forms.ts';
import { memoOfText } from '../words/text-memo.ts';

const shortForms: Readonly<Record<string, readonly string[]>> = {
  guadalupe: ['lupita', 'lupe', 'lupis', 'guada'],
  maria: ['mary', 'mari', 'maru', 'marita', 'mariquita', 'ma'],
  rosa: ['rosita', 'rosi', 'rosy', 'chita'],
  rosario: ['chayo', 'charo', 'chayito', 'chayis'],
  francisca: ['paquita', 'pancha', 'panchita', 'paca', 'fran'],
  concepcion: ['concha', 'conchita', 'cony'],
  consuelo: ['chelo', 'chelito'],
  dolores: ['lola', 'lolita'],
  josefina: ['josefa', 'pepa', 'pepita', 'fina', 'jose', 'chepina'],
  teresa: ['tere', 'teresita', 'terecita', 'teté'],
  leticia: ['lety', 'leti', 'letis'],
  patricia: ['paty', 'pati', 'patito', 'pato'],
  gabriela: ['gaby', 'gabi', 'gabita'],
  veronica: ['vero', 'verito'],
  alejandra: ['ale', 'alex', 'alejandrina', 'jandra'],
  isabel: ['chabela', 'chabe', 'isa', 'chabelita'],
  elizabeth: ['eli', 'ely', 'liz', 'elisa', 'betty', 'beth'],
  beatriz: ['bety', 'betty', 'beti'],
  margarita: ['mago', 'maguito', 'magui', 'maggy', 'rita'],
  esperanza: ['pera', 'lancha'],
  graciela: ['chela', 'gracielita', 'grace'],
  silvia: ['chivis', 'chiva', 'silvita'],
  yolanda: ['yola', 'yoli', 'yolis'],
  refugio: ['cuca', 'cuquita'],
  socorro: ['coco', 'coquito'],
  mercedes: ['meche', 'mechita'],
  jessica: ['jess', 'yesi', 'jesi'],
  yesenia: ['yesi', 'yes'],
  monica: ['moni', 'monis'],
  sandra: ['sandy', 'sandrita'],
  claudia: ['clau', 'claudita'],
  adriana: ['adri', 'nana', 'adris'],
  fernanda: ['fer', 'ferchis', 'nanda'],
  daniela: ['dani', 'danny'],
  carolina: ['caro', 'carito'],
  mariana: ['mari', 'marian'],
  marisol: ['mari', 'mary', 'sol'],
  maricela: ['mari', 'mary', 'marice'],
  susana: ['susy', 'susi', 'chana'],
  norma: ['normita'],
  ana: ['anita', 'any', 'anis'],
  carmen: ['carmelita', 'mela', 'carmencita'],
  martha: ['marthita', 'martita', 'tita'],
  juana: ['juanita', 'juanis'],
  luz: ['lucha', 'luchita', 'lucecita'],
  lucia: ['luchy', 'lucy', 'luci'],
  lourdes: ['lulu', 'lourditas'],
  araceli: ['ara', 'chely', 'cheli'],
  alicia: ['licha', 'lichita', 'ali', 'aly'],
  angelica: ['angie', 'geli', 'gelica'],
  rocio: ['chio', 'rochi'],
  karina: ['kari', 'kary'],
  victoria: ['vicky', 'viky'],
  virginia: ['vicky', 'viky', 'gina'],
  laura: ['lau', 'laurita', 'lala'],
  erika: ['eri', 'kika'],
  elena: ['nena', 'lena', 'elenita'],
};
const notNames = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'y',
  'miss',
  'maestra',
  'con',
  'ma',
  'mi',
  'el',
  'san',
  'santa',
  'sol',
  'ya',
  'no',
  'si',
  'su',
  'vi',
  'ver',
]);

const soundsOfShort = new Map<string, ReadonlySet<string>>(
  Object.entries(shortForms).map(([name, forms]) => [
    soundOf(name),
    new Set(forms.filter((form) => form.length > 2).map((form) => soundOf(words(form)[0] ?? form))),
  ]),
);

/** By a short form: the sets that hold it. */
const shelvesOfShort = new Map<string, ReadonlySet<string>[]>();
for (const forms of soundsOfShort.values())
  for (const form of forms) shelvesOfShort.set(form, [...(shelvesOfShort.get(form) ?? []), forms]);

/** 3 the same, 2 a short form, 1 a typing error, 0 another name. */
function alike(said: string, name: string): number {
  if (said === name) return 3;
  if (soundsOfShort.get(name)?.has(said) || soundsOfShort.get(said)?.has(name)) return 2;
  if (said.slice(0, 2) === name.slice(0, 2) && shelvesOfShort.get(said)?.some((forms) => forms.has(name))) return 2;
  if (isDiminutive(said, name) || isDiminutive(name, said)) return 2;
  const shortest = Math.min(said.length, name.length);
  if (shortest < 4 || said[0] !== name[0] || Math.abs(said.length - name.length) > 1) return 0;
  return distance(said, name) === 1 && shortest >= (said.length === name.length ? 5 : 4) ? 1 : 0;
}

/** "Normita", "Carmelita", "Luisita". */
function isDiminutive(small: string, name: string): boolean {
  const ending = /(?:s?it[ao]|i)s?$/.exec(small);
  if (!ending || small.length - ending[0].length < 3) return false;
  const stem = small.slice(0, small.length - ending[0].length);
  return name.startsWith(stem) && name.length - stem.length <= 2;
}

const nameParts = memoOfText(1_000, (text): readonly string[] =>
  words(text)
    .filter((part) => !notNames.has(part))
    .map(soundOf),
);

export function readCaregiverName(text: string, names: readonly { id: string; name: string }[]): Reading<string> {
  const said = nameParts(text).slice(0, 60);
  const scored = names.map(({ id, name }) => {
    const parts = nameParts(name);
    const best = parts.map((part) => Math.max(0, ...said.map((word) => alike(word, part))));
    // The given name weighs most; surnames decide between namesakes.
    const given = Math.max(best[0] ?? 0, ...best.slice(1, parts.length > 2 ? 2 : 1));
    return {
      id,
      given,
      sum: best.reduce((total, score) => total + score, 0),
      named: parts.filter((_, i) => (best[i] ?? 0) > 0).length,
    };
  });
  const anyPart = scored.filter((s) => s.sum > 0);
  if (anyPart.length === 0) return unclear;
  if (anyPart.length === 1)
    return (anyPart[0]?.sum ?? 0) > 1 || (anyPart[0]?.named ?? 0) > 1
      ? understood(anyPart[0]?.id ?? '')
      : judgeTypo(anyPart[0]?.id ?? '', said);
  return among(anyPart, said, names);
}

/** One letter off may be another person who is not on the list: offered, not taken. */
function judgeTypo(id: string, said: readonly string[]): Reading<string> {
  return said.some((word) => word.length >= 6) ? understood(id) : doubtful([id]);
}

function among(
  found: readonly { id: string; given: number; sum: number; named: number }[],
  said: readonly string[],
  names: readonly { id: string; name: string }[],
): Reading<string> {
  // When every word that names somebody names the same one best, it is she: "Ana López" beside "Ana Ruiz".
  const top = Math.max(...found.map((s) => s.sum));
  const best = found.filter((s) => s.sum === top);
  const others = found.filter((s) => s.sum < top);
  const winner = best.length === 1 ? best[0] : undefined;
  if (winner && others.every((s) => explainedBy(s.id, winner.id, said, names))) return understood(winner.id);
  return doubtful(
    [...found]
      .sort((a, b) => b.sum - a.sum)
      .slice(0, 6)
      .map((s) => s.id),
  );
}

/** Whether each word that fits the other fits the winner at least as well. */
function explainedBy(
  other: string,
  winner: string,
  said: readonly string[],
  names: readonly { id: string; name: string }[],
): boolean {
  const partsOf = (id: string): string[] =>
    words(names.find((n) => n.id === id)?.name ?? '')
      .filter((part) => !notNames.has(part))
      .map(soundOf);
  const [o, w] = [partsOf(other), partsOf(winner)];
  return said.every((word) => {
    const fit = Math.max(0, ...o.map((part) => alike(word, part)));
    return fit === 0 || Math.max(0, ...w.map((part) => alike(word, part))) >= fit;
  });
}
