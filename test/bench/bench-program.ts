// The conversation of the benchmark: a flow of thirteen choices, one of them answered wrongly once, which begins again at its end.
import { createHash } from 'node:crypto';
import { compileFlow } from '../../src/program/compiled-flow.ts';
import { flowFileSchema } from '../../src/program/flow-schema.ts';
import { loadProgram } from '../../src/program/load-program.ts';
import type { FlowBundle, Program } from '../../src/program/program.ts';

export const questions = 13;
/** Messages of a person in one round: an answer to each question, and one that is not understood. */
export const messagesARound = questions + 1;
const name = 'prueba';
const filler = 'Piense en su última sesión de este mes y elija la opción que mejor la describa. ';

export function benchProgram(root: string): Program {
  const loaded = loadProgram(root);
  if (!loaded.ok) throw new Error('flows or content have problems: run npm run check');
  const { program } = loaded;
  const steps = Array.from({ length: questions }, (_, index) => ({
    ask: `q${index + 1}`,
    as: 'choice',
    options: ['si', 'parte', 'no'],
  }));
  const flow = compileFlow(flowFileSchema.parse({ flow: name, passing: false, steps: [...steps, { go: name }] }));
  const texts = Object.fromEntries(
    steps.flatMap(({ ask }, index) => [
      [`${name}.${ask}`, `[Q${index + 1}] ¿Acordaron usted y su maestra el punto ${index + 1} de la lista? ${filler}`],
      [`${name}.${ask}.again`, `[Q${index + 1}] Perdón, escriba por favor un número del 1 al 3.`],
      [`${name}.${ask}.options.si`, 'Por completo'],
      [`${name}.${ask}.options.parte`, 'En parte'],
      [`${name}.${ask}.options.no`, 'Todavía no'],
    ]),
  );
  const bundle: FlowBundle = { kind: 'flow', flow: name, flows: { [name]: flow }, texts, synonyms: {} };
  const hash = createHash('sha256').update(JSON.stringify(bundle)).digest('hex').slice(0, 16);
  return {
    ...program,
    flows: { ...program.flows, [name]: flow },
    currentPin: { ...program.currentPin, flows: { ...program.currentPin.flows, [name]: hash } },
    bundles: { ...program.bundles, [hash]: bundle },
    pins: [...program.pins, { hash, body: bundle }],
  };
}

export const benchFlow = name;
/** The question that a person answers wrongly once a round. */
const wrongAt = (person: number): number => 1 + (person % 11);

/** Text of the k-th message of a round. */
export function messageText(person: number, k: number): string {
  return k === wrongAt(person) ? 'plátano azul' : String(1 + ((person + k) % 3));
}

/** Number of the question that the right reply to the k-th message shows. */
export function expectedQuestion(person: number, k: number): number {
  const answered = k < wrongAt(person) ? k + 1 : k;
  return answered >= questions ? 1 : answered + 1;
}

export function shownQuestion(text: string): number {
  return Number(/\[Q(\d+)\]/.exec(text)?.[1] ?? 0);
}
