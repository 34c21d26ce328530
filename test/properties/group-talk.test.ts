// Whatever a mentor in the middle of her cycles writes to the bot in a group, the group reads only what is everybody's.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isMessage } from '../../src/commands/driver-output.ts';
import { isFullEffort } from '../support/effort.ts';
import { folder, playNamed, readTranscript } from '../support/play-transcript.ts';
import { houseProgram, openTestHouse } from '../support/test-house.ts';

const { program } = houseProgram();

/** What mentors write in their own chats, as all transcripts have it. */
function whatMentorsWrite(): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.chat'));
  const said = names.flatMap((file) =>
    readTranscript(file.slice(0, -'.chat'.length)).pieces.flatMap(({ step }) => (step.kind === 'say' ? [step.text] : [])),
  );
  return [...new Set(said)].filter((text) => text.trim() !== '' && !/[{@]/.test(text)).sort();
}

/** All that may be said in a group to who asks: the house's own sentences for groups, known answers, beginnings of the guide. */
function mayBeSaid(text: string): boolean {
  const fixed = Object.entries(program.texts).some(
    ([key, known]) => key.startsWith('grupo.') && !known.includes('{') && known === text,
  );
  const known = program.questions.some(({ answer }) => answer === text);
  const ofGuide = program.guide.some(
    ({ title, text: chapter }) => text.includes(title) && text.endsWith(chapter.split('\n\n')[0] ?? ''),
  );
  return fixed || known || ofGuide;
}

const every = isFullEffort ? 1 : 24;

describe('in a group', () => {
  it("nothing is said but what is everybody's, whatever she writes", async () => {
    const { end } = await playNamed('observacion/feliz', {});
    const { house } = await openTestHouse({ now: end.clock, from: end });
    await house.line({ group: 'g1', members: ['G04-mentora', 'coordinadora-1'] });
    await house.line({ from: 'coordinadora-1', chat: 'g1', text: 'este es el grupo de todas', mention: true });
    const lines = whatMentorsWrite().filter((_, place) => place % every === 0);
    expect(lines.length).toBeGreaterThan(50);
    const wrong: string[] = [];
    let answered = 0;
    for (const [index, text] of lines.entries()) {
      const mention = index % 3 !== 2;
      const outputs = await house.line({ from: 'G04-mentora', chat: 'g1', text, ...(mention && { mention }) });
      const inGroup = outputs.filter(isMessage).filter(({ chat }) => chat === 'g1');
      if (mention) answered += inGroup.length;
      else wrong.push(...inGroup.map(() => `answered without being meant: ${text}`));
      wrong.push(...inGroup.filter((one) => !mayBeSaid(one.text)).map((one) => `${text} -> ${one.text}`));
    }
    await house.driver.close();
    expect(wrong).toEqual([]);
    expect(house.errors).toEqual([]);
    expect(answered).toBeGreaterThan(lines.length / 4);
  });
});
