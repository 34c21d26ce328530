// Writes a conversation held in the terminal as a transcript, so that an author makes a test by talking.
import { appendFileSync, writeFileSync } from 'node:fs';
import { describeMedia } from './chat-bubbles.ts';
import type { DriverMessage } from './driver-output.ts';

export interface TranscriptWriter {
  begin(person: string, now: string): void;
  said(text: string): void;
  tapped(label: string): void;
  answered(message: DriverMessage): void;
  passed(milliseconds: number): void;
}

export const noTranscript: TranscriptWriter = { begin() {}, said() {}, tapped() {}, answered() {}, passed() {} };

export function writeTranscript(file: string): TranscriptWriter {
  writeFileSync(file, '# Conversación guardada desde la terminal; escribe aquí, en una frase, qué muestra.\n');
  let begun = false;
  const add = (text: string): void => appendFileSync(file, `${text}\n`);
  const lines = (mark: string, text: string): void => add(`${mark} ${text.split('\n').join('\n  ')}`);
  return {
    begin(person, now) {
      add(begun ? `\n@ ${person}` : `as: ${person}    now: ${now}\n`);
      begun = true;
    },
    said: (text) => lines('>', text),
    tapped: (label) => add(`> [${label}]`),
    answered(message) {
      lines('<', [describeMedia(message), message.text].filter((part) => part !== undefined && part !== '').join('\n'));
      if (message.options.length > 0) add(`  ${message.options.map((label) => `[${label}]`).join(' ')}`);
    },
    passed: (milliseconds) => add(`* ${isoDuration(milliseconds)}`),
  };
}

/** The shortest exact form: P1D, PT2H30M. */
export function isoDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts = {
    D: Math.floor(seconds / 86_400),
    H: Math.floor(seconds / 3600) % 24,
    M: Math.floor(seconds / 60) % 60,
    S: seconds % 60,
  };
  const say = (units: ('D' | 'H' | 'M' | 'S')[]): string =>
    units.map((unit) => (parts[unit] > 0 ? `${parts[unit]}${unit}` : '')).join('');
  const time = say(['H', 'M', 'S']);
  const text = `P${say(['D'])}${time === '' ? '' : `T${time}`}`;
  return text === 'P' ? 'PT0S' : text;
}
