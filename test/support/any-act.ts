// What people may send: Spanish of the trade, commands, taps, odd media, times that pass, and texts that nobody should send.
import fc from 'fast-check';
import type { Act } from './engine-walk.ts';

const names = ['Lupita', 'Rosa', 'Carmen', 'la miss Tere'];
const commands =
  'ayuda,atrás,saltar,pausa,menú,corregir,¿dónde voy?,duda,baja,mis datos,luego,quién ve,guía,consejo,maestras,tarjeta,más,gracias,hola'.split(
    ',',
  );
const words =
  'si no ya 3 2 1 4 n hoy mañana ayer el jueves a las 10 y media 20 minutos con notas sin modelar siempre casi nunca la 4 era 2 cambia corrige meta fecha plan observación platiqué observé hice movió pudo faltó con Lupita Rosa Carmen lactantes maternal b1 matutino niños bebés lloran comida pañal video otra listo acepto borre datos dos semanas'.split(
    ' ',
  );
const spanish = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((list) => list.join(' '));
const ready = fc.constantFrom(
  'si acepto',
  'no acepto',
  'ya miré',
  '3 2 4 1 n 3 3 4 2',
  '3 2 4 1 n 3 3 4',
  'hoy en la comida, 15 minutos, 8 niños',
  'el jueves a las 10',
  'si, 20 minutos, con notas, no modelé',
  'ya hice la observación de Lupita, 20 minutos',
  'ya platiqué con Rosa ayer, 15 min',
  'se movió la observación de Lupita al viernes a las 9',
  'no se pudo, faltó la maestra',
  'usa como base el plan de Lupita',
  'Lupita, Maternal A, matutino\nRosa, Lactantes B\nCarmen',
  'datos de Lupita',
  'tarjeta de Rosa',
  'algo para cuando lloran en la entrega',
  'pausa hasta el lunes',
  'duda: se puede observar en el patio?',
  'sigo con mi duda: y si llueve',
  'ya quedó mi duda',
  'ya quedó, gracias',
  'corrige la 4',
  'cambia la meta',
  'un niño se está ahogando',
  'siempre no',
);
const odd = fc.constantFrom(
  '',
  ' ',
  '\n\n',
  '👍',
  '🤷‍♀️',
  '…',
  '???',
  '\u200b\u200f',
  'مرحبا',
  '﷽﷽',
  '{caregiver} {0, plural, other {#}}',
  '«»',
  '<b>x</b>',
  '1'.repeat(400),
  'ja'.repeat(9000),
  `${'una frase larga '.repeat(80)}`,
  '__proto__',
  'constructor',
  '0',
  '-1',
  '99999999999',
  "'; drop table",
);
export const anyText = fc.oneof(
  { weight: 5, arbitrary: ready },
  { weight: 4, arbitrary: spanish },
  { weight: 3, arbitrary: fc.constantFrom(...commands) },
  { weight: 2, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: anyText.map((said): Act => ({ do: 'say', text: said })) },
  { weight: 9, arbitrary: fc.nat(30).map((which): Act => ({ do: 'tap', which })) },
  { weight: 1, arbitrary: fc.constantFrom('Sí', 'Casi siempre', 'constructor').map((label): Act => ({ do: 'tapOld', label })) },
  { weight: 1, arbitrary: fc.constantFrom('👍', '👎', '❤️').map((emoji): Act => ({ do: 'react', emoji, which: 0 })) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.nat(4), { maxLength: 3 }).map((options): Act => ({ do: 'vote', options })) },
  { weight: 1, arbitrary: anyText.map((said): Act => ({ do: 'edit', text: said })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('take' as const, 'answer' as const, 'close' as const), fc.nat(5))
      .map(([act, which]): Act => ({ do: 'consultant', act, which })),
  },
  { weight: 3, arbitrary: fc.constantFrom(1, 30, 300, 1440, 4320, 20160).map((minutes): Act => ({ do: 'wait', minutes })) },
  {
    weight: 2,
    arbitrary: fc
      .oneof(
        fc
          .constantFrom('image', 'video', 'document', 'sticker', 'location', 'contact')
          .map((media) => ({ kind: 'media' as const, media: media as 'image' })),
        anyText.map((caption) => ({ kind: 'media' as const, media: 'image' as const, caption })),
        fc.constant({ kind: 'voice' as const, seconds: 9 }),
        anyText.map((transcript) => ({ kind: 'voice' as const, seconds: 9, transcript })),
        fc.constant({ kind: 'revoke' as const, of: 'w1' }),
        fc.constant({ kind: 'receipt' as const, of: 'x', status: 'read' as const }),
        fc.constant({ kind: 'unsupported' as const, what: 'poll' }),
      )
      .map((content): Act => ({ do: 'send', content })),
  },
);

const say = (...texts: string[]): Act[] => texts.map((said) => ({ do: 'say', text: said }));
/** A cycle from hola to its end; a walk begins anywhere in it. */
export const wholeCycle: Act[] = [
  ...say('hola', 'si acepto', 'ya', 'en mi descanso a las 2', 'Lupita, Maternal A, matutino\nRosa, Lactantes B\nCarmen'),
  ...say('con Lupita', 'si', 'ya mire', '3 2 4 1 n 3 3 4 2', 'hoy en la comida, 15 minutos, 8 niños', 'si'),
  ...say(
    'En la comida esperar a que abra la boca, 4 de 5 veces',
    'Se sienta enfrente y espera',
    '4 de 5 cucharadas',
    'nada especial',
    'el jueves a las 10',
    'si, 20 min',
  ),
  { do: 'wait', minutes: 4 * 1440 },
  ...say(
    'si, 20 minutos, con notas, no modelé',
    'Esperó a que abriera la boca y el bebé sonrió',
    'Le limpió la cara sin avisar',
    '3',
    'si',
  ),
  { do: 'tap', which: 0 },
  { do: 'wait', minutes: 3 * 1440 },
  ...say(
    'si, 15 minutos',
    'Contenta',
    'Que esperó con la cuchara y el bebé abrió la boca',
    'Avisar antes de limpiar',
    'Va a avisar',
    'La veo el martes',
  ),
];
