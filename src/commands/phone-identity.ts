// What the doors of the house say and read at phones that several persons use, in content's words.
import type { Person } from '../domain/roster.ts';
import { leavesPhone } from '../engine/answers/people/identity-words.ts';
import { renderText } from '../mentoring/render-text.ts';
import type { Program } from '../program/program.ts';
import type { RuntimeParts } from '../runtime/runtime.ts';

type Identity = NonNullable<RuntimeParts['identity']>;
type PersonOf = (id: string) => Pick<Person, 'name' | 'calledAs'> | undefined;
export type IdentityBinder = (personOf: PersonOf) => Identity;

export const bindIdentity =
  (program: Program): IdentityBinder =>
  (personOf) =>
    phoneIdentity(program, personOf);

/** `personOf`: whoever is looked for is in the roster. */
export function phoneIdentity(program: Program, personOf: PersonOf): Identity {
  return {
    saysLeaving: leavesPhone,
    sayKnock(id, urgent) {
      const { name = '', calledAs = '' } = personOf(id) ?? {};
      return renderText(program.texts[urgent ? 'canales.toque-urgente' : 'canales.toque'] ?? '', () => calledAs || name);
    },
  };
}
