// Who says that she is at a phone that several persons use: "soy Lupe", "la 2", "cambiar de persona", "salir".
import { plain } from '../words/text-forms.ts';
import { readCaregiverName } from './caregiver-name.ts';

interface Named {
  id: string;
  name: string;
  calledAs: string;
}

const before =
  /^(?:(?:hola|buenas|buenos|dias|tardes|noches|aqui|ahora|ya|soy|habla|es|la|el|yo|maestra|mtra|miss|seno|con|le)\s+)+/;
const leaving =
  /^(?:(?:ya |quiero |ahora )?(?:salir|salgo|me salgo|cerrar sesion|cambiar de persona|cambio de persona|cambia de persona|otra persona|va a escribir otra|ya termine aqui)|no soy yo|no soy (?:ella|esa))(?: por favor| porfa| gracias)?$/;

/** Undefined where nobody, or nobody for certain, is named. `offered`: ids in the order in which they were shown. */
export function personSaid(text: string, who: readonly Named[], offered: readonly string[] = []): string | undefined {
  const said = plain(text);
  const number = /^(?:(?:soy )?(?:la|el) )?(\d{1,2})$/.exec(said)?.[1];
  if (number !== undefined) return offered[Number(number) - 1];
  const label = who.find(({ name, calledAs }) => plain(calledAs) === said || plain(name) === said);
  if (label !== undefined) return label.id;
  const bare = said.replace(before, '');
  // How she is called is how she signs: "maestra Lupe" before "Guadalupe".
  const called = readCaregiverName(
    bare,
    who.map(({ id, calledAs }) => ({ id, name: plain(calledAs).replace(before, '') })),
  );
  const named = called.kind === 'understood' ? called : readCaregiverName(bare, who);
  const found = named.kind === 'understood' ? who.find(({ id }) => id === named.value) : undefined;
  // A short form or a slip of the finger, and else nothing but her name: a sentence may name anybody.
  const hers = new Set(plain(`${found?.name} ${found?.calledAs}`).split(' '));
  return bare.split(' ').filter((word) => !hers.has(word)).length <= 1 ? found?.id : undefined;
}

/** Somebody else takes the phone. */
export const leavesPhone = (text: string, who: readonly Named[]): boolean =>
  leaving.test(plain(text)) || (/^(?:hola |ahora |ya )?soy /.test(plain(text)) && personSaid(text, who) !== undefined);
