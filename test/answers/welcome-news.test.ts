// What a mentor may tell anew after the welcome: other hours for her phone, and how she gets on with the course.
import { expect, it } from 'vitest';
import { readHoursRequest } from '../../src/engine/answers/commands/hours-request.ts';
import { readCourseTold } from '../../src/engine/answers/told/course-told.ts';
import { vocabulary } from './answers-fixture.ts';

it.each([
  'mis horas',
  'cambiar mis horas',
  'quiero cambiar mis horas',
  'oiga como le hago para cambiar mis horas',
  'puedo cambiar mi horario de los mensajes',
  'quiero cambiar la hora en que me escriben',
  'cambiar el horario de los recordatorios',
])('«%s» asks to change her hours', (text) => {
  expect(readHoursRequest(text, vocabulary)).toEqual({ keep: '', drop: '', adds: false });
});

it.each([
  ['mejor escribame despues de las 3', 'despues de las 3', ''],
  ['escríbanme mejor al salir', 'al salir', ''],
  ['me puede escribir en mi descanso', 'en mi descanso', ''],
  ['ahora veo mi celular a la 1', 'a la 1', ''],
  ['ya no tengo el celular en la mañana', '', 'en la manana'],
  ['no me manden mensajes tan temprano', '', 'temprano'],
  ['mejor escribame despues de las 3 porque en la mañana no tengo el celular', 'despues de las 3', 'en la manana'],
  ['ya no puedo ver el cel antes de entrar, mejor a las 5', 'a las 5', 'antes de entrar'],
])('«%s» says when', (text, keep, drop) => {
  const request = readHoursRequest(text, vocabulary);
  expect(request?.keep ?? 'nothing').toContain(keep);
  expect(request?.drop ?? 'nothing').toContain(drop);
  expect(request?.drop === '').toBe(drop === '');
});

it.each([
  'escribame mas tarde',
  'escribame mañana',
  'no me escriba hasta el lunes',
  'mejor al rato me escribe',
  'recuerdeme el jueves a las 3',
  'cambiar la hora',
  'cambiar la hora de la observacion',
  'mejor a las 3',
  'ya no me escriba',
  'despues de las 3 platicamos',
  'que no vea el celular cuando comen',
  '¿a qué hora me escriben?',
  'la maestra tiene el celular en la sala hoy',
])('«%s» asks for no other hours', (text) => {
  const request = readHoursRequest(text, vocabulary);
  // What names no moment is turned away where moments are read.
  if (request) expect(text).toBe('ya no me escriba');
});

it.each([
  ['ya termine el curso', 'terminado'],
  ['oiga ya terminé el curso de climss', 'terminado'],
  ['ya acabé con el curso de 20 horas', 'terminado'],
  ['por fin termine el climss', 'terminado'],
  ['ya tengo mi constancia del curso', 'terminado'],
  ['pero ya me salio la constancia', 'terminado'],
  ['ya me llegó el certificado', 'terminado'],
  ['el curso ya lo terminé ayer', 'terminado'],
  ['voy a la mitad del curso', 'a-la-mitad'],
  ['ya empecé el curso de climss', 'a-la-mitad'],
  ['ya casi termino el curso', 'a-la-mitad'],
  ['todavía no he empezado el curso', 'no-empezado'],
  ['mi curso', 'asked'],
  ['ya terminé el curso de primeros auxilios', undefined],
  ['cuando termine el curso le digo', undefined],
  ['ya tengo el curso', undefined],
  ['ya terminé', undefined],
  ['ya terminó el curso', undefined],
  ['ella ya termino el curso', undefined],
  ['¿ya terminé el curso?', undefined],
])('«%s» tells of the course: %s', (text, told) => {
  expect(readCourseTold(text)).toBe(told);
});
