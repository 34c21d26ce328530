// What a checklist run shows: what already happens, what can grow, and one focus. Never a sum, never a grade.
import type { ChecklistItem, Instrument, Scale } from '../program/content-schema.ts';

export interface ChecklistProfile {
  /** The highest first. */
  strengths: ChecklistItem[];
  /** The lowest first. */
  toGrow: ChecklistItem[];
  /** No chance arose, or it was skipped: never counted as low. */
  unseen: ChecklistItem[];
  /** The lowest item in the order of the instrument; undefined where nothing was rated. */
  focus: ChecklistItem | undefined;
}

export function scaleOf(item: ChecklistItem, instrument: Instrument, scales: Readonly<Record<string, Scale>>): Scale {
  const scale = scales[item.scale ?? instrument.scale];
  if (!scale) throw new Error(`item ${item.code} has no scale`);
  return scale;
}

export function checklistProfile(
  instrument: Instrument,
  scales: Readonly<Record<string, Scale>>,
  ratings: Readonly<Record<string, string>>,
): ChecklistProfile {
  const profile: ChecklistProfile = { strengths: [], toGrow: [], unseen: [], focus: undefined };
  const rated = new Map<ChecklistItem, number>();
  let lowest = Number.POSITIVE_INFINITY;
  for (const item of instrument.items) {
    const values = scaleOf(item, instrument, scales).values;
    const value = values.find(({ key }) => key === ratings[item.code])?.value ?? null;
    if (value === null) {
      profile.unseen.push(item);
      continue;
    }
    const middle = (Math.min(...counted(values)) + Math.max(...counted(values))) / 2;
    rated.set(item, value);
    (value > middle ? profile.strengths : profile.toGrow).push(item);
    if (value < lowest) {
      lowest = value;
      profile.focus = item;
    }
  }
  const ratingOf = (item: ChecklistItem): number => rated.get(item) ?? 0;
  profile.strengths.sort((a, b) => ratingOf(b) - ratingOf(a));
  profile.toGrow.sort((a, b) => ratingOf(a) - ratingOf(b));
  return profile;
}

const counted = (values: Scale['values']): number[] => values.flatMap(({ value }) => (value === null ? [] : [value]));
