// Sentences for mentors that stand in content outside the text files: tips, answers, guides, checklists, protocol.
import type { LoadedFiles } from '../load-program.ts';
import type { YamlFile } from '../read-yaml.ts';
import { contentOf } from './content-of.ts';
import type { Path } from './static-check.ts';

export interface ContentSentence {
  yaml: YamlFile<unknown>;
  path: Path;
  text: string;
}

/** Words that people type (keywords, variants, synonyms, vocabulary) are not among them: those are theirs, not ours. */
export function contentSentences(files: LoadedFiles): ContentSentence[] {
  const found: ContentSentence[] = [];
  const collect = <T extends object>(
    yaml: YamlFile<unknown>,
    base: Path,
    value: T,
    keys: readonly (keyof T & string)[],
  ): void => {
    for (const key of keys) {
      const text = value[key];
      if (typeof text === 'string') found.push({ yaml, path: [...base, key], text });
    }
  };
  for (const instrument of Object.values(files.instruments)) {
    instrument.value.items.forEach((item, index) => {
      collect(instrument, ['items', index], item, ['text', 'short', 'evidence', 'goal', 'action', 'criterion', 'look']);
    });
  }
  const library = contentOf(files, 'videoteca');
  library.value.tips.forEach((tip, index) => {
    collect(library, ['tips', index], tip, ['title', 'action', 'text', 'reflect']);
  });
  const questions = contentOf(files, 'preguntas-frecuentes');
  questions.value.questions.forEach((question, index) => {
    collect(questions, ['questions', index], question, ['answer']);
  });
  const guide = contentOf(files, 'guia-de-mentoria');
  guide.value.chapters.forEach((chapter, index) => {
    collect(guide, ['chapters', index], chapter, ['title', 'text']);
  });
  const observation = contentOf(files, 'guia-de-observacion');
  for (const part of ['before', 'during', 'after', 'stopAtOnce'] as const) {
    observation.value[part].forEach((text, index) => {
      found.push({ yaml: observation, path: [part, index], text });
    });
  }
  for (const [theme, list] of Object.entries(observation.value.openQuestions)) {
    list.forEach((text, index) => {
      found.push({ yaml: observation, path: ['openQuestions', theme, index], text });
    });
  }
  const workshops = contentOf(files, 'talleres');
  workshops.value.workshops.forEach((workshop, index) => {
    collect(workshops, ['workshops', index], workshop, ['title', 'about', 'place', 'homework']);
    const { catchUp } = workshop;
    if (!catchUp) return;
    const path: Path = ['workshops', index, 'catchUp'];
    collect(workshops, path, catchUp, ['summary']);
    collect(workshops, [...path, 'check'], catchUp.check, ['ask', 'because']);
    catchUp.check.options.forEach((text, place) => {
      found.push({ yaml: workshops, path: [...path, 'check', 'options', place], text });
    });
  });
  const names = contentOf(files, 'temas');
  for (const [theme, entry] of Object.entries(names.value)) collect(names, [theme], entry, ['name', 'short', 'description']);
  for (const [scale, entry] of Object.entries(contentOf(files, 'escalas').value)) {
    entry.values.forEach((value, index) => {
      collect(contentOf(files, 'escalas'), [scale, 'values', index], value, ['label', 'hint']);
    });
  }
  const protocol = contentOf(files, 'protocolo');
  const { routes, question, care } = protocol.value;
  for (const [route, said] of Object.entries(routes))
    for (const part of ['bubbles', 'ifDirector'] as const)
      said[part].forEach((text, index) => {
        found.push({ yaml: protocol, path: ['routes', route, part, index], text });
      });
  collect(protocol, ['question'], question, ['ask', 'again', 'yes', 'no', 'silence']);
  care.forEach((one, index) => {
    collect(protocol, ['care', index], one, ['text']);
  });
  collect(protocol, [], protocol.value, ['alerted', 'nobodyAlerted', 'again', 'heard', 'otherwise']);
  collect(protocol, [], protocol.value, ['contactAlert', 'contactAgain', 'stillWaits', 'seenBy', 'contactCleared', 'cleared']);
  return found;
}
