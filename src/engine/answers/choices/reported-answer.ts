// "Me dijo que sí": what the caregiver answered, among a yes and a no.
import type { PreparedOption } from './option-words.ts';

const told =
  /^(?:ya )?(?:(?:eya|la maestra) )?(?:ya )?(?:me )?(?:dijo|kontesto|respondio) ke (si|no)(?: kiso| kiere| asepta| asepto| kon gusto| enkantada)?$/;

/** The id of the only option that begins with that answer, where another begins with its opposite. */
export function reportedAnswer(list: readonly string[], options: readonly PreparedOption[]): string | undefined {
  const answer = told.exec(list.join(' '))?.[1];
  if (answer === undefined) return undefined;
  const opens = ({ names: [name = []] }: PreparedOption, word: string): boolean => name[0] === word;
  const [one, more] = options.filter((option) => opens(option, answer));
  const opposite = options.some((option) => opens(option, answer === 'si' ? 'no' : 'si'));
  return one && !more && opposite ? one.id : undefined;
}
