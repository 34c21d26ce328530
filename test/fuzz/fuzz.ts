// npm run fuzz: as many arbitrary messages as one likes, in arbitrary states of mentors and staff. Anything wrong ends it with the words that led there.
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { anyAct, wholeCycle } from '../support/any-act.ts';
import { type Act, freshPerson, Walk } from '../support/engine-walk.ts';
import { oddText } from '../support/odd-texts.ts';
import { unansweredBy } from '../support/unanswered.ts';

const usage = `npm run fuzz [-- --messages 20000] [--seed 20260302]
Says how many messages a second it takes; ends with code 1 at the first crash, invalid record, broken bubble or message left without a word.`;
const messagesAWalk = 40;
/** A pattern that runs away takes minutes; a machine that is busy does not. */
const mostMilliseconds = 15_000;
/** Turns are computed twice and compared in one walk of so many. */
const twiceEvery = 8;

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: anyAct },
  { weight: 4, arbitrary: oddText.map((text): Act => ({ do: 'say', text })) },
  { weight: 1, arbitrary: oddText.map((text): Act => ({ do: 'edit', text })) },
  {
    weight: 1,
    arbitrary: oddText.map((transcript): Act => ({ do: 'send', content: { kind: 'voice', seconds: 9, transcript } })),
  },
  {
    weight: 1,
    arbitrary: oddText.map((caption): Act => ({ do: 'send', content: { kind: 'media', media: 'image', caption } })),
  },
);

const staff = ['coordinadora-1', 'consultora-1'];

async function places(): Promise<Walk[]> {
  const walk = new Walk(await freshPerson('G04-mentora'));
  const found = [walk.branch()];
  for (const one of wholeCycle) {
    walk.act(one);
    found.push(walk.branch());
  }
  for (const who of staff) for (let times = 0; times < 3; times++) found.push(new Walk(await freshPerson(who)));
  return found;
}

const { values: flags } = parseArgs({
  options: {
    messages: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '20260302' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (flags.help) console.log(usage);
else {
  const wanted = Number(flags.messages);
  const from = await places();
  const began = performance.now();
  let done = 0;
  let slowest = 0;
  for (let round = 0; done < wanted; round++) {
    const seed = Number(flags.seed) + round;
    const acts = fc.sample(act, { seed, numRuns: Math.min(messagesAWalk, wanted - done) });
    const here = (from[round % from.length] as Walk).branch();
    here.asksOften = true;
    here.twice = round % twiceEvery === 0;
    for (const one of acts) {
      const since = performance.now();
      const silent = unansweredBy(here, one);
      slowest = Math.max(slowest, performance.now() - since);
      if (slowest > mostMilliseconds) throw new Error(`${Math.round(slowest)} ms for ${JSON.stringify(one).slice(0, 400)}`);
      if (silent !== undefined) throw new Error(`no answer to ${JSON.stringify(one)} (round ${round}, seed ${seed}): ${silent}`);
      done++;
    }
    if (round % 500 === 499) {
      const seconds = (performance.now() - began) / 1000;
      console.log(`${done} messages, ${Math.round(done / seconds)} a second`);
    }
  }
  console.log(
    `${done} messages in ${Math.round((performance.now() - began) / 1000)} s: nothing crashed, nothing was left without a word; the slowest took ${Math.round(slowest)} ms`,
  );
}
