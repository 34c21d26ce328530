// Reads one flow; where it is wrong, each step against the schema of its own kind, so that a mistake is named where it stands.
import type { z } from 'zod';
import { type FlowFile, flowFileSchema, stepSchemas } from './flow-schema.ts';
import type { Problem } from './problem.ts';
import { parseYaml, problemsOf, type SourceText, type YamlFile } from './read-yaml.ts';

type Path = readonly PropertyKey[];

export function readFlow(source: SourceText): { yaml: YamlFile<FlowFile> | undefined; problems: Problem[] } {
  const { yaml, problems } = parseYaml(source);
  if (problems.length) return { yaml: undefined, problems };
  const raw = yaml.value;
  const parsed = flowFileSchema.safeParse(raw);
  if (parsed.success) return { yaml: { ...yaml, value: parsed.data }, problems: [] };
  const found: Problem[] = [];
  const steps = typeof raw === 'object' && raw !== null && 'steps' in raw ? raw.steps : undefined;
  readSteps(steps, ['steps'], yaml, found);
  for (const issue of parsed.error.issues) if (issue.path[0] !== 'steps' || !found.length) found.push(...problemsOf(issue, yaml));
  return { yaml: undefined, problems: found };
}

function readSteps(steps: unknown, path: Path, yaml: YamlFile<unknown>, found: Problem[]): void {
  if (!Array.isArray(steps)) return;
  steps.forEach((step: unknown, index) => {
    const here = [...path, index];
    const kinds = Object.keys(stepSchemas) as (keyof typeof stepSchemas)[];
    const keys = typeof step === 'object' && step !== null ? Object.keys(step) : [];
    const kind = kinds.find((name) => keys.includes(name));
    if (!kind) {
      found.push({
        file: yaml.file,
        ...yaml.at(here),
        message: `This step has none of the known kinds (${kinds.join(', ')})`,
        fix: 'Begin the step with one of them, e.g. "- say: saludo".',
      });
      return;
    }
    const record = step as Record<string, unknown>;
    const nested = ['then', 'otherwise', 'steps'];
    const schema: z.ZodType = stepSchemas[kind];
    const parsed = schema.safeParse(step);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const first = issue.path[0];
        if (typeof first === 'string' && nested.includes(first) && issue.path.length > 1) continue;
        found.push(...problemsOf(issue, yaml, here));
      }
    }
    for (const key of nested) readSteps(record[key], [...here, key], yaml, found);
  });
}
