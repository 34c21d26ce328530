// The flow language: what may stand in flows/*.yaml. This file is its reference; the JSON Schema for editors is made from it.
import { z } from 'zod';
import { messageKinds } from '../domain/outbound-message.ts';

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case words joined by hyphens');

/** How an answer is read; one module of engine/answers or engine/questions each. */
export const questionKinds = [
  'choice',
  'yes-no',
  'consent',
  'text',
  'minutes',
  'when',
  'scale',
  'ratings',
  'caregivers',
  'facts',
  'recap',
  'phone-moments',
  'bubble',
  'slips',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const factNames = ['when', 'minutes', 'method', 'modelled', 'routineMoment', 'childrenPresent'] as const;
export type FactName = (typeof factNames)[number];

const say = z.strictObject({
  say: name.describe('Key of the text in content/es-MX/<flow>.yaml'),
  kind: z.enum(messageKinds).optional().describe('What the message is for; "statement" when left out'),
  attach: z.enum(['tip-video']).optional().describe('A medium that goes with it'),
});

const ask = z.strictObject({
  ask: name.describe('Step id: key of the text and of the answer'),
  as: z.enum(questionKinds).describe('How the answer is read'),
  needed: z
    .enum(['required', 'deferrable', 'optional'])
    .default('required')
    .describe('required: kindly insisted on; deferrable: may be left and is asked again at the recap; optional: may be skipped'),
  options: z.array(name).optional().describe('Ids of the options, their labels are in the texts'),
  'options-from': name.optional().describe('A named list of mentoring that gives the options'),
  rests: z.boolean().optional().describe('May wait for days without being in the way of other things'),
  max: z
    .int()
    .positive()
    .optional()
    .describe('For text: longest kept, in characters (500); for caregivers: how many at once (40)'),
  nudge: name.optional().describe('A named check of mentoring that may ask once for a better answer'),
  contrasts: z.literal(true).optional().describe('An answer may begin with "pero": it is set against the one before'),
  also: name.optional().describe('A facts question that the same message may answer too ("sí, 20 minutos")'),
  confirm: z.boolean().optional().describe('For when: a typed date is repeated in words and confirmed before it counts'),
  tense: z.enum(['future', 'past']).optional().describe('For when: whether it is still to come'),
  hour: z.boolean().optional().describe('For when: the hour is needed too'),
  facts: z.array(z.enum(factNames)).optional().describe('For facts: what may be told in one message'),
  corrects: z.array(name).optional().describe('For recap: the steps that can be corrected from it'),
  kind: z.enum(messageKinds).optional().describe('"question" when left out, "recap" for a recap'),
});

const doStep = z.strictObject({ do: name.describe('A verb of mentoring') });
const call = z.strictObject({ call: name.describe('A flow that is gone through and returned from') });
const go = z.strictObject({ go: name.describe('A flow that takes over; this one ends') });
const end = z.strictObject({ end: z.literal(true) });

const answered = z.strictObject({ answer: name, is: z.array(name).min(1) });

export type FlowStep =
  | z.infer<typeof say>
  | z.infer<typeof ask>
  | z.infer<typeof doStep>
  | z.infer<typeof call>
  | z.infer<typeof go>
  | z.infer<typeof end>
  | { branch: string | z.infer<typeof answered>; then: FlowStep[]; otherwise?: FlowStep[] | undefined }
  | { repeat: string; one: string; steps: FlowStep[] };

const branch = z.strictObject({
  branch: z
    .union([name, answered])
    .describe('A named condition of mentoring, or an answer of this flow and the options it may be'),
  get then() {
    return z.array(flowStepSchema).min(1);
  },
  get otherwise() {
    return z.array(flowStepSchema).min(1).optional();
  },
});
const repeat = z.strictObject({
  repeat: name.describe('A named list of mentoring; the steps are gone through for its first element until it is empty'),
  one: name.describe('What one element is called'),
  get steps() {
    return z.array(flowStepSchema).min(1);
  },
});

export const flowStepSchema: z.ZodType<FlowStep> = z.lazy(() => z.union([say, ask, doStep, call, go, end, branch, repeat]));
/** One schema for each kind of step, by its first key: gives better messages than the union. */
export const stepSchemas = { say, ask, do: doStep, call, go, end, branch, repeat } as const;

export const flowFileSchema = z.strictObject({
  flow: name.describe('Same as the name of the file'),
  about: z
    .enum(['caregiver', 'nobody'])
    .default('nobody')
    .describe('Whether it is about one caregiver: she is asked for if it is not clear'),
  code: z.boolean().default(false).describe('Gets a short code, by which one line from paper fills it'),
  passing: z
    .boolean()
    .default(false)
    .describe('Brief: what was under way is taken up again afterwards, and an open question of this flow is not kept'),
  resumes: z
    .boolean()
    .default(true)
    .describe('Whether what was under way is taken up again at its end; not after a pause or a goodbye'),
  steps: z.array(flowStepSchema).min(1),
});
export type FlowFile = z.infer<typeof flowFileSchema>;
export type AskStep = z.infer<typeof ask>;
