// Every sentence that the text files hold, one by one, with its place and what it is used for.
import type { MessageKind } from '../../domain/outbound-message.ts';
import type { LoadedFiles } from '../load-program.ts';
import type { YamlFile } from '../read-yaml.ts';
import type { Path } from './static-check.ts';
import { placedSteps } from './walk-steps.ts';

export type TextPart = 'text' | 'ask' | 'help' | 'again' | 'nudge' | 'label' | 'why' | 'briefly' | 'option';

export interface WrittenText {
  yaml: YamlFile<unknown>;
  path: Path;
  /** File and key of its entry, as 'casa.hola'. */
  key: string;
  part: TextPart;
  text: string;
  /** What it is said as; undefined for texts of the house, whose kind the code decides. */
  kind: MessageKind | undefined;
}

const parts = ['ask', 'help', 'again', 'nudge', 'label', 'why', 'briefly'] as const;

export function writtenTexts(files: LoadedFiles): WrittenText[] {
  return Object.entries(files.texts).flatMap(([name, yaml]) => {
    const kinds = kindsOf(files, name);
    return Object.entries(yaml.value).flatMap(([id, entry]): WrittenText[] => {
      const own = { yaml, key: `${name}.${id}`, kind: kinds.get(id) };
      if (typeof entry === 'string') return [{ ...own, path: [id], part: 'text', text: entry }];
      const question = { ...own, kind: kinds.get(id) ?? 'question' } as const;
      return [
        ...parts.flatMap((part): WrittenText[] => {
          const text = entry[part];
          const kind = part === 'ask' ? question.kind : part === 'help' ? 'answer' : 'question';
          return text === undefined ? [] : [{ ...question, kind, path: [id, part], part, text }];
        }),
        ...Object.entries(entry.options ?? {}).map(
          ([option, text]): WrittenText => ({ ...question, path: [id, 'options', option], part: 'option', text }),
        ),
      ];
    });
  });
}

function kindsOf(files: LoadedFiles, name: string): Map<string, MessageKind> {
  const flow = files.flows[name];
  const kinds = new Map<string, MessageKind>();
  for (const { step } of flow ? placedSteps(flow) : []) {
    if ('say' in step) kinds.set(step.say, step.kind ?? 'statement');
    if ('ask' in step) kinds.set(step.ask, step.kind ?? (step.as === 'recap' ? 'recap' : 'question'));
  }
  return kinds;
}
