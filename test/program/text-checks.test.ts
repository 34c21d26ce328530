// Each check of texts: an example that it catches, with its line, and one that it lets pass.
import { describe, expect, test } from 'vitest';
import { allChecks } from '../../src/program/checks/all-checks.ts';
import { newProblems, prueba, replaced } from './patched-project.ts';

const flow = 'flows/prueba.yaml';
const texts = 'content/es-MX/prueba.yaml';

function found(check: keyof typeof allChecks, steps: string, text: string): string[] {
  return newProblems(allChecks[check], prueba(steps, text)).problems.map(
    ({ file, line, message }) => `${file}:${line} ${message}`,
  );
}

describe('missing and unused', () => {
  test('every sentence, question, option, nudge and label that a flow needs is asked for', () => {
    const steps = `
  - say: a
  - ask: b
    as: choice
    options: [x, y]
  - ask: c
    as: text
    nudge: goal-clear
  - ask: d
    as: recap
    options: [si, corregir]
    corrects: [c]
`;
    const text = 'b:\n  ask: ¿Cuál?\n  options: { x: Equis }\nc: { ask: Diga. }\n';
    expect(found('missingText', steps, text)).toEqual([
      `${flow}:3 Missing text: the sentence "a"`,
      `${flow}:6 Missing text: the label of the option "y" of "b"`,
      `${flow}:7 Missing text: what "c" is called when it is corrected`,
      `${flow}:9 Missing text: what is said to ask once for a better "c"`,
      `${flow}:10 Missing text: the question "d"`,
    ]);
    expect(found('missingText', '  - say: a', 'a: Hola.')).toEqual([]);
    expect(found('missingText', '  - ask: a\n    as: text', 'a: Hola.')[0]).toContain('plain sentence');
  });

  test('a flow without a text file is told once', () => {
    const { problems } = newProblems(allChecks.missingText, { [flow]: 'flow: prueba\nsteps:\n  - say: a\n  - say: b\n' });
    expect(problems).toMatchObject([
      { file: flow, line: 1, message: 'The texts of this flow are missing: there is no content/es-MX/prueba.yaml' },
    ]);
  });

  test('a text of the house that the program says may not be taken out', () => {
    const { problems } = newProblems(allChecks.missingHouseText, { 'content/es-MX/casa.yaml': replaced(/^falla: .*\n/m, '') });
    expect(problems).toMatchObject([
      { file: 'content/es-MX/casa.yaml', message: 'The program says "casa.falla", and there is no such text' },
    ]);
    const family = newProblems(allChecks.missingHouseText, { 'content/es-MX/casa.yaml': replaced(/^otra-vez-when: .*\n/m, '') });
    expect(family.problems).toMatchObject([{ message: 'The program says "casa.otra-vez-when", and there is no such text' }]);
  });

  test('texts, options and files that nothing says are told', () => {
    const ask = '  - ask: b\n    as: choice\n    options: [x]';
    const text =
      'b:\n  ask: ¿Cuál?\n  nudge: Otra vez.\n  options:\n    x: Equis\n    z: Zeta\n  synonyms:\n    w: [uve]\nsobra: Nada.';
    expect(found('unusedText', ask, text)).toEqual([
      `${texts}:3 Nothing says the nudge of "b"`,
      `${texts}:6 "b" offers no option "z"`,
      `${texts}:8 Synonyms for "w", which "b" does not offer`,
      `${texts}:9 Nothing says "sobra"`,
    ]);
    expect(found('unusedText', ask, 'b:\n  ask: ¿Cuál?\n  options: { x: Equis }')).toEqual([]);
    const { problems } = newProblems(allChecks.unusedText, { 'content/es-MX/suelto.yaml': '\na: Hola.\n' });
    expect(problems).toMatchObject([
      { file: 'content/es-MX/suelto.yaml', line: 1, message: 'There is no flow "suelto", and nothing else says these texts' },
    ]);
  });
});

describe('size', () => {
  test('a bubble is short; a card, a tip or an answer may be longer', () => {
    const long = 'Palabra y más. '.repeat(25);
    expect(found('textLength', '  - say: a', `b: x\na: ${long}`)).toEqual([
      `${texts}:2 "prueba.a" has about 374 characters when filled in; the most is 350`,
    ]);
    expect(found('textLength', '  - say: a\n    kind: tip', `a: ${long}`)).toEqual([]);
    expect(found('textLength', '  - say: a', `a: "${'{mentor} '.repeat(16)}"`)).toEqual([]);
    expect(found('textLength', '  - say: a', `a: "${'{mentor} '.repeat(17)}"`)).toHaveLength(1);
  });

  test('a card has eight lines, counting those of its placeholders', () => {
    const card = (lines: number): string => `a: |-\n${Array.from({ length: lines }, (_, n) => `  Renglón ${n}`).join('\n')}`;
    const step = '  - say: a\n    kind: card';
    expect(found('cardLines', step, card(9))).toEqual([
      `${texts}:1 The card "prueba.a" has 9 lines; it is copied by hand, so 8 is the most`,
    ]);
    expect(found('cardLines', step, card(8))).toEqual([]);
    expect(found('cardLines', step, `${card(4)}\n  {cardItems}`)).toHaveLength(1);
    expect(found('cardLines', '  - say: a', card(9))).toEqual([]);
  });
});

describe('wording', () => {
  test('a question asks one thing', () => {
    const text = 'b:\n  ask: ¿Uno? ¿Dos? ¿Tres?';
    expect(found('oneQuestion', '  - ask: b\n    as: text', text)).toEqual([`${texts}:2 "b" asks 3 things at once`]);
    expect(found('oneQuestion', '  - ask: b\n    as: facts\n    facts: [when]', text)).toEqual([]);
    expect(found('oneQuestion', '  - ask: b\n    as: text', 'b:\n  ask: ¿Uno? ¿Sí o no?')).toEqual([]);
  });

  test('a placeholder is one that something fills in, and can be read', () => {
    const say = (text: string): string[] => found('placeholders', '  - say: a', `a: "${text}"`);
    expect(say('Hola, {mentora}.')).toEqual([`${texts}:1 Nothing fills in {mentora} of "prueba.a"`]);
    expect(say('Hola, {mentor.')[0]).toBe(
      `${texts}:1 "prueba.a" cannot be read at line 1, character 7 of the text ({mentor.): malformed argument`,
    );
    expect(say('{count, plural, one {# niña} other {# niñas de {mentor}}}')).toEqual([
      `${texts}:1 Nothing fills in {count} of "prueba.a"`,
    ]);
    expect(say('Hola, {mentor}.')).toEqual([]);
  });

  test('texts of the house may hold what the program hands to them', () => {
    const house = (by: string) =>
      newProblems(allChecks.placeholders, { 'content/es-MX/ciclo.yaml': replaced(/^minutos: .*$/m, `minutos: "${by}"`) })
        .problems;
    expect(house('{minutes} minutos')).toEqual([]);
    expect(house('{minutes} minutos con {name}')).toMatchObject([{ message: 'Nothing fills in {name} of "ciclo.minutos"' }]);
  });

  test('a brace in a tip would be shown as it stands', () => {
    const { problems, lineOf } = newProblems(allChecks.placeholders, {
      'content/es-MX/videoteca.yaml': replaced('reflect: "', 'reflect: "{caregiver} '),
    });
    expect(problems).toMatchObject([
      { line: lineOf('content/es-MX/videoteca.yaml', '{caregiver}'), message: 'A brace that would reach people as it stands' },
    ]);
  });

  test('mentors are called usted; what others say may be tú', () => {
    expect(found('tuteo', '  - say: a', 'a: Si quieres, cuéntame.')).toEqual([
      `${texts}:1 It says "tú" to her: quieres, cuéntame`,
    ]);
    expect(
      found('tuteo', '  - say: a', 'a: |-\n  Dígale: «Si quieres,\n  tú puedes». Usted decide, él también y así está bien.'),
    ).toEqual([]);
  });

  test('sentences are in Spanish', () => {
    expect(found('englishWords', '  - say: a', 'a: Please escriba su Feedback.')).toEqual([
      `${texts}:1 English in a sentence for people: please, feedback`,
    ]);
    expect(found('englishWords', '  - say: a', 'a: "Vea https://the.link/and con {mentor}."')).toEqual([]);
  });

  test('a synonym stands for one option and is written as it is compared', () => {
    const ask = '  - ask: b\n    as: choice\n    options: [x, y]';
    const text = (x: string, y: string): string =>
      `b:\n  ask: ¿Cuál?\n  options: { x: Equis, y: Ye }\n  synonyms:\n    x: [${x}]\n    y: [${y}]`;
    expect(found('optionSynonyms', ask, text('Sí', 'no'))).toEqual([
      `${texts}:5 The synonym "Sí" is compared without accents, capitals and signs`,
    ]);
    expect(found('optionSynonyms', ask, text('otra', 'otra'))).toEqual([
      `${texts}:6 The synonym "otra" stands for both "x" and "y"`,
    ]);
    expect(found('optionSynonyms', ask, text('esta', 'otra'))).toEqual([]);
  });
});
