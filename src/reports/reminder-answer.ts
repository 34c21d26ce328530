// «recordatorios de Lupe»: the ledger of one mentor, for who accompanies her or runs the programme.
import type { LookUpResult } from '../domain/look-up.ts';
import type { Person } from '../domain/roster.ts';
import { defaultZone } from '../domain/roster.ts';
import { ledgerText } from '../mentoring/reminder-rows.ts';
import type { LookUpAnswerParts } from './answer-look-up.ts';
import { namedMentors } from './mentor-answer.ts';
import { standingTexts } from './standing-texts.ts';

const mostNamed = 5;

export async function answerReminders(
  { store, program, now }: Pick<LookUpAnswerParts, 'store' | 'program' | 'now'>,
  asker: Person,
  said: string,
): Promise<LookUpResult> {
  const t = standingTexts(program);
  const found = (text: string): LookUpResult => ({ kind: 'found', text });
  if (said.trim() === '') return found(t.text('avisos.de-quien'));
  const { mentors } = await namedMentors(store, asker, said);
  const [mentor, ...others] = mentors;
  if (!mentor) return found(t.text('avisos.de-quien'));
  if (others.length > 0) {
    const names = mentors.slice(0, mostNamed).map(({ name, centreId }) => [name, centreId].filter(Boolean).join(' '));
    return found(t.text('avisos.de-cual', { names: names.join(', ') }));
  }
  const state = await store.readState(mentor.id);
  const ledger = {
    rows: mentor.consent?.given === true ? (state?.reminders ?? []) : [],
    caregivers: state?.caregivers ?? [],
    zone: state?.centre?.zone ?? defaultZone,
    now: now(),
  };
  return found(ledgerText(t, ledger, mentor.name));
}
