// Asking whether a doubt was passed on, and sentences that only hold the same words.
import { describe, expect, test } from 'vitest';
import { asksWhetherSent } from '../../src/engine/answers/commands/doubt-words.ts';

describe('whether her doubt was passed on', () => {
  test.each([
    'si se la mandaste a la consultora o q onda?',
    'oye, ¿ya le pasaste mi duda a la consultora?',
    '¿sí le llegó mi duda a la consultora?',
    'ya me contesto la consultora?',
    'que paso con mi duda',
  ])('%s', (text) => expect(asksWhetherSent(text)).toBe(true));
  test.each([
    'se la mandé a la consultora',
    '¿se la paso a la directora?',
    'mi duda es si puedo grabar',
    '¿qué pasó con la maestra Rosa?',
    'ya le contesté a la consultora',
    'qué pasó con los niños cuando lloraron',
  ])('%s asks something else', (text) => expect(asksWhetherSent(text)).toBe(false));
});
