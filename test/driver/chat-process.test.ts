// The driver and the house as processes, with the real engine: what a machine, a shell or an operator meets.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseFlags } from '../../src/commands/chat-flags.ts';
import { checkConfig, projectRoot } from '../../src/config.ts';
import { thorough } from '../support/effort.ts';
import { parseTranscript } from '../support/transcript-format.ts';
import { run } from './run-process.ts';

const now = '2026-03-02T09:00:00-06:00';
const chat = 'src/commands/chat.ts';

// Processes of their own take seconds on a busy machine.

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chat-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const objects = (lines: string[]): Record<string, unknown>[] => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('npm run chat -- --json', () => {
  thorough('prints JSON only, leaves no folder behind, and ends with 0 at the end of the input', async () => {
    const driver = run(chat, ['--json', '--now', now], { env: { TMPDIR: folder } });
    driver.send({ from: 'G04-mentora', text: 'hola' }, 'nada');
    driver.child.stdin?.end();
    const lines = objects(await driver.until('"done":2'));
    expect(lines[0]).toEqual({ done: 0 });
    expect(lines.slice(1, -3).length).toBeGreaterThan(0);
    for (const line of lines.slice(1, -3)) expect(line).toMatchObject({ to: 'G04-mentora', chat: 'private' });
    expect(lines.slice(-2)).toEqual([{ error: 'the line is not JSON', line: 2 }, { done: 2 }]);
    expect(await driver.exit).toEqual({ code: 0, signal: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes on after kill -9 where it was, with the same clock', async () => {
    const args = ['--json', '--data', join(folder, 'data')];
    const first = run(chat, [...args, '--now', now]);
    first.send({ from: 'G04-mentora', text: 'hola' }, { advance: 'PT1H' });
    const before = objects(await first.until('"done":2'));
    const options = before.findLast((line) => Array.isArray(line.options) && line.options.length > 0)?.options as string[];
    first.child.kill('SIGKILL');
    await first.exit;
    const second = run(chat, args);
    expect(objects(await second.until('"done":0'))).toEqual([{ done: 0 }]);
    second.send({ from: 'G04-mentora', choose: options[0] });
    const after = objects(await second.until('"done":1'));
    expect(after.length).toBeGreaterThan(1);
    expect(String(after[0]?.id)).toMatch(/^simulator:G04-mentora:in-3:/);
    second.send({ now });
    expect(objects(await second.until('"done":2'))[0]).toHaveProperty('error');
    second.child.stdin?.end();
    expect((await second.exit).code).toBe(0);
  });

  it('says what is wrong at the start, without a stack, and ends with 1', async () => {
    const driver = run(chat, ['--json', '--roster', '/nowhere.csv']);
    expect((await driver.exit).code).toBe(1);
    expect(driver.errors()).toContain('The roster has problems');
    expect(driver.errors()).not.toContain('    at ');
  });

  it.each([
    [['--now', 'mañana'], 'write an instant with its offset'],
    [['--channel', 'sms'], 'write whatsapp or telegram'],
    [['--color'], "Unknown option '--color'"],
    [['--json', '--save', 'x.chat'], '--save goes with the terminal'],
  ])('does not take the flags %j', (args, problem) => {
    expect(() => parseFlags(args)).toThrow(problem);
  });

  thorough('takes a roster of its own', async () => {
    const centres = 'id,centreKey,name,ooad,provision,region,state,locality,zone,intensive,safeguardingContacts,active';
    const people = 'id,name,calledAs,roles,centreId,phone,expectedCaregivers,accompaniedBy,active,mentorRole';
    writeFileSync(
      join(folder, 'centres.csv'),
      `${centres}\nC1,0001,Centro,Jalisco,indirect,Occidente,Jalisco,Zapopan,America/Mexico_City,no,,yes\n`,
    );
    writeFileSync(join(folder, 'people.csv'), `${people}\nyo,Yolanda Prueba,maestra Yola,mentor,C1,,3,,yes,educadora\n`);
    const driver = run(chat, ['--json', '--now', now, '--roster', join(folder, 'people.csv')]);
    driver.send({ from: 'yo', text: 'hola' });
    expect((await driver.until('"done":1')).join('\n')).toContain('maestra Yola');
    driver.child.stdin?.end();
    await driver.exit;
  });
});

describe('npm run chat', () => {
  thorough('is a conversation for people, within 80 columns, and can be saved as a transcript', async () => {
    const saved = join(folder, 'x.chat');
    const terminal = run(chat, ['--now', now, '--as', 'G04-mentora', '--save', saved]);
    terminal.send('hola', '/toca 1', '/avanza 1d', '/quien G05-mentora', 'hola', '/salir');
    const lines = await terminal.until('Hasta luego.');
    expect(lines.join('\n')).toContain('(G04-mentora)');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    expect((await terminal.exit).code).toBe(0);
    const transcript = readFileSync(saved, 'utf8').split('\n');
    expect(transcript[1]).toBe(`as: G04-mentora    now: ${now}`);
    expect(transcript).toContain('> hola');
    expect(transcript.some((line) => /^> \[.+\]$/.test(line))).toBe(true);
    const { as, pieces } = parseTranscript('bienvenida/x', transcript.join('\n'));
    expect(as).toBe('G04-mentora');
    expect(pieces.map(({ step }) => step.kind)).toEqual(['say', 'tap', 'time', 'as', 'say']);
  });
});

describe('npm start', () => {
  const env = () => ({ LUCIERNAGA_DATA: join(folder, 'run'), LUCIERNAGA_NOW: now });

  it('opens a conversation at once, refuses a second instance, and ends with 0 when told to', async () => {
    const house = run('src/main.ts', [], { env: env() });
    await house.until('Usted es ');
    const second = run('src/main.ts', [], { env: env() });
    expect((await second.exit).code).toBe(1);
    expect(second.errors()).toContain('is in use by process');
    house.send('hola');
    await house.until('Luciérnaga · ');
    house.child.kill('SIGTERM');
    expect(await house.exit).toEqual({ code: 0, signal: null });
    const again = run('src/main.ts', [], { env: env() });
    again.child.stdin?.end();
    expect((await again.exit).code).toBe(0);
  });

  thorough('serves where nobody can type, and ends in order when told to, even if it is told twice', async () => {
    const house = run('src/main.ts', [], { env: env(), stdin: 'ignore' });
    await house.until('La página del simulador');
    // As with Ctrl+C under npm: the terminal signals both, and npm passes it on.
    house.child.kill('SIGINT');
    house.child.kill('SIGINT');
    house.child.kill('SIGTERM');
    expect(await house.exit).toEqual({ code: 0, signal: null });
    expect(existsSync(join(folder, 'run', 'writer.lock'))).toBe(false);
  });

  it('reports every setting that is wrong, and ends with 1', async () => {
    const house = run('src/main.ts', [], { env: { LUCIERNAGA_LOG: 'loud', LUCIERNAGA_DATTA: 'x' } });
    expect((await house.exit).code).toBe(1);
    expect(house.errors()).toContain('LUCIERNAGA_LOG="loud"');
    expect(house.errors()).toContain('did you mean LUCIERNAGA_DATA?');
  });
});

it('the example of the settings file names settings that exist', () => {
  const example = readFileSync(join(projectRoot, '.env.example'), 'utf8');
  const given = [...example.matchAll(/^#(LUCIERNAGA_\w+)=(.*)$/gm)].map(
    ([, name, value]) => [String(name), String(value)] as const,
  );
  expect(given).toHaveLength(17);
  expect(checkConfig(Object.fromEntries(given)).ok).toBe(true);
});
