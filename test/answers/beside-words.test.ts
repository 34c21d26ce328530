// What she says beside any question, and what only sounds like it and is left to the question.
import { expect, it } from 'vitest';
import { readBesideWords } from '../../src/engine/answers/told/beside-words.ts';
import { vocabulary } from './answers-fixture.ts';

it.each([
  ['a que hora quedo lo de lupita', 'lupita'],
  ['oiga a que hora quedó lo de Lupita?', 'lupita'],
  ['cuando me toca con rosa', 'rosa'],
  ['¿qué día es la observación de Rosa?', 'rosa'],
  ['cuando quedamos con la maestra carmen', 'carmen'],
  ['no me acuerdo que dia quedo la platica con lupita', 'lupita'],
  ['cuando es la observacion', ''],
  ['en que quedamos con rosa', 'rosa'],
  ['a que hora quedo', ''],
])('«%s» asks for an appointment', (text, who) => {
  expect(readBesideWords(text, vocabulary)).toEqual({ kind: 'appointment', who });
});

it.each([
  ['hay otra maestra nueva se llama petra', 'petra'],
  ['llego una maestra nueva, se llama Petra, maternal A', 'Petra, maternal A'],
  ['me asignaron otra maestra que se llama Ana Luisa', 'Ana Luisa'],
  ['hay otra maestra nueva', ''],
])('«%s» tells of a new caregiver', (text, name) => {
  expect(readBesideWords(text, vocabulary)).toEqual({ kind: 'newcomer', name });
});

it.each([
  'ya me voy a comer',
  'tengo que entrar a sala',
  'me voy a mi descanso, al rato le sigo',
  'ya entro a sala',
  'mejor mañana me escribe',
  '¿me pueden escribir más tarde?',
])('«%s» goes away for a while', (text) => {
  expect(readBesideWords(text, vocabulary)).toEqual({ kind: 'goesAway' });
});

it.each(['la directora quiere ver mis notas', 'oiga la dire me pide las hojas', 'mi directora quiere que le enseñe la lista'])(
  '«%s» asks who may see them',
  (text) => {
    expect(readBesideWords(text, vocabulary)).toEqual({ kind: 'notesWanted' });
  },
);

it.each([
  'cuando le toca el filtro los recibe sonriendo',
  'cuando es la hora de la comida les habla bonito a los niños',
  'como quedo muy contenta la maestra con los niños en la sala',
  'a las 10',
  'cuando terminen de comer',
  'hay otra maestra en la sala que la apoya',
  'va a la sala de maternales',
  'voy a trabajar con lupita',
  'ella se va a comer',
  'la directora quiere verme',
  'la directora quiere que participe',
  'tome notas',
])('«%s» is left to the question', (text) => {
  expect(readBesideWords(text, vocabulary)).toBeUndefined();
});
