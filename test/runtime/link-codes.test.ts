// The code by which one person is known in another chat: once, for minutes, and not to be guessed.
import { expect, it } from 'vitest';
import { linkCodeIn } from '../../src/domain/link-code.ts';
import { isOnlyChannel } from '../../src/engine/answers/commands/channel-words.ts';
import { readCommand } from '../../src/engine/answers/commands/command.ts';
import { readPhoneOrder } from '../../src/engine/answers/commands/phone-words.ts';
import { vocabularyOf } from '../../src/engine/vocabulary-of.ts';
import { createAddressBook } from '../../src/runtime/address-book.ts';
import { createLinkCodes } from '../../src/runtime/link-codes.ts';
import { personOf } from '../store/store-samples.ts';
import { houseProgram } from '../support/test-house.ts';

const now = '2026-03-02T15:00:00.000Z';
const until = '2026-03-02T15:10:00.000Z';
const asking = (id: string, code: string) => personOf(id, { linking: { code, until } });

it('opens once, and not after its time', () => {
  const codes = createLinkCodes();
  codes.learn(asking('ana', '482913'));
  expect(codes.take('482913', 'telegram 1', until)).toBeUndefined();
  expect(codes.take('482913', 'telegram 1', now)).toBe('ana');
  expect(codes.take('482913', 'telegram 2', now)).toBeUndefined();
});

it('a newer code of hers ends the one before; who has left or was erased has none', () => {
  const codes = createLinkCodes();
  codes.learn(asking('ana', '111111'));
  codes.learn(asking('ana', '222222'));
  expect(codes.take('111111', 'telegram 1', now)).toBeUndefined();
  codes.learn({ ...asking('ana', '333333'), active: false });
  expect(codes.take('333333', 'telegram 1', now)).toBeUndefined();
  expect(codes.take('222222', 'telegram 1', now)).toBeUndefined();
});

it('who guesses five times is not heard for an hour, others are', () => {
  const codes = createLinkCodes();
  codes.learn(asking('ana', '482913'));
  for (let guess = 0; guess < 5; guess++) expect(codes.take(`00000${guess}`, 'telegram 1', now)).toBeUndefined();
  expect(codes.take('482913', 'telegram 1', now)).toBeUndefined();
  expect(codes.take('482913', 'telegram 2', now)).toBe('ana');
});

it('where many addresses guess together, nobody gets in for ten minutes', () => {
  const codes = createLinkCodes();
  codes.learn({ ...asking('ana', '482913'), linking: { code: '482913', until: '2026-03-02T17:00:00.000Z' } });
  for (let guess = 0; guess < 30; guess++) codes.take('000000', `telegram ${guess}`, now);
  expect(codes.take('482913', 'telegram 99', '2026-03-02T15:09:00.000Z')).toBeUndefined();
  expect(codes.take('482913', 'telegram 99', '2026-03-02T15:10:01.000Z')).toBe('ana');
});

it.each(['482913', ' 482 913 ', 'mi código es 482913', 'Código: 482-913.'])('%s is read as a code', (text) => {
  expect(linkCodeIn(text)).toBe('482913');
});

it.each(['4829', '4829131', '3 2 4 1 3 3', 'el 482913 de la hoja', 'L7K 482913 y otro'])('%s is no code', (text) => {
  expect(linkCodeIn(text)).toBeUndefined();
});

it.each(['telegram', 'el whats', 'mi wasap', 'otro telefono', 'donde sea'])('%s is a channel', (said) => {
  expect(isOnlyChannel(said)).toBe(true);
});

it.each(['telegram de la directora', 'las canciones', 'otro momento', 'el'])('%s is none', (said) => {
  expect(isOnlyChannel(said)).toBe(false);
});

it('what the house begins goes where she prefers, as long as she is there', () => {
  const book = createAddressBook();
  const whatsapp = { channel: 'whatsapp', address: 'w' } as const;
  const telegram = { channel: 'telegram', address: 't' } as const;
  book.learn(personOf('ana', { addresses: [whatsapp, telegram] }));
  expect(book.addressOf('ana', ['whatsapp', 'telegram'])).toEqual(whatsapp);
  expect(book.addressOf('ana', ['whatsapp', 'telegram'], 'telegram')).toEqual(telegram);
  expect(book.addressOf('ana', ['whatsapp'], 'telegram')).toEqual(whatsapp);
});

const { program } = houseProgram();

it.each([
  'código',
  'quiero seguir en Telegram',
  'oiga, mejor escríbame por wasap porfa',
  'deme un código para whatsapp',
  '¿puedo contestarle por telegram?',
])('%s asks for another chat', (text) => {
  expect(readCommand(text, vocabularyOf(program))).toMatchObject({ command: 'otherChannel', exact: true });
});

it.each([
  'por whatsapp le mandé las fotos',
  'prefiero en la mañana',
  'código L7K',
  'quiero usar los bloques',
  'mejor en el recreo',
])('%s does not', (text) => {
  expect(readCommand(text, vocabularyOf(program))?.command).not.toBe('otherChannel');
});

it.each([
  ['nuevo PIN para Lupe', 'newPin', 'lupe'],
  ['la maestra Vero olvidó su pin', 'newPin', 'la maestra vero'],
  ['En la guardería 4 usan un solo celular', 'share', 'guarderia 4'],
  ['ya no comparten teléfono en Cuauhtémoc', 'unshare', 'cuauhtemoc'],
])('%s is an order about phones', (text, deed, said) => {
  expect(readPhoneOrder(text)).toEqual({ deed, said });
});
