// Texts that a flow says, asks or offers, and that are not written yet.
import { type Check, type Path, problemAt } from './static-check.ts';
import { askSteps, placedSteps } from './walk-steps.ts';

export const missingText: Check = (files) =>
  Object.entries(files.flows).flatMap(([name, flow]) => {
    const texts = files.texts[name];
    const file = texts?.file ?? flow.file.replace(/^.*\//, 'content/es-MX/');
    if (!texts)
      return [
        problemAt(
          flow,
          ['flow'],
          `The texts of this flow are missing: there is no ${file}`,
          'Write that file, with one key for each step id.',
        ),
      ];
    const missing = (path: Path, what: string, how: string) =>
      problemAt(flow, path, `Missing text: ${what}`, `Add ${how} to ${file}.`);
    const corrected = new Set(askSteps(flow).flatMap(({ step }) => step.corrects ?? []));
    return placedSteps(flow).flatMap(({ step, path }) => {
      if ('say' in step) {
        const entry = texts.value[step.say];
        if (typeof entry === 'string' || (entry && typeof entry.ask === 'string')) return [];
        return [missing([...path, 'say'], `the sentence "${step.say}"`, `"${step.say}: …"`)];
      }
      if (!('ask' in step)) return [];
      const id = step.ask;
      const entry = texts.value[id];
      if (entry === undefined) return [missing([...path, 'ask'], `the question "${id}"`, `"${id}:" with "ask:" under it`)];
      if (typeof entry === 'string') {
        return [
          problemAt(
            texts,
            [id],
            `"${id}" is a question, and its text is a plain sentence`,
            `Write "${id}:" and under it "ask:" with the sentence.`,
          ),
        ];
      }
      const found = entry.ask ? [] : [missing([...path, 'ask'], `what "${id}" asks`, `"ask:" under "${id}:"`)];
      for (const option of step.options ?? []) {
        if (!entry.options?.[option]) {
          found.push(
            missing(
              [...path, 'options'],
              `the label of the option "${option}" of "${id}"`,
              `"${option}: …" under "options:" of "${id}"`,
            ),
          );
        }
      }
      if (step.nudge && !entry.nudge)
        found.push(missing([...path, 'nudge'], `what is said to ask once for a better "${id}"`, `"nudge:" under "${id}:"`));
      if (corrected.has(id) && !entry.label) {
        found.push(
          missing([...path, 'ask'], `what "${id}" is called when it is corrected`, `"label:" under "${id}:", such as "la meta"`),
        );
      }
      return found;
    });
  });
