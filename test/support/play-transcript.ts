// Plays a transcript through the house and gives back what the file should say.
import { readFileSync } from 'node:fs';
import { type DriverMessage, type DriverOutput, isMessage } from '../../src/commands/driver-output.ts';
import { instantOf } from '../../src/mentoring/local-time.ts';
import { remembered } from './remembered.ts';
import { openTestHouse, root, type Snapshot, type TestHouse, testRoster } from './test-house.ts';
import { type Piece, parseTranscript, printMessage, printTranscript, type Step, type Transcript } from './transcript-format.ts';

export const folder = `${root}test/transcripts/`;

export interface Played {
  transcript: Transcript;
  /** The whole file with the bubbles of now. */
  printed: string;
  problems: string[];
  /** One entry for each line, and one for what came before the first. */
  answers: DriverMessage[][];
  /** UTC. */
  begins: string;
  /** The driver lines that the transcript is. */
  inputs: object[];
  end: Snapshot;
}

export interface Playing {
  trace?(step: string): void;
  /** A restart between any two lines; without it only the engine's side goes through JSON. */
  restarts?: boolean;
}

export function readTranscript(name: string): Transcript {
  return parseTranscript(name, readFileSync(`${folder}${name}.chat`, 'utf8'));
}

async function localInstant(person: string, local: string): Promise<string> {
  if (/[zZ]$|[+-]\d\d:\d\d$/.test(local)) return new Date(local).toISOString();
  const { persons, centres } = await testRoster();
  const centreId = persons.find(({ id }) => id === person)?.centreId;
  const zone = centres.find(({ id }) => id === centreId)?.zone ?? 'America/Mexico_City';
  return instantOf({ date: local.slice(0, 10), time: local.slice(11, 16) || '00:00' }, zone);
}

/** By who counts the steps: what another test file played in this process was not counted for this one. */
const played = new Map<Playing['trace'], Map<string, Promise<Played>>>();

/** Once for each transcript: another that begins where it ends takes what it left. */
export function playNamed(name: string, playing: Playing): Promise<Played> {
  const known = played.get(playing.trace) ?? new Map<string, Promise<Played>>();
  played.set(playing.trace, known);
  const again = known.get(name) ?? play(readTranscript(name), playing);
  known.set(name, again);
  return again;
}

export async function play(transcript: Transcript, playing: Playing): Promise<Played> {
  const before = transcript.after === undefined ? undefined : await playNamed(transcript.after, playing);
  const start = transcript.now === undefined ? undefined : await localInstant(transcript.as, transcript.now);
  if (start === undefined && before === undefined) throw new Error(`${transcript.name}: "now:" or "after:" says when it begins`);
  const { house, opening } = await openTestHouse({
    now: start ?? before?.end.clock ?? '',
    ...(before ? { from: before.end } : {}),
    ...(playing.trace ? { trace: playing.trace } : {}),
  });
  const player = new Player(transcript, house);
  const begins = house.driver.now();
  player.take(opening, true);
  for (const [index, piece] of transcript.pieces.entries()) {
    if (playing.restarts && index > 0) player.take(await house.line({ restart: true }), true, true);
    await player.go(piece, index);
  }
  const end = house.snapshot();
  await house.driver.close();
  const problems = [...player.problems, ...house.errors];
  return {
    transcript,
    printed: printTranscript(transcript, player.printed),
    problems,
    answers: player.answers,
    begins,
    inputs: player.inputs,
    end,
  };
}

class Player {
  readonly problems: string[] = [];
  readonly printed: string[][] = [];
  readonly answers: DriverMessage[][] = [];
  readonly inputs: object[] = [];
  readonly #transcript: Transcript;
  readonly #house: TestHouse;
  readonly #seen: DriverMessage[] = [];
  #person: string;
  readonly #phones = new Set<string>();
  #ownMessage = '';

  constructor(transcript: Transcript, house: TestHouse) {
    this.#transcript = transcript;
    this.#house = house;
    this.#person = transcript.as;
  }

  take(outputs: readonly DriverOutput[], timed: boolean, onTop = false): void {
    const messages = outputs.filter(isMessage);
    for (const output of outputs) if ('error' in output) this.problems.push(`${this.#transcript.name}: ${output.error}`);
    this.#seen.push(...messages);
    const lines = messages.flatMap((message) => printMessage(message, this.#person, timed));
    if (onTop) {
      this.printed.at(-1)?.push(...lines);
      this.answers.at(-1)?.push(...messages);
    } else {
      this.printed.push(lines);
      this.answers.push(messages);
    }
  }

  async go({ step, line, inGroup }: Piece, index: number): Promise<void> {
    if (step.kind === 'as') await this.#takesPhone(step.person);
    if (step.kind === 'remember') this.#check(step, line);
    const input = await this.#inputOf(step, `${this.#transcript.name}#${index}`, inGroup);
    if (!input) return this.take([], false);
    this.inputs.push(input);
    this.take(await this.#house.line(input), step.kind === 'time' || step.kind === 'restart');
  }

  /** Who is nobody of the roster is a phone, of which nobody knows yet whose it is. */
  async #takesPhone(named: string): Promise<void> {
    const [, who = named, number] = /^(\S+) \((.+)\)$/.exec(named) ?? [];
    this.#person = who;
    const { persons } = await testRoster();
    if (persons.some(({ id }) => id === who) || this.#phones.has(who)) return;
    this.#phones.add(who);
    const input = { phone: who, ...(number !== undefined && { number }) };
    this.inputs.push(input);
    await this.#house.line(input);
  }

  #check({ path, value }: Extract<Step, { kind: 'remember' }>, line: number): void {
    const state = this.#house.state(this.#person);
    const found = state ? remembered(path, state, this.#house.facts()) : 'none';
    if (found !== value) this.problems.push(`${this.#transcript.name}:${line}: ${path} is "${found}", not "${value}"`);
  }

  async #inputOf(step: Step, id: string, inGroup: Piece['inGroup']): Promise<object | undefined> {
    const from = this.#person;
    const newest = this.#seen.findLast(({ to, phone }) => (phone ?? to) === from)?.id ?? '';
    switch (step.kind) {
      case 'say':
        this.#ownMessage = id;
        return { from, id, ...inGroup, text: this.#withCode(step.text), ...(step.more ? { more: true } : {}) };
      case 'reply': {
        const where = inGroup?.chat ?? from;
        const cited = this.#seen.findLast((one) => (one.phone ?? one.to) === where && one.text.includes(step.to));
        this.#ownMessage = id;
        return { from, id, ...inGroup, text: this.#withCode(step.text), replyTo: cited?.id ?? '???' };
      }
      case 'tap':
        return { from, id, ...inGroup, choose: step.label };
      case 'voice':
        return { from, id, voice: { seconds: 12, ...(step.transcript === undefined ? {} : { transcript: step.transcript }) } };
      case 'media':
        return { from, id, [step.media]: step.caption === undefined ? {} : { caption: step.caption } };
      case 'edit':
        return { from, id, ...inGroup, edit: this.#ownMessage, text: this.#withCode(step.text) };
      case 'revoke':
        return { from, id, revoke: this.#ownMessage };
      case 'react':
        return { from, id, react: step.emoji, to: newest };
      case 'time':
        return step.to.startsWith('P') ? { advance: step.to } : { now: await localInstant(from, step.to) };
      case 'restart':
        return { restart: true };
      case 'group':
        return { group: step.group, members: step.members, ...(step.title !== undefined && { title: step.title }) };
      case 'as':
      case 'remember':
        return undefined;
    }
  }

  /** `{code}` is the short code she saw last, `{code Rosa}` the last one in a bubble that names Rosa; `{papeleta Rosa}` that of Rosa's slip. */
  #withCode(text: string): string {
    const withSlips = text.replace(/\{papeleta ([^}]*)\}/g, (_, name: string) => this.#house.slipOf(name) ?? '????');
    return withSlips.replace(/\{code ?([^}]*)\}/g, (_, name: string) => {
      const pattern = /\b[A-Z]\d[A-Z]\b/;
      const bubble = this.#seen.findLast((one) => one.to === this.#person && pattern.test(one.text) && one.text.includes(name));
      const line = bubble?.text.split('\n').findLast((one) => pattern.test(one) && one.includes(name)) ?? bubble?.text;
      return pattern.exec(line ?? '')?.[0] ?? '???';
    });
  }
}
