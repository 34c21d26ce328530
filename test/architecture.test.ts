// The rooms of the house: who may import whom, and the habits by which a file is found and read.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const src = join(root, 'src');

interface SourceFile {
  path: string;
  text: string;
  lines: number;
  imports: string[];
}

const files: SourceFile[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(src, path), 'utf8');
    const imports = [
      ...text.matchAll(
        /^\s*(?:import|export)\b[^'"\n]*(?:\{[^}]*\}[^'"]*)?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
      ),
    ];
    return {
      path,
      text,
      lines: text.trimEnd().split('\n').length,
      imports: imports.map((found) => found[1] ?? found[2] ?? found[3] ?? ''),
    };
  });

/** 'engine', 'channels/telegram', 'store' (the port and what its adapters share), or 'top' for src/main.ts and its like. */
function roomOf(path: string): string {
  const parts = path.split('/');
  const [first = '', second = ''] = parts;
  if (parts.length === 1) return 'top';
  const divided = ['channels', 'store', 'assistant'].includes(first) && parts.length > 2;
  return divided ? `${first}/${second}` : first;
}

/** Packages without I/O, clock or chance when they are called, allowed in pure rooms; one reason each. */
const pure: Record<string, string> = {
  dayjs: 'dates and zones; always given its instant',
  zod: 'shapes of what comes from outside',
  'intl-messageformat': 'values and plurals in the texts of content',
  minisearch: 'search in tips and frequent questions, in memory',
  '@orama/stemmers': 'endings of Spanish words do not count in a search',
  'fastest-levenshtein': 'how far a typo is from a word',
};

/** What each room may import besides itself; packages by name. A vendor is only in the rooms that are its own. */
const mayImport: Record<string, { rooms: string[]; packages: string[] }> = {
  domain: { rooms: [], packages: ['zod'] },
  program: { rooms: ['domain'], packages: ['js-yaml', 'date-holidays', 'node:fs', 'node:crypto', 'node:module', 'node:path'] },
  mentoring: { rooms: ['domain', 'program'], packages: [] },
  outreach: { rooms: ['domain', 'program', 'mentoring'], packages: [] },
  engine: { rooms: ['domain', 'program', 'mentoring', 'outreach'], packages: [] },
  roster: { rooms: ['domain'], packages: ['csv-parse', 'zod', 'node:fs', 'node:path', 'node:fs/promises'] },
  channels: { rooms: ['domain'], packages: [] },
  'channels/simulator': { rooms: ['domain', 'channels', 'top'], packages: [] },
  'channels/telegram': { rooms: ['domain', 'channels', 'top'], packages: ['grammy', 'node:*'] },
  'channels/whatsapp': { rooms: ['domain', 'channels', 'top'], packages: ['whatsapp-web.js', 'node:*'] },
  store: { rooms: ['domain'], packages: ['node:*'] },
  'store/memory': { rooms: ['domain', 'store', 'top'], packages: ['node:*'] },
  'store/lowdb': { rooms: ['domain', 'store', 'top'], packages: ['lowdb', 'node:*'] },
  'store/postgres': { rooms: ['domain', 'store', 'top'], packages: ['pg', 'node:*'] },
  assistant: { rooms: ['domain'], packages: [] },
  'assistant/openai': { rooms: ['domain', 'assistant', 'top'], packages: ['openai', 'node:*'] },
  reports: {
    rooms: ['domain', 'outreach', 'program', 'mentoring', 'store'],
    packages: ['csv-stringify', '@resvg/resvg-js', 'ical-generator', 'pdfmake', 'write-excel-file', 'node:*'],
  },
  runtime: { rooms: ['domain', 'engine', 'channels', 'store', 'assistant', 'top'], packages: ['node:*'] },
};
/** The composition roots: they may import everything, and nobody else imports them. */
const roots = ['commands', 'web', 'rehearsal', 'top'];
/** Files of src itself that are ports, not roots: given as arguments, their types are known everywhere outside the pure rooms. */
const ports = ['clock.ts', 'log.ts'];
/** Rooms whose modules may only be asked for their types by the pure ones. */
const typesOnly: Record<string, string[]> = { program: ['mentoring', 'outreach', 'engine', 'reports'] };

const pureRooms = ['domain', 'program', 'mentoring', 'outreach', 'engine', 'roster'];

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

function allowsPackage(room: string, specifier: string): boolean {
  const name = packageName(specifier);
  const packages = mayImport[room]?.packages ?? [];
  if (packages.includes(name) || (name.startsWith('node:') && packages.includes('node:*'))) return true;
  return name in pure && (room !== 'domain' || name === 'zod');
}

function breaches(file: SourceFile): string[] {
  const room = roomOf(file.path);
  const isRoot = roots.includes(room) && !ports.includes(file.path);
  return file.imports.flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      return isRoot || room === 'top' || allowsPackage(room, specifier) ? [] : [`${file.path} imports ${specifier}`];
    }
    const target = relative(src, resolve(src, dirname(file.path), specifier));
    const other = roomOf(target);
    if (other === room && (room !== 'top' || isRoot)) return [];
    if (other === 'top') return ports.includes(target) || isRoot ? [] : [`${file.path} imports ${target}`];
    if (isRoot) return [];
    if (roots.includes(other)) return [`${file.path} imports ${target}, which only composition roots may`];
    return mayImport[room]?.rooms.includes(other) ? [] : [`${file.path} imports ${target}`];
  });
}

const codeOf = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

describe('who imports whom', () => {
  it('every file keeps to the table of rooms', () => {
    expect(files.flatMap(breaches)).toEqual([]);
  });

  it('every room has its row in the table', () => {
    const rooms = [...new Set(files.map(({ path }) => roomOf(path)))];
    expect(rooms.filter((room) => !(room in mayImport) && !roots.includes(room))).toEqual([]);
  });

  it('the pure rooms ask the program for its types only', () => {
    const values = files.flatMap(({ path, text }) =>
      [...text.matchAll(/^import (?!type )[^;]*?from '([^']*\/program\/[^']+)'/gm)]
        .filter(
          ([whole]) => (typesOnly.program ?? []).includes(roomOf(path)) && !/^import \{\s*(type \w+,?\s*)+\} from/.test(whole),
        )
        .map(([, target]) => `${path} imports a value from ${target}`),
    );
    expect(values).toEqual([]);
  });

  it('the runtime knows no adapter and only the entry of the engine', () => {
    const broken = files.flatMap(({ path, imports }) =>
      roomOf(path) === 'runtime'
        ? imports
            .filter((one) => /\/(engine\/(?!take-turn)|(channels|store|assistant)\/\w+\/)/.test(one))
            .map((one) => `${path} imports ${one}`)
        : [],
    );
    expect(broken).toEqual([]);
  });

  it('flows and content are read from the disk by program/load-* and program/read-* alone', () => {
    const readers = files
      .filter(({ path, imports }) => roomOf(path) === 'program' && imports.includes('node:fs'))
      .map(({ path }) => basename(path));
    expect(readers.filter((name) => !/^(load|read)-/.test(name))).toEqual([]);
  });
});

describe('the rooms of understanding', () => {
  /** From the ground up: each may use those before it. What is read stands apart from what is done about it. */
  const floors = ['words', 'harm', 'numbers', 'yes-no', 'people', 'when', 'told', 'commands', 'choices', 'scales', 'sheets'];
  const floorOf = (path: string): number => floors.indexOf(/^engine\/answers\/([^/]+)\//.exec(path)?.[1] ?? '');
  const readers = files.filter(({ path }) => path.startsWith('engine/answers/'));

  it('are those of the list, and every reader is in one of them', () => {
    expect(readers.filter(({ path }) => floorOf(path) < 0).map(({ path }) => path)).toEqual([]);
  });

  it('use the rooms below them, and nothing of the conversation', () => {
    const broken = readers.flatMap(({ path, imports }) =>
      imports.flatMap((specifier) => {
        const target = relative(src, resolve(src, dirname(path), specifier));
        if (!target.startsWith('engine/')) return [];
        const floor = floorOf(target);
        return floor >= 0 && floor <= floorOf(path) ? [] : [`${path} imports ${target}`];
      }),
    );
    expect(broken).toEqual([]);
  });
});

describe('the page in the browser', () => {
  it('imports its own modules and nothing else; the server asks it for types only', () => {
    const isPage = (path: string): boolean => path.startsWith('web/page/');
    const broken = files.flatMap(({ path, imports, text }) =>
      imports.flatMap((specifier) => {
        const target = relative(src, resolve(src, dirname(path), specifier));
        if (isPage(path)) return specifier.startsWith('.') && isPage(target) ? [] : [`${path} imports ${specifier}`];
        const isType = new RegExp(`import type [^;]*'${specifier.replace(/[.]/g, '\\.')}'`).test(text);
        return specifier.startsWith('.') && isPage(target) && !isType ? [`${path} imports a value from ${target}`] : [];
      }),
    );
    expect(broken).toEqual([]);
  });
});

describe('what is pure', () => {
  it('has no clock and no chance of its own', () => {
    const impure =
      /\bDate\.now\b|\bMath\.random\b|new Date\(\)|\bperformance\.now\b|\bcrypto\.random|\bsetTimeout\b|\bsetInterval\b|\bprocess\.|\bfetch\(|\bdayjs\(\)|\bdayjs\.utc\(\)/;
    const broken = files
      .filter(({ path }) => ['domain', 'mentoring', 'outreach', 'engine'].includes(roomOf(path)))
      .flatMap(({ path, text }) => {
        const found = impure.exec(codeOf(text));
        return found ? [`${path}: ${found[0]}`] : [];
      });
    expect(broken).toEqual([]);
  });

  it('imports only packages of the list that has a reason for each', () => {
    const used = new Set(
      files
        .filter(({ path }) => pureRooms.includes(roomOf(path)))
        .flatMap(({ imports }) => imports.filter((one) => !one.startsWith('.')).map(packageName)),
    );
    const known = new Set([...Object.keys(pure), ...pureRooms.flatMap((room) => mayImport[room]?.packages ?? [])]);
    expect([...used].filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('files', () => {
  it('have a name that is theirs alone', () => {
    const names = files.map(({ path }) => basename(path));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('open with a sentence that says what they are for', () => {
    const silent = files.filter(({ text }) => !/^\/\/ \S.{12,}/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('are short: 100 lines in the middle, 300 at most', () => {
    /** Longer ones, with the reason. */
    const exceptions: Record<string, string> = {};
    const lengths = files.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(100);
    expect(
      files.filter(({ path, lines }) => lines > 300 && !(path in exceptions)).map(({ path, lines }) => `${path}: ${lines}`),
    ).toEqual([]);
  });

  it('import each other by their name with its ending', () => {
    const broken = files.flatMap(({ path, imports }) =>
      imports.filter((one) => one.startsWith('.') && !/\.(ts|json)$/.test(one)).map((one) => `${path} imports ${one}`),
    );
    expect(broken).toEqual([]);
  });

  it('are called after what they do, never utils or helpers', () => {
    const empty = /(^|[-/])(utils?|helpers?|common|misc|managers?|services?)([-./]|$)/;
    expect(files.filter(({ path }) => empty.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('flows', () => {
  const yaml = (folder: string): string[] =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -'.yaml'.length));

  it('have their texts and their transcripts under the same name', () => {
    const missing = yaml('flows').flatMap((flow) => [
      ...(existsSync(join(root, 'content/es-MX', `${flow}.yaml`)) ? [] : [`content/es-MX/${flow}.yaml`]),
      ...(existsSync(join(root, 'test/transcripts', flow)) ? [] : [`test/transcripts/${flow}/`]),
    ]);
    expect(missing).toEqual([]);
  });

  it('have no transcripts without a flow, but for what is said in groups', () => {
    const folders = readdirSync(join(root, 'test/transcripts'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !yaml('flows').includes(name))).toEqual(['grupos']);
  });
});
