// A group of mentors and the whole house over WhatsApp: linked by a coordinator, asked by mention, voting while the browser is gone; and a
// group of nobody whom the roster knows.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { virtualClock } from '../../src/clock.ts';
import { programOf } from '../../src/commands/chat-house.ts';
import { openWallHouse } from '../../src/commands/wall-house.ts';
import { checkConfig } from '../../src/config.ts';
import { isFullEffort } from '../support/effort.ts';
import { rosterPhone } from '../support/roster-phone.ts';
import { hasBrowser, whySkipped } from '../web/open-browser.ts';
import { browserProcesses } from './browser-processes.ts';
import type { Contact } from './stand-in/phone.ts';
import { StandIn } from './stand-in/stand-in.ts';
import { openWhatsApp } from './whatsapp-trial.ts';

const now = '2026-03-02T16:00:00.000Z';
const known = (person: string, lid: string): Contact => ({ phone: `${rosterPhone(person)}@c.us`, lid, name: 'Quien Sea' });
const boss = known('coordinadora-1', '800000000000021@lid');
const lupe = known('G04-mentora', '800000000000022@lid');
const luz: Contact = { lid: '800000000000023@lid', name: 'Luz' };
const mentors = '120363000000000001@g.us';
const family = '120363000000000002@g.us';

async function opened() {
  const data = mkdtempSync(join(tmpdir(), 'group-house-'));
  const standIn = new StandIn({
    people: [boss, lupe, luz],
    usesLids: true,
    broken: ['messageKeys', 'mediaDownload', 'mediaSend'],
  });
  standIn.setNow(now);
  const group = standIn.group({ id: mentors, title: 'Mentoras 2026', members: [boss, lupe, luz], lidMode: true });
  const others = standIn.group({ id: family, title: 'Familia', members: [luz], lidMode: true });
  const clock = virtualClock(now);
  const trial = await openWhatsApp({ standIn, parts: { clock } });
  const result = checkConfig({ LUCIERNAGA_DATA: data });
  if (!result.ok) throw new Error('the settings of the trial are wrong');
  const { config } = result;
  const broken = (error: unknown): void => {
    throw error;
  };
  const parts = { config, program: programOf(config), channels: [trial.channel], clock, log: trial.log, broken };
  const house = await openWallHouse(parts);
  onTestFinished(async () => {
    await house.stop();
    rmSync(data, { recursive: true, force: true });
  });
  await trial.became('ready');
  const kept = (): string =>
    readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
      .join('\n');
  return { ...trial, group, others, kept, phoneOf: (who: Contact) => standIn.phone(who) };
}

describe.runIf(hasBrowser && isFullEffort)(`a group over WhatsApp and the whole house${whySkipped}`, () => {
  it('is linked, asked, answered in private, and votes while the browser is gone', async () => {
    const { group, standIn, phoneOf, until, became, folder, kept, lines } = await opened();
    const said = (): string[] => group.bubbles().map(({ text }) => text);
    await group.write(luz, 'hola a todas, ayer lloró Emiliano');
    await group.mention(boss, 'este es el grupo de todas las mentoras');
    await expect.poll(said).toEqual([expect.stringContaining('Este es el grupo de todas las mentoras')]);

    await group.mention(lupe, '¿dónde voy con mis maestras?');
    await expect.poll(said).toHaveLength(2);
    expect(said()[1]).toContain('en privado');
    await expect.poll(() => phoneOf(lupe).bubbles().length).toBeGreaterThan(0);
    expect(phoneOf(luz).bubbles()).toEqual([]);

    await group.mention(boss, 'encuesta: ¿Qué día prefieren? Martes / Jueves');
    await expect.poll(() => group.bubbles().at(-1)).toMatchObject({ text: '¿Qué día prefieren?', poll: ['Martes', 'Jueves'] });
    const poll = group.bubbles().at(-1)?.id ?? '';
    await group.vote(lupe, poll, 'Martes');
    for (const id of browserProcesses(folder, 'browser')) process.kill(id, 'SIGKILL');
    await until(({ state }) => state !== 'ready', 'the end of it');
    await standIn.until(() => !standIn.online, 'the end of the page');
    await group.vote(lupe, poll, 'Jueves');
    await group.vote(luz, poll, 'Jueves');
    await group.vote(boss, poll, 'Martes');
    await group.vote(boss, poll);
    await became('ready');
    await group.mention(boss, 'resultados');
    await expect.poll(() => phoneOf(boss).bubbles().at(-1)?.text).toContain('Jueves: 2');
    expect(phoneOf(boss).bubbles().at(-1)?.text).toContain('Martes: 0');

    const logged = JSON.stringify(lines);
    for (const secret of ['Emiliano', 'maestras?', 'Mentoras 2026', '800000000000023', rosterPhone('G04-mentora').slice(-10)])
      expect(logged).not.toContain(secret);
    for (const secret of ['Emiliano', '800000000000023']) expect(kept()).not.toContain(secret);
  });

  it('where nobody is of the roster nothing is said and nothing is kept, whatever is asked', async () => {
    const { group, others, kept } = await opened();
    await others.mention(luz, 'este es el grupo de todas las mentoras');
    await others.mention(luz, '¿hay alguien?');
    await group.mention(boss, 'este es el grupo de todas las mentoras');
    await expect.poll(() => group.bubbles()).toHaveLength(1);
    expect(others.bubbles()).toEqual([]);
    for (const trace of [family.slice(0, 18), 'Familia', '800000000000023']) expect(kept()).not.toContain(trace);
  });
});
