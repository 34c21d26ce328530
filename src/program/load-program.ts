// Reads flows/ and content/ into a Program, or reports everything that is wrong with them at once.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import type { z } from 'zod';
import { type CompiledFlow, calledFlows, compileFlow } from './compiled-flow.ts';
import {
  closedDaysSchema,
  frequentQuestionsSchema,
  type Instrument,
  instrumentSchema,
  mentoringGuideSchema,
  observationGuideSchema,
  programmeSchema,
  remindersSchema,
  type Scale,
  safeguardingSchema,
  scalesSchema,
  type TextFile,
  textFileSchema,
  themesSchema,
  videoLibrarySchema,
} from './content-schema.ts';
import { fileClosures } from './file-closures.ts';
import type { FlowFile } from './flow-schema.ts';
import { calendarDays } from './law-days.ts';
import type { Problem } from './problem.ts';
import type { Bundle, FlowBundle, InstrumentBundle, Program } from './program.ts';
import { readFlow } from './read-flow.ts';
import { readSource, readYaml, type YamlFile } from './read-yaml.ts';
import { VocabularyFile } from './vocabulary-schema.ts';
import { workshopsSchema } from './workshop-schema.ts';

/** What the static checks look at: the program together with the files it was read from. */
export interface LoadedFiles {
  flows: Record<string, YamlFile<FlowFile>>;
  texts: Record<string, YamlFile<TextFile>>;
  instruments: Record<string, YamlFile<Instrument>>;
  /** Files of content that stand alone, by name without ending. */
  content: Record<string, YamlFile<unknown>>;
}
export type LoadResult = { ok: true; program: Program; files: LoadedFiles } | { ok: false; problems: Problem[] };

const contentSchemas = {
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
} as const;

/** `root` holds flows/ and the content folder. A file of content that is none of the known ones holds texts: of the flow of its name, or of the house. */
export function loadProgram(root: string, folders = { flows: 'flows', content: 'content/es-MX' }): LoadResult {
  const problems: Problem[] = [];
  const files: LoadedFiles = { flows: {}, texts: {}, instruments: {}, content: {} };
  const yamlNames = (folder: string): string[] =>
    existsSync(`${root}/${folder}`)
      ? readdirSync(`${root}/${folder}`)
          .filter((name) => name.endsWith('.yaml'))
          .map((name) => name.slice(0, -5))
          .sort()
      : [];

  for (const name of yamlNames(folders.flows)) {
    const { yaml, problems: found } = readFlow(readSource(root, `${folders.flows}/${name}.yaml`));
    problems.push(...found);
    if (yaml) files.flows[name] = yaml;
  }
  for (const name of yamlNames(folders.content)) {
    if (name in contentSchemas) continue;
    const { yaml, problems: found } = readYaml(readSource(root, `${folders.content}/${name}.yaml`), textFileSchema);
    problems.push(...found);
    if (yaml) files.texts[name] = yaml;
  }
  for (const name of yamlNames(`${folders.content}/instrumentos`)) {
    const { yaml, problems: found } = readYaml(
      readSource(root, `${folders.content}/instrumentos/${name}.yaml`),
      instrumentSchema,
    );
    problems.push(...found);
    if (yaml) files.instruments[name] = yaml;
  }
  const content = <K extends keyof typeof contentSchemas>(name: K): z.infer<(typeof contentSchemas)[K]> | undefined => {
    const file = `${folders.content}/${name}.yaml`;
    if (!existsSync(`${root}/${file}`)) {
      problems.push({
        file,
        line: 1,
        column: 1,
        message: 'This file is missing',
        fix: 'Put it back, or restore it from the repository.',
      });
      return undefined;
    }
    const schema: z.ZodType = contentSchemas[name];
    const { yaml, problems: found } = readYaml(readSource(root, file), schema);
    problems.push(...found);
    if (yaml) files.content[name] = yaml;
    return yaml?.value as z.infer<(typeof contentSchemas)[K]> | undefined;
  };
  const programme = content('programa');
  const closedDays = content('dias-cerrados');
  const themes = content('temas');
  const scales = content('escalas');
  const observationGuide = content('guia-de-observacion');
  const guide = content('guia-de-mentoria');
  const workshops = content('talleres');
  const reminders = content('recordatorios');
  const library = content('videoteca');
  const questions = content('preguntas-frecuentes');
  const safeguarding = content('protocolo');
  const vocabulary = content('vocabulario');
  if (
    problems.length ||
    !(
      programme &&
      closedDays &&
      themes &&
      scales &&
      observationGuide &&
      guide &&
      workshops &&
      reminders &&
      library &&
      questions &&
      safeguarding &&
      vocabulary
    )
  ) {
    return { ok: false, problems };
  }

  const flows: Record<string, CompiledFlow> = {};
  for (const [name, yaml] of Object.entries(files.flows)) flows[name] = compileFlow(yaml.value);
  const { texts, synonyms } = flattenTexts(files.texts);
  const instruments = Object.fromEntries(Object.entries(files.instruments).map(([name, yaml]) => [name, yaml.value]));
  const { bundles, currentPin } = bundle(flows, texts, synonyms, instruments, scales);
  return {
    ok: true,
    files,
    program: {
      flows,
      texts,
      synonyms,
      programme,
      days: calendarDays(programme.holidays),
      closures: fileClosures(closedDays),
      themes,
      scales,
      instruments,
      observationGuide,
      guide: guide.chapters,
      workshops: workshops.workshops,
      reminders,
      calendar: hashOf({ programme, closedDays, workshops, reminders }),
      tips: library.tips,
      questions: questions.questions,
      safeguarding,
      vocabulary,
      currentPin,
      pins: Object.entries(bundles).map(([hash, body]) => ({ hash, body })),
      bundles,
    },
  };
}

function flattenTexts(files: LoadedFiles['texts']): {
  texts: Record<string, string>;
  synonyms: Record<string, readonly string[]>;
} {
  const texts: Record<string, string> = {};
  const synonyms: Record<string, readonly string[]> = {};
  for (const [name, yaml] of Object.entries(files)) {
    for (const [key, entry] of Object.entries(yaml.value)) {
      const at = `${name}.${key}`;
      if (typeof entry === 'string') {
        texts[at] = entry.trim();
        continue;
      }
      const { ask, options, synonyms: more, names, ...parts } = entry;
      if (ask !== undefined) texts[at] = ask.trim();
      if (names) synonyms[`${at}.names`] = names;
      for (const [part, text] of Object.entries(parts)) if (text !== undefined) texts[`${at}.${part}`] = text.trim();
      for (const [option, label] of Object.entries(options ?? {})) texts[`${at}.options.${option}`] = label;
      for (const [option, list] of Object.entries(more ?? {})) synonyms[`${at}.options.${option}`] = list;
    }
  }
  return { texts, synonyms };
}

function byFile<T>(all: Readonly<Record<string, T>>): Map<string, [string, T][]> {
  return Map.groupBy(Object.entries(all), ([key]) => key.slice(0, key.indexOf('.')));
}

const hashOf = (body: Bundle | Record<string, unknown>): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16);

function bundle(
  flows: Record<string, CompiledFlow>,
  texts: Record<string, string>,
  synonyms: Record<string, readonly string[]>,
  instruments: Record<string, Instrument>,
  scales: Record<string, Scale>,
): { bundles: Record<string, Bundle>; currentPin: Program['currentPin'] } {
  const bundles: Record<string, Bundle> = {};
  const currentPin = { flows: {} as Record<string, string>, instruments: {} as Record<string, string> };
  const [textsBy, synonymsBy] = [byFile(texts), byFile(synonyms)];
  for (const flow of Object.keys(flows)) {
    const names = calledFlows(flows, flow);
    const body: FlowBundle = {
      kind: 'flow',
      flow,
      flows: Object.fromEntries(names.flatMap((name) => (flows[name] ? [[name, flows[name]]] : []))),
      texts: Object.fromEntries(names.flatMap((name) => textsBy.get(name) ?? [])),
      synonyms: Object.fromEntries(names.flatMap((name) => synonymsBy.get(name) ?? [])),
    };
    const hash = hashOf(body);
    bundles[hash] = body;
    currentPin.flows[flow] = hash;
  }
  for (const [name, instrument] of Object.entries(instruments)) {
    const used = new Set([instrument.scale, ...instrument.items.flatMap((item) => item.scale ?? [])]);
    const body: InstrumentBundle = {
      kind: 'instrument',
      instrument,
      scales: Object.fromEntries(Object.entries(scales).filter(([scale]) => used.has(scale))),
    };
    const hash = hashOf(body);
    bundles[hash] = body;
    currentPin.instruments[name] = hash;
  }
  return { bundles, currentPin };
}
