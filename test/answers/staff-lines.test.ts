// Lines that staff writes: changes of the roster told with the command, and slips copied from paper.
import { describe, expect, it } from 'vitest';
import { readRosterWords } from '../../src/engine/answers/commands/roster-words.ts';
import { readSlipLines } from '../../src/engine/answers/sheets/slip-line.ts';
import { slipCode } from '../../src/mentoring/slip-code.ts';

describe('a command about the roster', () => {
  it.each([
    ['padrón', {}],
    ['agregar mentora', { deed: 'agregar' }],
    ['quiero dar de alta a una mentora', { deed: 'agregar' }],
    ['Nueva mentora', { deed: 'agregar' }],
    ['agregar a Rosa Pérez, G04', { deed: 'agregar', data: 'Rosa Pérez, G04' }],
    ['alta de Rosa Pérez, G04', { deed: 'agregar', data: 'Rosa Pérez, G04' }],
    ['Por favor, dar de baja a la mentora Lupe', { deed: 'baja', who: 'Lupe' }],
    ['baja de Lupe, por favor', { deed: 'baja', who: 'Lupe' }],
    ['reemplazar a Lupe', { deed: 'reemplazar', who: 'Lupe' }],
    ['reemplazar a Lupe por Ana Ruiz, G04', { deed: 'reemplazar', who: 'Lupe', data: 'Ana Ruiz, G04' }],
    ['cambio de mentora', { deed: 'reemplazar' }],
    ['Padrón: agregar a Rosa Pérez', { deed: 'agregar', data: 'Rosa Pérez' }],
    ['quiero cambiar de guardería a la maestra Lupe', { deed: 'mover', who: 'maestra Lupe' }],
    ['cambiar de guardería a Lupe', { deed: 'mover', who: 'Lupe' }],
    ['mover a Lupe a la G05', { deed: 'mover', who: 'Lupe', centre: 'G05' }],
    ['mover a Lupe a la guardería Cuauhtémoc', { deed: 'mover', who: 'Lupe', centre: 'guardería Cuauhtémoc' }],
    ['regresa G05', { deed: 'regresar', who: 'G05' }],
    ['Regresar a la mentora Lupe, por favor', { deed: 'regresar', who: 'Lupe' }],
    ['que regrese Lupe', { deed: 'regresar', who: 'Lupe' }],
    ['reactivar a Lupe de la G04', { deed: 'regresar', who: 'Lupe de la G04' }],
    ['cancelar la baja de Lupe', { deed: 'regresar', who: 'Lupe' }],
  ])('%j', (text, words) => {
    expect(readRosterWords(text)).toEqual(words);
  });
});

describe('lines of slips', () => {
  const line = (code: string, values: (number | null)[], centre: string | null = null) => ({ code, centre, values });
  it.each([
    ['L7K4 3 4 4', [line('L7K4', [3, 4, 4])]],
    ['papeleta l7k4 3 4 4', [line('L7K4', [3, 4, 4])]],
    ['Papeleta L7K4: 3, 4, 4.', [line('L7K4', [3, 4, 4])]],
    ['L7K4 344', [line('L7K4', [3, 4, 4])]],
    ['L7K4 3n4', [line('L7K4', [3, null, 4])]],
    ['L7K4 3 - 4', [line('L7K4', [3, null, 4])]],
    ['L7K4 3, no contestó, 4', [line('L7K4', [3, null, 4])]],
    ['L7K4 mucho poco nada', [line('L7K4', [4, 2, 1])]],
    ['L7K4 0704 3 4 4', [line('L7K4', [3, 4, 4], '0704')]],
    ['L7K4 G04 3 4 4', [line('L7K4', [3, 4, 4], 'G04')]],
    ['L7K4 3 4 4\nM2P3 n n n', [line('L7K4', [3, 4, 4]), line('M2P3', [null, null, null])]],
    ['papeletas: L7K4 3 4 4 y M2P3 1 2 3', [line('L7K4', [3, 4, 4]), line('M2P3', [1, 2, 3])]],
    ['L7K4 3 4 4\nL7K4 3 4 1', [line('L7K4', [3, 4, 1])]],
  ])('%j', (text, lines) => {
    expect(readSlipLines(text)).toEqual({ kind: 'lines', lines });
  });

  it.each([
    ['L7K4 3 4', 'badValues'],
    ['L7K4 3 4 4 4', 'badValues'],
    ['L7K4 3 4 5', 'badValues'],
    ['L7K4 muy bien todo', 'badValues'],
    ['L7K 3 4 4', 'unclear'],
    ['hola', 'unclear'],
    ['', 'unclear'],
  ])('%j is %s', (text, kind) => {
    expect(readSlipLines(text).kind).toBe(kind);
  });

  it('have codes that can be written by hand, and few of which are the same', () => {
    const codes = Array.from({ length: 2000 }, (_, index) => slipCode(`cycle-${index}`));
    for (const code of codes) expect(readSlipLines(`${code} 1 2 3`)).toMatchObject({ kind: 'lines', lines: [{ code }] });
    expect(new Set(codes).size).toBeGreaterThan(1900);
  });
});
