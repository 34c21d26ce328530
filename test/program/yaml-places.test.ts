// Where a key and an element stand in a YAML file, as an editor counts lines and columns.
import { expect, test } from 'vitest';
import { parseYaml } from '../../src/program/read-yaml.ts';

const text = `# a comment
a: one
"b c":
  - 'quoted'
  - { d: 1, e: [x, "y"] }
  - f: &here
      - deep
    g: *here
n:
`;

test.each<[(string | number)[], number, number]>([
  [['a'], 2, 1],
  [['b c'], 3, 1],
  [['b c', 0], 4, 5],
  [['b c', 1], 5, 5],
  [['b c', 1, 'e'], 5, 13],
  [['b c', 1, 'e', 1], 5, 20],
  [['b c', 2], 6, 5],
  [['b c', 2, 'f', 0], 7, 9],
  [['b c', 2, 'g'], 8, 5],
  [['n'], 9, 1],
])('%j stands in line %i, column %i', (path, line, column) => {
  expect(parseYaml({ file: 'a.yaml', text }).yaml.at(path)).toEqual({ line, column });
});

test('what is not there stands where it would be', () => {
  const { yaml } = parseYaml({ file: 'a.yaml', text });
  expect(yaml.at(['b c', 2, 'missing'])).toEqual({ line: 6, column: 5 });
  expect(yaml.at(['missing'])).toEqual({ line: 1, column: 1 });
});

test.each([
  ['a: 1\nb: 2\na: 3\n', 3],
  ['a: "x\nb: 2\n', 2],
  ['a:\n\t- b\n', 2],
  ['a: 1\n---\nb: 2\n', 1],
])('%j is not valid, and it is said in which line', (wrong, line) => {
  expect(parseYaml({ file: 'a.yaml', text: wrong })).toMatchObject({ yaml: { value: undefined }, problems: [{ line }] });
});
