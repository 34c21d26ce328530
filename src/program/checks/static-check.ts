// What a static check is: it looks at the loaded files and says what an author should mend, and where.
import type { LoadedFiles } from '../load-program.ts';
import type { Problem } from '../problem.ts';
import type { Program } from '../program.ts';
import type { YamlFile } from '../read-yaml.ts';

/** Names that flows and texts may use. The rooms that own them are not this room's to import: the command collects them. */
export interface KnownNames {
  verbs: ReadonlySet<string>;
  conditions: ReadonlySet<string>;
  lists: ReadonlySet<string>;
  values: ReadonlySet<string>;
  wordingChecks: ReadonlySet<string>;
  /** Texts that the code says by key, as 'casa.hola'; one that ends in '*' stands for all that begin so. */
  houseTexts: ReadonlySet<string>;
  /** Values that the code itself hands to such a text, by the same keys. */
  givenValues: ReadonlyMap<string, ReadonlySet<string>>;
  /** Flows that the code opens by name, and every other word in its quotes that may be the name of one. */
  openedFlows: ReadonlySet<string>;
  quotedWords: ReadonlySet<string>;
  /** Files of data/media. */
  media: ReadonlySet<string>;
}

export type Check = (files: LoadedFiles, program: Program, names: KnownNames) => Problem[];

export type Path = readonly PropertyKey[];

export function problemAt(yaml: YamlFile<unknown>, path: Path, message: string, fix: string): Problem {
  return { file: yaml.file, ...yaml.at(path), message, fix };
}

export function adviceAt(yaml: YamlFile<unknown>, path: Path, message: string, fix: string): Problem {
  return { ...problemAt(yaml, path, message, fix), severity: 'advice' };
}
