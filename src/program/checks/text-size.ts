// How long a text is on her phone: its own words, and what usually stands for its placeholders.

import type { Program } from '../program.ts';
import { template } from './text-template.ts';

export interface Size {
  characters: number;
  lines: number;
}

const usual: Size = { characters: 20, lines: 1 };

/** Words of her own and dates, as they usually are. */
const known: Readonly<Record<string, number>> = {
  goal: 120,
  action: 100,
  criterion: 90,
  resources: 60,
  item: 90,
  worked: 120,
  improve: 100,
  felt: 100,
  supportive: 100,
  constructive: 100,
  agreement: 80,
  nextStep: 80,
  doubt: 200,
  theme: 60,
  observationWhen: 45,
  reflectionWhen: 45,
  plannedWhen: 45,
  movedWhen: 45,
  toldWhen: 45,
  context: 60,
  toldContext: 60,
  strengths: 90,
  toGrow: 90,
  tipTitle: 50,
  servedTip: 50,
  tipLink: 60,
  phoneMoments: 60,
};

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

/** What comes from content is as long as the longest there; lists have as many lines as they have at most. */
export function placeholderSizes(program: Program): Map<string, Size> {
  const sizes = new Map<string, Size>(Object.entries(known).map(([name, characters]) => [name, { characters, lines: 1 }]));
  const set = (name: string, characters: number, lines = 1): void => {
    sizes.set(name, { characters, lines });
  };
  const instruments = Object.values(program.instruments);
  const items = instruments.flatMap((instrument) => instrument.items);
  const most = Math.max(1, ...instruments.map((instrument) => instrument.items.length));
  const short = longest(items.map((item) => item.short));
  set('item', longest(items.map(({ text }) => text)));
  set('itemEvidence', longest(items.map(({ evidence }) => evidence)));
  set('cardItems', most * (short / 1.5 + 5), Math.ceil(most / 2));
  set('cardScale', 75);
  set('ratings', most * (short + 6), most);
  set('comparison', most * (short + 10), most);
  set('ratingChange', 2 * (short + 20), 2);
  set('goalItems', 2 * 70, 2);
  set('addedCaregivers', 3 * 30, 3);
  set('overview', 5 * 60, 5);
  set('agenda', 3 * 50, 3);
  set(
    'chapters',
    program.guide.reduce((sum, { title }) => sum + title.length + 3, 0),
    program.guide.length,
  );
  set('proposedGoal', longest(items.map(({ goal }) => goal)));
  set('proposedAction', longest(items.map(({ action }) => action)));
  set('proposedCriterion', longest(items.map(({ criterion }) => criterion)));
  set('goalIdea', longest(items.map(({ goal }) => goal)) + 45);
  set('actionIdea', longest(items.map(({ action }) => action)) + 40);
  set('criterionIdea', longest(items.map(({ criterion }) => criterion)) + 40);
  set('planGoal', 185, 2);
  set('focus', longest(items.map(({ text }) => text)));
  set('look', longest(items.map(({ look }) => look)));
  set('tipText', longest(program.tips.map(({ text }) => text)));
  set('tipReflect', longest(program.tips.map(({ reflect }) => reflect)));
  set('knownQuestion', longest(program.questions.map(({ question }) => question)));
  const guide = program.observationGuide;
  set('stopAtOnce', guide.stopAtOnce.slice(0, 2).join(' ').length);
  set('openQuestion', longest(Object.values(guide.openQuestions).flat()));
  set('openQuestions', longest(Object.values(guide.openQuestions).map((list) => list.slice(0, 3).join(' '))));
  const { workshops } = program;
  set('workshopNumber', 1);
  set('workshopTitle', longest(workshops.map(({ title }) => title)));
  set('workshopSummary', longest(workshops.map(({ catchUp }) => catchUp?.summary ?? '')));
  set('workshopRecording', longest(workshops.map(({ catchUp }) => catchUp?.recording ?? '')));
  set('workshopCheck', longest(workshops.map(({ catchUp }) => catchUp?.check.ask ?? '')));
  set('workshopBecause', longest(workshops.map(({ catchUp }) => catchUp?.check.because ?? '')));
  set('workshopOverview', 4 * 60, 4);
  set('attendanceRecap', 500, 6);
  set('workshopOrder', 150, 2);
  set('participantProblems', 40);
  set('homework', longest(workshops.map(({ homework }) => homework ?? '')));
  // Together with its question an answer is checked where it is written.
  set('knownAnswer', 600);
  return sizes;
}

export function textSize(text: string, sizes: ReadonlyMap<string, Size>): Size {
  const read = template(text);
  if (!read.ok) return { characters: text.trim().length, lines: text.trim().split('\n').length };
  const filled = read.shown.map((piece) =>
    typeof piece === 'string' ? { characters: piece.length, lines: 1 } : (sizes.get(piece.name) ?? usual),
  );
  const breaks = read.shown.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.split('\n').length - 1 : 0), 0);
  return {
    characters: Math.round(filled.reduce((sum, { characters }) => sum + characters, 0)),
    lines: 1 + breaks + filled.reduce((sum, { lines }) => sum + lines - 1, 0),
  };
}
