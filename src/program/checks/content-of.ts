// A content file by its name, with the type that its schema gave it.
import type { z } from 'zod';
import type {
  closedDaysSchema,
  frequentQuestionsSchema,
  mentoringGuideSchema,
  observationGuideSchema,
  programmeSchema,
  remindersSchema,
  safeguardingSchema,
  scalesSchema,
  themesSchema,
  videoLibrarySchema,
} from '../content-schema.ts';
import type { LoadedFiles } from '../load-program.ts';
import type { YamlFile } from '../read-yaml.ts';
import type { VocabularyFile } from '../vocabulary-schema.ts';
import type { workshopsSchema } from '../workshop-schema.ts';

interface ContentFiles {
  programa: z.infer<typeof programmeSchema>;
  'dias-cerrados': z.infer<typeof closedDaysSchema>;
  temas: z.infer<typeof themesSchema>;
  escalas: z.infer<typeof scalesSchema>;
  'guia-de-observacion': z.infer<typeof observationGuideSchema>;
  'guia-de-mentoria': z.infer<typeof mentoringGuideSchema>;
  talleres: z.infer<typeof workshopsSchema>;
  recordatorios: z.infer<typeof remindersSchema>;
  videoteca: z.infer<typeof videoLibrarySchema>;
  'preguntas-frecuentes': z.infer<typeof frequentQuestionsSchema>;
  protocolo: z.infer<typeof safeguardingSchema>;
  vocabulario: VocabularyFile;
}

export function contentOf<K extends keyof ContentFiles>(files: LoadedFiles, name: K): YamlFile<ContentFiles[K]> {
  const yaml = files.content[name];
  if (!yaml) throw new Error(`the content file ${name} was not loaded`);
  return yaml as YamlFile<ContentFiles[K]>;
}
