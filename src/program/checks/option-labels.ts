// Options that do not fit what people tap: too many, too long, or two alike.
import type { LoadedFiles } from '../load-program.ts';
import type { Problem } from '../problem.ts';
import type { YamlFile } from '../read-yaml.ts';
import { contentOf } from './content-of.ts';
import { type Check, type Path, problemAt } from './static-check.ts';
import { placeholderSizes, textSize } from './text-size.ts';
import { askSteps } from './walk-steps.ts';
import { writtenTexts } from './written-texts.ts';

/** What a button of Telegram shows on a small phone, and how many options are pleasant; WhatsApp gets them numbered in the text. */
const mostCharacters = 30;
const mostOptions = 10;

export const optionLabels: Check = (files, program) => {
  const sizes = placeholderSizes(program);
  // An option with a name in it is cut for nobody whose name is of usual length.
  sizes.set('name', { characters: 8, lines: 1 });
  sizes.set('caregiver', { characters: 8, lines: 1 });
  const tooLong = (yaml: YamlFile<unknown>, path: Path, label: string): Problem[] => {
    const { characters } = textSize(label, sizes);
    if (characters <= mostCharacters) return [];
    return [
      problemAt(
        yaml,
        path,
        `"${label}" has ${characters} characters and is tapped; the most is ${mostCharacters}`,
        'Find a shorter way to say it.',
      ),
    ];
  };
  const corrected = new Set(
    Object.entries(files.flows).flatMap(([name, flow]) =>
      askSteps(flow).flatMap(({ step }) => (step.corrects ?? []).map((id) => `${name}.${id}`)),
    ),
  );
  return [
    ...writtenTexts(files).flatMap(({ yaml, path, part, text, key }) =>
      part === 'option' || (part === 'label' && corrected.has(key)) ? tooLong(yaml, path, text) : [],
    ),
    ...contentOf(files, 'programa').value.rooms.flatMap(({ name }, index) =>
      tooLong(contentOf(files, 'programa'), ['rooms', index, 'name'], name),
    ),
    ...Object.entries(contentOf(files, 'temas').value).flatMap(([theme, { short }]) =>
      tooLong(contentOf(files, 'temas'), [theme, 'short'], short),
    ),
    ...Object.entries(contentOf(files, 'escalas').value).flatMap(([scale, { values }]) =>
      values.flatMap(({ label }, index) => tooLong(contentOf(files, 'escalas'), [scale, 'values', index, 'label'], label)),
    ),
    ...tooMany(files),
    ...twoAlike(files),
  ];
};

function tooMany(files: LoadedFiles): Problem[] {
  return Object.values(files.flows).flatMap((flow) =>
    askSteps(flow).flatMap(({ step, path }) =>
      (step.options ?? []).length > mostOptions
        ? [
            problemAt(
              flow,
              [...path, 'options'],
              `"${step.ask}" offers ${step.options?.length} options; the most is ${mostOptions}`,
              'Ask in two steps, or join some of them.',
            ),
          ]
        : [],
    ),
  );
}

function twoAlike(files: LoadedFiles): Problem[] {
  return Object.values(files.texts).flatMap((yaml) =>
    Object.entries(yaml.value).flatMap(([id, entry]) => {
      if (typeof entry === 'string') return [];
      const seen = new Map<string, string>();
      return Object.entries(entry.options ?? {}).flatMap(([option, label]) => {
        const same = seen.get(label.trim().toLowerCase());
        seen.set(label.trim().toLowerCase(), option);
        if (same === undefined) return [];
        return [
          problemAt(
            yaml,
            [id, 'options', option],
            `"${option}" and "${same}" of "${id}" have the same label "${label}"`,
            'Make them different, so that she can tell them apart.',
          ),
        ];
      });
    }),
  );
}
