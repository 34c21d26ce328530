// The .chat format: what a transcript file says, and how one is written again with what the bot answers now.
import type { DriverMessage } from '../../src/commands/driver-output.ts';

export type Step =
  | { kind: 'say'; text: string; more: boolean }
  | { kind: 'reply'; to: string; text: string }
  | { kind: 'tap'; label: string }
  | { kind: 'voice'; transcript: string | undefined }
  | { kind: 'media'; media: 'image' | 'video' | 'document'; caption: string | undefined }
  | { kind: 'edit'; text: string }
  | { kind: 'revoke' }
  | { kind: 'react'; emoji: string }
  | { kind: 'time'; to: string }
  | { kind: 'restart' }
  | { kind: 'as'; person: string }
  | { kind: 'group'; group: string; title: string | undefined; members: string[] }
  | { kind: 'remember'; path: string; value: string };

export interface Piece {
  /** The lines of the file that ask for the step, with comments and blank lines before them. */
  source: string[];
  step: Step;
  /** In which group she does it, and whether she names the bot. */
  inGroup?: { chat: string; mention?: true };
  line: number;
}

export interface Transcript {
  /** `<flow>/<story>`. */
  name: string;
  about: string;
  as: string;
  now: string | undefined;
  after: string | undefined;
  header: string[];
  pieces: Piece[];
  tail: string[];
}

const media = { foto: 'image', video: 'video', archivo: 'document' } as const;

function saying(text: string, more: boolean): Step {
  const tap = /^\[(.+)\]$/s.exec(text);
  if (tap?.[1] !== undefined) return { kind: 'tap', label: tap[1] };
  const reply = /^\(cita «(.+?)»: ?(.*)\)$/s.exec(text);
  if (reply) return { kind: 'reply', to: reply[1] ?? '', text: reply[2] ?? '' };
  const deed = /^\((voz|foto|video|archivo|edita|borra|reacciona)(?:: ?| )?(.*)\)$/s.exec(text);
  if (!deed) return { kind: 'say', text, more };
  const [, verb = '', rest = ''] = deed;
  const words = rest === '' ? undefined : rest;
  if (verb === 'voz') return { kind: 'voice', transcript: words };
  if (verb === 'edita') return { kind: 'edit', text: rest };
  if (verb === 'borra') return { kind: 'revoke' };
  if (verb === 'reacciona') return { kind: 'react', emoji: rest };
  return { kind: 'media', media: media[verb as keyof typeof media], caption: words };
}

const groupLine = /^% (\w+)(?: «(.+?)»)?: (.+)$/;
const saidInGroup = /^([a-z]\w*)>(@?) (.*)$/s;

function pieceOf(line: string, at: string): Pick<Piece, 'step' | 'inGroup'> {
  const [, chat, mark, text = ''] = saidInGroup.exec(line) ?? [];
  if (chat === undefined) return { step: stepOf(line, at) };
  return { step: saying(text, false), inGroup: { chat, ...(mark === '@' && { mention: true }) } };
}

function stepOf(line: string, at: string): Step {
  const [, group, title, members = ''] = groupLine.exec(line) ?? [];
  if (group !== undefined) return { kind: 'group', group, title, members: members.split(/,\s*/) };
  if (line.startsWith('>> ')) return saying(line.slice(3), true);
  if (line.startsWith('> ')) return saying(line.slice(2), false);
  if (line.startsWith('* ')) return { kind: 'time', to: line.slice(2).trim() };
  if (line === '! restart') return { kind: 'restart' };
  if (line.startsWith('@ ')) return { kind: 'as', person: line.slice(2).trim() };
  const fact = /^= ([^:]+): ?(.*)$/.exec(line);
  if (fact?.[1] !== undefined) return { kind: 'remember', path: fact[1].trim(), value: (fact[2] ?? '').trim() };
  throw new Error(`${at}: a line begins with >, >>, <, *, !, @, =, %, #, a group's name and > or two spaces, not "${line}"`);
}

/** Throws with the line where the file cannot be read. */
export function parseTranscript(name: string, text: string): Transcript {
  const lines = text.replace(/\n$/, '').split('\n');
  const head = lines.findIndex((line) => /^as: /.test(line));
  const [about = ''] = lines;
  if (head < 0 || !about.startsWith('# ')) throw new Error(`${name}: begins with "# what it shows" and "as: <person>"`);
  const fields = Object.fromEntries([...(lines[head] ?? '').matchAll(/(\w+): (\S+)/g)].map(([, key, value]) => [key, value]));
  const pieces: Piece[] = [];
  let kept: string[] = [];
  let bot = false;
  const body = lines.slice(head + 1);
  body.forEach((line, index) => {
    const number = head + index + 2;
    const last = pieces.at(-1);
    if (/^<[a-zA-Z0-9-]*( |$)/.test(line)) bot = true;
    // An empty line inside a bubble has more of the bubble behind it.
    else if (
      bot &&
      (line.startsWith('  ') ||
        (line === '' &&
          body
            .slice(index + 1)
            .find((next) => next !== '')
            ?.startsWith('  ')))
    )
      return;
    else if (line.startsWith('  ') && last && kept.length === 0) {
      last.source.push(line);
      if (last.step.kind !== 'say') throw new Error(`${name}:${number}: only words go on in a second line`);
      last.step = { ...last.step, text: `${last.step.text}\n${line.slice(2)}` };
    } else {
      bot = false;
      if (line.trim() === '' || line.startsWith('#')) kept.push(line);
      else {
        pieces.push({ source: [...kept, line], ...pieceOf(line, `${name}:${number}`), line: number });
        kept = [];
      }
    }
  });
  return {
    name,
    about: about.slice(2),
    as: fields.as ?? '',
    now: fields.now,
    after: fields.after,
    header: lines.slice(0, head + 1),
    pieces,
    tail: kept.filter((line) => line.trim() !== ''),
  };
}

const weekdays = ['dom', 'lun', 'mar', 'mié', 'jue', 'vie', 'sáb'];

/** 'mié 4 mar 14:00' of the reader's own clock. */
function sayTime(at: string): string {
  const date = at.slice(0, 10);
  const month = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'][
    Number(date.slice(5, 7)) - 1
  ];
  return `${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${Number(date.slice(8))} ${month} ${at.slice(11, 16)}`;
}

export function printMessage(message: DriverMessage, reader: string, timed: boolean): string[] {
  const { media: shown } = message;
  const about =
    shown &&
    (shown.sent
      ? `(${shown.type})`
      : `(${shown.type}: ${shown.file ?? shown.link ?? ''}, ${shown.seconds ?? 0} s, ${shown.megabytes ?? 0} MB)`);
  const [first = '', ...rest] = [...(about ? [about] : []), ...(message.text === '' ? [] : message.text.split('\n'))];
  const on = message.phone ?? message.to;
  const mark = `<${on === reader ? '' : on} ${timed ? `(${sayTime(message.at)}) ` : ''}`;
  const options = message.options.map((label) => `[${label}]`).join(' ');
  return [`${mark}${first}`, ...rest.map((line) => `  ${line}`), ...(options === '' ? [] : [`  ${options}`])].map((line) =>
    line.trimEnd(),
  );
}

/** `answers[0]` came before the first line, `answers[n]` after the n-th. */
export function printTranscript(transcript: Transcript, answers: readonly string[][]): string {
  const body = transcript.pieces.flatMap(({ source }, index) => [...source, ...(answers[index + 1] ?? [])]);
  return `${[...transcript.header, ...(answers[0] ?? []), ...body, ...transcript.tail].join('\n')}\n`;
}
