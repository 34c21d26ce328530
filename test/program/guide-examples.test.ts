// The guide for authors: its examples load and pass every check, its table of placeholders is current.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { checkProject } from '../../src/commands/check.ts';
import { undescribed } from '../../src/program/checks/placeholder-table.ts';
import { copyProject, type Patches, root } from './patched-project.ts';

const guide = readFileSync(join(root, 'docs/guia-de-autores.md'), 'utf8');

/** Fenced blocks by what stands after "yaml": flow:<name>, texto:<name> or en:<file>:<list>. */
const examples = [...guide.matchAll(/^```yaml (\S+)\n([\s\S]*?)^```$/gm)].map(([, tag = '', text = '']) => ({ tag, text }));

/** What would have to be changed in a copy of the project for the examples to stand in it. */
function patches(): Patches {
  const patches: Patches = {};
  for (const { tag, text } of examples) {
    const [kind, name = '', list = ''] = tag.split(':');
    if (kind === 'flow') patches[`flows/${name}.yaml`] = text;
    else if (kind === 'texto') patches[`content/es-MX/${name}.yaml`] = text;
    else patches[`content/es-MX/${name}.yaml`] = withMore(patches[`content/es-MX/${name}.yaml`], list, parse(text) as unknown[]);
  }
  return patches;
}

function withMore(earlier: Patches[string] | undefined, list: string, elements: unknown[]): (text: string) => string {
  return (text) => {
    const document = parseDocument(typeof earlier === 'function' ? earlier(text) : text);
    for (const element of elements) document.addIn([list], document.createNode(element));
    return document.toString({ lineWidth: 0 });
  };
}

const told = (folder: string): string[] =>
  checkProject(folder).flatMap(({ file, message, severity }) => (severity === 'advice' ? [] : [`${file} ${message}`]));

test('every example of the guide is tagged, and there is one of each kind', () => {
  expect(guide.match(/^```\w+/gm)).toHaveLength(examples.length);
  expect(examples.map(({ tag }) => tag.split(':')[0])).toEqual(expect.arrayContaining(['flow', 'texto', 'en']));
});

test('the examples load and bring no problem', () => {
  const [before, after] = [copyProject(), copyProject(patches())];
  try {
    const known = new Set(told(before));
    expect(told(after).filter((one) => !known.has(one))).toEqual([]);
  } finally {
    for (const folder of [before, after]) rmSync(folder, { recursive: true, force: true });
  }
});

test('every placeholder says what it stands for', () => {
  expect(guide).not.toContain(undescribed);
});

test('the guide stays short enough to be read', () => {
  expect(guide.trimEnd().split('\n').length).toBeLessThanOrEqual(210);
});
