// When a mentor can see her phone, in her own words: which moment of the day, and at what hour.
import { expect, test } from 'vitest';
import { type MomentOption, night, readPhoneHours } from '../../src/engine/answers/told/phone-hours.ts';
import { houseProgram } from '../support/test-house.ts';
import { table } from './answers-fixture.ts';

const { program } = houseProgram();
const key = 'bienvenida.celular.options';
const options: MomentOption[] = ['antes', 'descanso', 'salida'].map((id) => ({
  id,
  label: program.texts[`${key}.${id}`] ?? '',
  synonyms: program.synonyms[`${key}.${id}`] ?? [],
}));

const said = `
  mejor cuando salgo que es a las 4 => salida 16:00-16:30
  como a las 2 que comemos => descanso 14:00-14:30
  como a las 2 q salgo a comer => descanso 14:00-14:30
  en la noche despues de las 8 => noche 20:00-20:30
  en las noches cuando ya los dormi => noche
  a las 2 y en la noche tmb pero no tan tarde => noche, descanso 14:00-14:30
  al salir, de noche no => salida
  a la hora q duermen los niños como 12 y media => descanso 12:30-13:00
  a cualquier hora => antes, descanso, salida
  casi no puedo, nomas saliendo => salida
  1 y 3 => antes, salida
  2 => descanso
  8 => antes 08:00-08:30
  entre 2 y 3 => descanso 14:00-15:00
  en mi hora de comida que es de 1 a 2 => descanso 13:00-14:00
  cuando llego a mi casa como a las 7 => salida 19:00-19:30
  cuando llego como a las 7 => antes 07:00-07:30
  7 de la mañana y 4 de la tarde => antes 07:00-07:30, salida 16:00-16:30
  a las 6 y media antes de entrar y a las 5 al salir => antes 06:30-07:00, salida 17:00-17:30
  antes de las 7 => antes 06:30-07:00
  no antes de las 3 => salida 15:00-15:30
  ni en la mañana ni en la comida, solo saliendo => salida
  en mi descanso no, mejor al salir => salida
  en mi descanso como a la 1 y media, y ya saliendo tipo 4 => descanso 13:30-14:00, salida 16:00-16:30
  pues como a la 1 y media q es mi descanso y ya saliendo tipo 4 => descanso 13:30-14:00, salida 16:00-16:30
  a la 1 y media y ya saliendo tipo 4 => salida 16:00-16:30, descanso 13:30-14:00
  a la una y media cuando descanso y ya saliendo a las 4 y media, en la mañana no porque ando en el filtro => descanso 13:30-14:00, salida 16:30-17:00
  salgo a las 4, la 1 y media es mi descanso => salida 16:00-16:30, descanso 13:30-14:00
  la 1 y media es mi descanso y salgo a las 4 => descanso 13:30-14:00, salida 16:00-16:30
  mi descanso es a la 1 y media y mi salida a las 4 => descanso 13:30-14:00, salida 16:00-16:30
  a la 1 y media descanso, ya saliendo a las 4 => descanso 13:30-14:00, salida 16:00-16:30
  nunca => -
  no puedo tener celular => -
  no se => -
`;

test.each(table(said))('%s is %s', (text, expected) => {
  const read = [...(readPhoneHours(text, [...options, night]) ?? [])].map(([id, hours]) =>
    hours ? `${id} ${hours.from}-${hours.to}` : id,
  );
  expect(read.join(', ') || '-').toBe(expected);
});
