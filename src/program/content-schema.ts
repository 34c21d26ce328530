// What may stand in content/es-MX: the programme, its themes, scales, instruments, tips, questions and guides.
import { z } from 'zod';
import { ageGroups, routineMoments, themes } from '../domain/mentoring-cycle.ts';

export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD, in quotes');
const dayRule = z
  .string()
  .regex(
    /^(\d{4}-\d{2}-\d{2}|\d{2}-\d{2}( every \d+ years since \d{4})?|easter( -?\d{1,2})?|(1st|2nd|3rd|4th|5th) (mon|tues|wednes|thurs|fri|satur|sun)day in [A-Z][a-z]+( every \d+ years since \d{4})?)$/,
    'a day of each year as "05-10", "easter -2" or "2nd monday in May", or of one year as "2026-05-10"',
  );
export const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'an hour as HH:MM, in quotes');
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'letters, digits and hyphens');
const theme = z.enum(themes);
const ageGroup = z.enum(ageGroups);
const aliases = z.array(z.string());

export const programmeSchema = z.strictObject({
  example: z.boolean(),
  name: z.string(),
  privacyNotice: z.strictObject({ version: z.string(), url: z.string() }),
  iterations: z.array(
    z.strictObject({
      id,
      name: z.string(),
      from: date,
      to: date,
      themes: z.array(theme).min(1),
      workshops: z.array(z.int()),
      mentoringWindow: z.strictObject({ from: date, to: date }),
      expectedBy: z
        .strictObject({ workPlan: date, focusedObservation: date, reflection: date })
        .optional()
        .describe('Last day on which each phase is expected; the end of the mentoring window where it is not said'),
      instruments: z.partialRecord(theme, z.strictObject({ infants: id, toddlers: id })),
      arms: z.record(z.string(), z.string()),
    }),
  ),
  rooms: z.array(z.strictObject({ id, name: z.string(), ageGroup, aliases })),
  shifts: z.array(z.strictObject({ id, name: z.string(), aliases })),
  routineMoments: z.array(z.strictObject({ id: z.enum(routineMoments), name: z.string(), aliases })),
  phoneMoments: z.array(
    z.strictObject({ id: z.enum(['beforeWork', 'atBreak', 'afterWork']), name: z.string(), from: hour, to: hour }),
  ),
  holidays: z
    .array(z.strictObject({ day: dayRule, name: z.string(), statutory: z.boolean() }))
    .describe(
      'Besides the rest days of the law, which are computed for every year; of the same day as one of them, another name',
    ),
});
export type Programme = z.infer<typeof programmeSchema>;
/** Days on which centres stay closed besides; each of exactly one place, or of the whole programme. */
export const closedDaysSchema = z.strictObject({
  example: z.boolean(),
  closures: z.array(
    z
      .strictObject({
        from: date,
        to: date.optional().describe('The last closed day; one day where it is not said'),
        name: z.string().max(60).describe('What it is for, as people are told: "vacunación"'),
        programme: z.literal(true).optional(),
        ooad: z.string().optional().describe('State office, as the roster calls it'),
        state: z.string().optional().describe('State, as the roster calls it'),
        centre: z.string().optional().describe('Id of the centre in the roster'),
      })
      .refine(
        ({ programme, ooad, state, centre }) => [programme, ooad, state, centre].filter((one) => one !== undefined).length === 1,
        'say exactly one of programme: true, ooad, state or centre',
      ),
  ),
});
export type ClosedDays = z.infer<typeof closedDaysSchema>;

export type Iteration = Programme['iterations'][number];

export const themesSchema = z.record(theme, z.strictObject({ name: z.string(), short: z.string(), description: z.string() }));
export type ThemeNames = z.infer<typeof themesSchema>;

const scale = z.strictObject({
  example: z.boolean().optional(),
  values: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[0-9a-z]$/),
        value: z.number().nullable(),
        label: z.string(),
        hint: z.string().optional(),
        synonyms: aliases.optional(),
      }),
    )
    .min(2),
});
export const scalesSchema = z.record(z.string(), scale);
export type Scale = z.infer<typeof scale>;

const item = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}-[A-Z]\d+$/, 'a code such as SEN-L1'),
  text: z.string(),
  short: z.string().max(34),
  evidence: z.string(),
  scale: z.string().optional(),
  goal: z.string().max(220),
  action: z.string().max(180),
  criterion: z.string().max(160),
  look: z.string().max(140),
});
export const instrumentSchema = z.strictObject({
  id,
  version: z.string(),
  example: z.boolean(),
  theme,
  ageGroup,
  scale: z.string(),
  items: z.array(item).min(1),
});
export type Instrument = z.infer<typeof instrumentSchema>;
export type ChecklistItem = z.infer<typeof item>;

export const observationGuideSchema = z.strictObject({
  example: z.boolean(),
  before: z.array(z.string()),
  during: z.array(z.string()),
  after: z.array(z.string()),
  stopAtOnce: z.array(z.string()),
  openQuestions: z.record(z.enum([...themes, 'any']), z.array(z.string()).min(1)),
});
export type ObservationGuide = z.infer<typeof observationGuideSchema>;

export const mentoringGuideSchema = z.strictObject({
  example: z.boolean(),
  chapters: z.array(z.strictObject({ id, title: z.string(), text: z.string().max(1000), keywords: aliases })),
});
export type GuideChapter = z.infer<typeof mentoringGuideSchema>['chapters'][number];

/** What may have reminders; each ladder counts from a moment of its own. */
export const ladderNames = [
  'focusedObservation',
  'reflection',
  'question',
  'checklist',
  'plan',
  'record',
  'reflectionDue',
  'workshop',
  'course',
  'iteration',
  'visit',
  'attendance',
  'catchUp',
  'homework',
] as const;
export type LadderName = (typeof ladderNames)[number];

const rung = z.strictObject({
  rung: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'letters and digits'),
  days: z.int().optional().describe('Days after, or before where it is negative'),
  workingDays: z.int().optional().describe('The same in working days'),
  minutes: z.int().optional().describe('Minutes after, or before where it is negative; instead of "at"'),
  at: z
    .enum(['last', 'before', 'after', 'break'])
    .optional()
    .describe('Which of her moments: the last of that day, the last before the hour, the first after it, or her break'),
  useful: z
    .union([z.literal('untilThen'), z.int().positive()])
    .describe('Until when it helps: until the thing itself, or so many working days'),
  does: z.enum(['tell', 'ask', 'askAgain']),
  says: id.optional().describe('Which sentence of avisos.yaml: "linea-" and this'),
});
export const remindersSchema = z.strictObject({
  example: z.boolean(),
  lateAfterMinutes: z.int().positive(),
  ladders: z.record(z.enum(ladderNames), z.array(rung)),
});
export type ReminderRules = z.infer<typeof remindersSchema>;
export type LadderRung = z.infer<typeof rung>;

const tip = z.strictObject({
  id,
  title: z.string().max(60),
  theme,
  ageGroups: z.array(ageGroup).min(1),
  moments: z.array(z.enum(routineMoments)).min(1),
  items: z.array(z.string()).min(1),
  action: z.string().max(140),
  text: z.string().max(350),
  reflect: z.string().max(140),
  video: z.strictObject({ file: z.string().optional(), link: z.string().optional(), seconds: z.number(), megabytes: z.number() }),
  keywords: aliases,
});
export const videoLibrarySchema = z.strictObject({ example: z.boolean(), tips: z.array(tip) });
export type Tip = z.infer<typeof tip>;

const frequentQuestion = z.strictObject({
  id,
  question: z.string(),
  variants: z.array(z.string()),
  answer: z.string().max(1000),
});
export const frequentQuestionsSchema = z.strictObject({ example: z.boolean(), questions: z.array(frequentQuestion) });
export type FrequentQuestion = z.infer<typeof frequentQuestion>;

const phrases = z.array(z.string());
const bubbles = z.array(z.string().max(350)).min(1);
const route = z.strictObject({
  bubbles,
  ifDirector: bubbles.describe('Said instead where she names the directora in what she tells'),
});
export const safeguardingSchema = z.strictObject({
  routes: z.strictObject({ danger: route, abuse: route, distress: route }),
  director: phrases,
  question: z.strictObject({
    ask: z.string().max(350),
    again: z.string().max(350),
    yes: z.string().max(20),
    no: z.string().max(20),
    silence: z.string().max(350),
    saysYes: phrases,
    saysNo: phrases,
  }),
  alerted: z.string(),
  nobodyAlerted: z.string(),
  again: z.string().describe('Said where she tells more of the same within the hour'),
  heard: z.string().describe('Said to her once somebody acknowledged'),
  roles: z.strictObject({ consultant: z.string(), coordinator: z.string(), mentor: z.string(), other: z.string() }),
  care: z.array(z.strictObject({ id, says: phrases, text: z.string().max(350) })),
  otherwise: z.string().max(350),
  contactAlert: z.string(),
  contactAgain: z.string(),
  stillWaits: z.string(),
  seenBy: z.string(),
  contactCleared: z.string().describe('What they read where she says that it was a misunderstanding'),
  cleared: z.string().max(350).describe('Said to her then'),
  acknowledges: phrases,
  vocabulary: z.strictObject({ danger: phrases, abuse: phrases, distress: phrases }),
  families: z
    .record(z.string(), phrases)
    .describe('Words that belong together; «golpe*» is any word that begins so, «le|les quita» two phrases'),
  signs: z.array(
    z.strictObject({
      is: z.enum(['danger', 'abuse', 'distress']),
      level: z.enum(['clear', 'possible']),
      all: z.array(z.string()).min(1).describe('Families that must all be there, in any order'),
      unless: z.array(z.string()).optional(),
    }),
  ),
});
export type Safeguarding = z.infer<typeof safeguardingSchema>;

/** Texts of a flow or of the house: a sentence, or a question with what belongs to it. */
export const textEntrySchema = z.union([
  z.string(),
  z.strictObject({
    ask: z.string().optional(),
    help: z.string().optional().describe('Said at "ayuda"'),
    again: z.string().optional().describe('Said when the answer was not understood: in another way, with an example'),
    nudge: z.string().optional().describe('Asked once when the answer could be better'),
    label: z.string().optional().describe('What it is called in a recap and in "corrige la meta"'),
    why: z.string().optional().describe('Said when somebody wants to skip a required question'),
    briefly: z.string().optional().describe('A recap that was just corrected: asked without showing all of it again'),
    names: z.array(z.string()).optional().describe('What else she may call it, as in "los recursos son unas cajas"'),
    options: z.record(z.string(), z.string()).optional(),
    synonyms: z.record(z.string(), z.array(z.string())).optional(),
  }),
]);
export const textFileSchema = z.record(z.string(), textEntrySchema);
export type TextFile = z.infer<typeof textFileSchema>;
