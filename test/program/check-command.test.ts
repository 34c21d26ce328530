// npm run check: what it prints, how it ends, and that what it writes is current.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkProject, writtenDocuments } from '../../src/commands/check.ts';
import { allChecks } from '../../src/program/checks/all-checks.ts';
import { flowsInCode, textsInCode } from '../../src/program/checks/texts-in-code.ts';
import { formatProblem } from '../../src/program/problem.ts';
import { runCommand } from '../roster/run-command.ts';
import { thorough } from '../support/effort.ts';
import { copyProject, type Patches, root } from './patched-project.ts';

async function checked(patches: Patches, flags: string[] = []): Promise<{ code: number; out: string }> {
  const folder = copyProject(patches);
  try {
    const { code, out, errors } = await runCommand('check', ['--root', folder, ...flags]);
    expect(errors).toBe('');
    return { code, out };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the flows and content of the project have no problems', () => {
  const problems = checkProject(root).filter(({ severity }) => severity !== 'advice');
  expect(problems.map(formatProblem)).toEqual([]);
});

test('a problem is printed with file, line, column and what to do, and the command ends with 1', async () => {
  const { code, out } = await checked({
    'flows/prueba.yaml': 'flow: prueba\nsteps:\n  - go: menuu\n',
    'content/es-MX/prueba.yaml': '{}\n',
  });
  expect(code).toBe(1);
  expect(out).toContain('flows/prueba.yaml:3:5 There is no flow called "menuu"\n    Did you mean "menu"?\n');
  expect(out).toMatch(/\d+ things? to mend/);
});

thorough('a file that cannot be read at all is reported the same way', async () => {
  const { code, out } = await checked({ 'flows/prueba.yaml': 'flow: prueba\nsteps:\n  - sayy: hola\n' });
  expect(code).toBe(1);
  expect(out).toContain('flows/prueba.yaml:3:5 ');
});

test('a text of one word in bold without quotes is named where it stands', () => {
  const text = 'a: Hola.\nb: *Importante*\n';
  const folder = copyProject({ 'content/es-MX/prueba.yaml': text });
  try {
    const [problem] = checkProject(folder);
    expect(problem).toMatchObject({ file: 'content/es-MX/prueba.yaml', line: 2, column: 5 });
    expect(problem?.fix).toContain('quotes');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

thorough('for machines the problems are JSON', async () => {
  const { code, out } = await checked(
    { 'flows/prueba.yaml': 'flow: prueba\nsteps:\n  - go: menuu\n', 'content/es-MX/prueba.yaml': '{}\n' },
    ['--json'],
  );
  expect(code).toBe(1);
  expect(JSON.parse(out)).toContainEqual({
    file: 'flows/prueba.yaml',
    line: 3,
    column: 5,
    message: 'There is no flow called "menuu"',
    fix: 'Did you mean "menu"?',
  });
});

test('schemas and the table of placeholders are current; npm run check -- --schema writes them', () => {
  for (const [file, text] of Object.entries(writtenDocuments(root))) {
    expect(readFileSync(join(root, file), 'utf8') === text, `${file} is stale`).toBe(true);
  }
});

test('each check stands in a file of its own name', () => {
  for (const name of Object.keys(allChecks)) {
    const file = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(readFileSync(join(root, `src/program/checks/${file}.ts`), 'utf8')).toContain(`export const ${name}: Check`);
  }
});

test('texts and flows that the source names are found in it', () => {
  const source = [
    "c.text(late ? 'casa.luego' : 'casa.hoy', { name, day: sayDay(date, today) }) + houseText(draft, `casa.ruta-$" +
      '{route}`, {',
    '  time: now,',
    "}); import x from './casa.ts'; openThread(draft, 'menu', {}); c.go('duda', {}); const table = { flow: 'mover' };",
  ].join('\n');
  const { keys, given } = textsInCode([source], new Set(['casa']));
  expect([...keys]).toEqual(['casa.luego', 'casa.hoy', 'casa.ruta-*']);
  expect([...given].map(([key, names]) => [key, [...names]])).toEqual([
    ['casa.luego', ['name', 'day']],
    ['casa.hoy', ['name', 'day']],
    ['casa.ruta-*', ['time']],
  ]);
  const { openedFlows, quotedWords } = flowsInCode([source]);
  expect([...openedFlows]).toEqual(['menu', 'duda']);
  expect(quotedWords.has('mover')).toBe(true);
});
