// The human face of the driver: talk as any person of the roster, with slash commands of the driver itself.

import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { Person } from '../domain/roster.ts';
import { localMoment, sayDate, withOffset } from '../mentoring/local-time.ts';
import { drawBubble, layOptions, terminalWidth, wrapText } from './chat-bubbles.ts';
import { readLines } from './chat-lines.ts';
import { choosePerson, listPersons, tenAtMost } from './chat-persons.ts';
import { isoDuration, noTranscript, type TranscriptWriter } from './chat-transcript.ts';
import type { Driver } from './driver-core.ts';
import { type DriverMessage, type DriverOutput, isMessage } from './driver-output.ts';

export interface TerminalParts {
  driver: Driver;
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean };
  /** Id of the person to begin with; the first mentor where it is left out. */
  as?: string | undefined;
  transcript?: TranscriptWriter;
}

export interface Terminal {
  /** Resolves when the person leaves or the input ends. */
  run(): Promise<void>;
  /** Ends `run` as soon as the line under way is done. */
  leave(): void;
}

const botName = 'Luciérnaga';
const help = `Escriba como si fuera ella. Lo que empieza con / es para esta terminal:
  /toca N      toca la opción N (también puede escribir el número)
  /avanza      adelanta el reloj hasta lo siguiente que toque; /avanza 1d, 2h, 30m
  /hora        qué hora es para ella
  /quien       cambia de persona; /quien G01-mentora
  /reinicia    apaga el bot y lo vuelve a encender
  /salir       termina
  /?           muestra esto`;

export function createTerminal(parts: TerminalParts): Terminal {
  const { driver, input, output } = parts;
  const transcript = parts.transcript ?? noTranscript;
  const typed = readLines(input, output, input.isTTY === true && output.isTTY === true, '> ');
  let person: Person | undefined;
  /** The newest options that each was shown. */
  const offers = new Map<string, { id: string; labels: string[] }>();
  /** What others got meanwhile, to be shown when she is looked at. */
  const unseen = new Map<string, DriverMessage[]>();

  const print = (text = ''): void => void output.write(`${text}\n`);
  const quietly = (text: string): void => print(output.isTTY === true ? styleText('dim', text) : text);
  const zone = (): string => driver.zoneOf(person?.id ?? '');

  function dayOf(instant: string): string {
    return sayDate(localMoment(instant, zone()).date, localMoment(driver.now(), zone()).date);
  }

  function show(message: DriverMessage): void {
    print(drawBubble(message, botName, dayOf(message.at)));
    print();
    if (message.options.length > 0) offers.set(message.to, { id: message.id, labels: message.options });
    transcript.answered(message);
  }

  function showAll(outputs: readonly DriverOutput[]): void {
    const others = new Set<string>();
    for (const one of outputs) {
      if ('error' in one) quietly(`(${one.error})`);
      if (!isMessage(one)) continue;
      if (one.to === person?.id) {
        show(one);
        continue;
      }
      unseen.set(one.to, [...(unseen.get(one.to) ?? []), one]);
      others.add(one.to);
    }
    if (others.size > 0)
      quietly(wrapText(`(También hay mensajes para ${tenAtMost([...others])}; véalos con /quien.)`, terminalWidth).join('\n'));
  }

  function become(next: Person): void {
    person = next;
    transcript.begin(next.id, withOffset(driver.now(), zone()));
    print();
    quietly(wrapText(`Usted es ${next.name} (${next.id}). ${clockLine()}`, terminalWidth).join('\n'));
    print();
    for (const message of unseen.get(next.id) ?? []) show(message);
    unseen.delete(next.id);
  }

  function clockLine(): string {
    return `Son las ${localMoment(driver.now(), zone()).time} del ${dayOf(driver.now())}.`;
  }

  async function give(line: object): Promise<void> {
    showAll(await driver.line(line));
  }

  async function tap(word: string): Promise<void> {
    const offered = offers.get(person?.id ?? '');
    const label = offered?.labels[Number(word) - 1];
    if (offered === undefined || label === undefined) {
      quietly(
        offered === undefined ? '(No hay nada que tocar.)' : `(Toque una de éstas: ${layOptions(offered.labels, 200).join(' ')})`,
      );
      return;
    }
    transcript.tapped(label);
    await give({ from: person?.id, choose: label, of: offered.id });
  }

  async function advance(words: string[]): Promise<void> {
    const before = driver.now();
    const milliseconds = words.length > 0 ? spanOf(words.join('')) : await untilNext();
    if (milliseconds === undefined) {
      quietly(
        words.length > 0
          ? '(Escriba por ejemplo /avanza 1d, /avanza 2h o /avanza 30m.)'
          : '(No hay nada pendiente más adelante.)',
      );
      return;
    }
    transcript.passed(milliseconds);
    await give({ advance: isoDuration(milliseconds) });
    if (driver.now() !== before) quietly(clockLine());
  }

  async function untilNext(): Promise<number | undefined> {
    const due = await driver.nextDueAt();
    // Durations of the driver are whole seconds: the next one after it.
    return due === undefined ? undefined : Math.max(0, Math.ceil((Date.parse(due) - Date.parse(driver.now())) / 1000) * 1000);
  }

  async function command(line: string): Promise<'go on' | 'leave'> {
    const [name = '', ...words] = line.slice(1).trim().split(/\s+/);
    switch (name.toLowerCase()) {
      case 'salir':
        return 'leave';
      case 'toca':
        await tap(words[0] ?? '');
        break;
      case 'avanza':
        await advance(words);
        break;
      case 'hora':
        quietly(clockLine());
        break;
      case 'quien':
      case 'quién': {
        const next = words.length > 0 ? choosePerson(driver.persons(), words.join(' ')) : undefined;
        if (next !== undefined) become(next);
        else quietly(listPersons(driver.persons(), person?.id));
        break;
      }
      case 'reinicia':
        await give({ restart: true });
        quietly('(El bot se apagó y volvió a encenderse.)');
        break;
      default:
        quietly(help);
    }
    return 'go on';
  }

  return {
    async run() {
      const pending = await driver.start();
      const first = choosePerson(driver.persons(), parts.as ?? '');
      if (first === undefined) {
        print('No hay nadie en el padrón con quien empezar.');
        typed.end();
        return;
      }
      quietly(`Platique con ${botName}. Escriba, por ejemplo, hola. Ayuda de la terminal: /?`);
      become(first);
      showAll(pending);
      for (let line = await typed.next(); line !== undefined; line = await typed.next()) {
        if (input.isTTY !== true) print(line);
        if (line.startsWith('/')) {
          if ((await command(line)) === 'leave') break;
        } else if (line.trim() !== '') {
          transcript.said(line);
          await give({ from: person?.id, text: line });
        }
      }
      typed.end();
      print();
      quietly('Hasta luego.');
    },
    leave: () => typed.end(),
  };
}

function spanOf(text: string): number | undefined {
  if (!/^(?:\d+[dhm])+$/i.test(text)) return undefined;
  const unitMs: Record<string, number> = { d: 86_400_000, h: 3_600_000, m: 60_000 };
  return [...text.matchAll(/(\d+)([dhm])/gi)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unitMs[unit?.toLowerCase() ?? ''] ?? 0),
    0,
  );
}
