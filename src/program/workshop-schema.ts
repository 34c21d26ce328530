// What may stand in content/es-MX/talleres.yaml: the workshops, when they are, what stands in for one that was missed, and the homework.
import { z } from 'zod';
import { themes } from '../domain/mentoring-cycle.ts';
import { date, hour, id } from './content-schema.ts';

export const workshopsSchema = z.strictObject({
  example: z.boolean(),
  workshops: z.array(
    z.strictObject({
      number: z.int(),
      title: z.string(),
      theme: z.enum(themes).nullable(),
      iteration: id,
      about: z.string(),
      minutes: z.int().positive().describe('How long it takes'),
      when: z
        .strictObject({ date, time: hour })
        .optional()
        .describe('In the zone of the workshop; mentors are reminded of it, and told when it is changed'),
      zone: z
        .string()
        .regex(/^America\/[A-Za-z_]+$/, 'such as America/Mexico_City')
        .optional()
        .describe('Time zone of "when"; that of Mexico City where it is not said'),
      mode: z.enum(['virtual', 'inPerson']).optional().describe('virtual where it is not said'),
      link: z.url().optional().describe('Where a virtual one takes place; said an hour before'),
      place: z.string().max(60).optional().describe('Where one in person takes place; said an hour before'),
      calledOff: z.literal(true).optional().describe('It will not be: everybody who knew of it is told once'),
      catchUp: z
        .strictObject({
          summary: z.string().max(330),
          recording: z.url().optional(),
          check: z.strictObject({
            ask: z.string().max(200),
            options: z.array(z.string().max(30)).min(2).max(4),
            right: z.int().positive().describe('Which option is right, from 1'),
            because: z.string().max(200).describe('Said after the answer'),
          }),
        })
        .optional()
        .describe('For who missed it: what it was about, and one question on it'),
      homework: z.string().max(140).optional().describe('What is to be done before the next one: "observe 10 minutos..."'),
      homeworkBy: date.optional().describe('Last day for it; the day of the next workshop where it is not said'),
    }),
  ),
});
export type Workshop = z.infer<typeof workshopsSchema>['workshops'][number];
