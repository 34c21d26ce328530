// Which iteration a date belongs to, and which themes and instruments it works with.
import type { AgeGroup, Theme } from '../domain/mentoring-cycle.ts';
import { themes } from '../domain/mentoring-cycle.ts';
import type { Instrument, Iteration } from '../program/content-schema.ts';
import type { Program } from '../program/program.ts';

export function iterationOn(program: Program, date: string): Iteration | undefined {
  return program.programme.iterations.find((iteration) => iteration.from <= date && date <= iteration.to);
}

/** Outside any iteration every theme may be worked on. */
export function themesOn(program: Program, date: string): Theme[] {
  return iterationOn(program, date)?.themes ?? [...themes];
}

export function instrumentFor(program: Program, iterationId: string, theme: Theme, ageGroup: AgeGroup): Instrument | undefined {
  const iteration = program.programme.iterations.find(({ id }) => id === iterationId);
  const named = iteration?.instruments[theme]?.[ageGroup];
  if (named && program.instruments[named]) return program.instruments[named];
  return Object.values(program.instruments).find((instrument) => instrument.theme === theme && instrument.ageGroup === ageGroup);
}
