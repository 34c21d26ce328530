// The transcripts are the specification of the flows: each is played and must say the same; every step and branch is in one of them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { brokenRules } from './support/bubble-rules.ts';
import { isFullEffort } from './support/effort.ts';
import { flowCoverage } from './support/flow-coverage.ts';
import { folder, type Played, type Playing, playNamed } from './support/play-transcript.ts';
import { houseProgram } from './support/test-house.ts';

const { program } = houseProgram();
const coverage = flowCoverage(program.flows);
/** A restart between any two lines: of all in full effort, else of some. */
const playingOf = (name: string): Playing => ({
  trace: coverage.trace,
  restarts: isFullEffort || names.indexOf(name) % 10 === 0,
});
const updates = process.env.UPDATE === '1' && !process.env.CI;

const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.chat'))
  .map((file) => file.slice(0, -'.chat'.length))
  .sort();

for (const flow of [...new Set(names.map((name) => name.split('/')[0] ?? ''))]) {
  describe(`the transcripts of ${flow}`, () => {
    for (const name of names.filter((one) => one.startsWith(`${flow}/`))) {
      it(`${name} goes as it is written`, async () => {
        const { printed, problems } = await playNamed(name, playingOf(name));
        const file = `${folder}${name}.chat`;
        if (updates) writeFileSync(file, printed);
        else expect(printed).toBe(readFileSync(file, 'utf8'));
        expect(problems, problems.join('\n')).toEqual([]);
      });
    }
  });
}

const everyone = (): Promise<Played[]> => Promise.all(names.map((name) => playNamed(name, playingOf(name))));

describe('all transcripts together', () => {
  it('visit every step of every flow and both sides of every branch', async () => {
    await everyone();
    expect(coverage.missing()).toEqual([]);
  });

  it('keep every bubble short, with one question at most and nothing left unfilled', async () => {
    const broken = (await everyone()).flatMap(({ transcript, answers }) =>
      answers
        .flat()
        .flatMap((message) => brokenRules(message).map((rule) => `${transcript.name}: ${rule}: ${message.text.slice(0, 80)}`)),
    );
    expect([...new Set(broken)]).toEqual([]);
  });
});

/** Her messages from the first question of the diagnosis, the card's, to the one that shows the closing recap. */
function messagesOfACycle({ transcript, answers }: Played): number {
  const shows = (pattern: RegExp) => answers.findIndex((messages) => messages.some(({ text }) => pattern.test(text)));
  const begins = shows(/^Hoja /);
  const ends = shows(/^Con Lupita · /);
  expect(begins).toBeGreaterThan(-1);
  expect(ends).toBeGreaterThan(begins);
  expect(shows(/^Ciclo cerrado con Lupita/)).toBeGreaterThan(ends);
  return transcript.pieces.slice(begins, ends).filter(({ source }) => source.some((line) => /^>/.test(line))).length;
}

describe('the effort that a cycle asks of a mentor', () => {
  it('is at most 22 messages with the checklist in one line from paper', async () => {
    const count = messagesOfACycle(await playNamed('reflexion/ciclo-en-un-renglon', playingOf('reflexion/ciclo-en-un-renglon')));
    process.stdout.write(`messages of a cycle, one-line capture: ${count}\n`);
    expect(count).toBeLessThanOrEqual(22);
  });

  it('is at most 32 messages item by item', async () => {
    const count = messagesOfACycle(
      await playNamed('reflexion/ciclo-punto-por-punto', playingOf('reflexion/ciclo-punto-por-punto')),
    );
    process.stdout.write(`messages of a cycle, item by item: ${count}\n`);
    expect(count).toBeLessThanOrEqual(32);
  });
});

afterAll(() => {
  const missing = coverage.missing();
  const total = coverage.total();
  process.stdout.write(
    `transcripts: ${names.length}; steps and sides of branches visited: ${total - missing.length} of ${total}\n`,
  );
});
