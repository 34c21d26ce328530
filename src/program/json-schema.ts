// JSON Schemas of every kind of file that authors write, for completion and marks in their editors.
import { z } from 'zod';
import {
  closedDaysSchema,
  frequentQuestionsSchema,
  instrumentSchema,
  mentoringGuideSchema,
  observationGuideSchema,
  programmeSchema,
  remindersSchema,
  safeguardingSchema,
  scalesSchema,
  textFileSchema,
  themesSchema,
  videoLibrarySchema,
} from './content-schema.ts';
import { flowFileSchema } from './flow-schema.ts';
import { VocabularyFile } from './vocabulary-schema.ts';
import { workshopsSchema } from './workshop-schema.ts';

/** By the name of the file; "flow", "textos" and "instrumento" stand for many files each. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  flow: flowFileSchema,
  textos: textFileSchema,
  instrumento: instrumentSchema,
  programa: programmeSchema,
  'dias-cerrados': closedDaysSchema,
  temas: themesSchema,
  escalas: scalesSchema,
  'guia-de-observacion': observationGuideSchema,
  'guia-de-mentoria': mentoringGuideSchema,
  talleres: workshopsSchema,
  recordatorios: remindersSchema,
  videoteca: videoLibrarySchema,
  'preguntas-frecuentes': frequentQuestionsSchema,
  protocolo: safeguardingSchema,
  vocabulario: VocabularyFile,
};

/** Content of docs/schema, by file name. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
      const written = { $schema, $comment: 'Written by "npm run check -- --schema" from src/program. Do not edit.', ...rest };
      return [`${name}.schema.json`, `${JSON.stringify(written, null, 2)}\n`];
    }),
  );
}
