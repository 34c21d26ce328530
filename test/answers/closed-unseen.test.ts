// Closed answers written before anybody looked how they are read, over many lists of options. Options count from 0.
import { describe, expect, test } from 'vitest';
import { type TextRead, type TextToRead, understandText } from '../../src/engine/understand-text.ts';
import { houseProgram } from '../support/test-house.ts';
import { table } from './answers-fixture.ts';

const { program } = houseProgram();

/** "2" one option or a value, "[0,1]" several, "?0,1" to be asked about, "-" not understood. */
function short(read: TextRead): string {
  switch (read.kind) {
    case 'choice':
      return String(read.index);
    case 'choices':
      return `[${read.indices.join()}]`;
    case 'doubtful':
      return `?${read.candidates.join()}`;
    case 'yesno':
      return read.value ? 'yes' : 'no';
    case 'number':
      return String(read.value);
    case 'duration':
      return String(read.minutes);
    default:
      return read.kind === 'unclear' ? '-' : read.kind;
  }
}

/** By the options, with a star where several may be chosen, or by the kind of the question. */
const answers: Readonly<Record<string, string>> = {
  'Nunca / Algunas veces / Muchas veces / Siempre / No aplica': `
    no la vi hacerlo ni una vez => 0
    no se cansa de hacerlo => 3
    nunca nunca, se lo juro => 0
    no tantas veces como quisiera => 1
    esa no la vi => 4
    la 2, no, la 3 => 2
    no hay momento en que no les hable => 3
    casi que no => 1
    no deja pasar una => 3
    todas menos una => 2
  `,
  'Nunca / Casi nunca / A veces / Casi siempre / Siempre': `
    no siempre => ?2,3
    no, casi nunca => 1
    a ratos => 2
    ps casi siempre no => 1
    a veces o casi siempre => ?2,3
  `,
  'No se observó / Poco / Bastante / Todo el tiempo': `
    nada más un ratito al principio => 1
    no paró en toda la hora => 3
    no lo noté => 0
    de principio a fin => 3
    ni pizca => 0
    apenas => 1
    nomás al final => 1
  `,
  'No lo hizo (hubo oportunidad) / Pocas veces / Casi siempre / Siempre / No hubo oportunidad': `
    tuvo chance y no quiso => 0
    no, y eso que dos niños la buscaron => 0
    todas las que tuvo oportunidad => 3
    solo falló una => 2
    no hubo oportunidad no, sí hubo pero no lo hizo => 0
    las veces que pudo lo hizo => 3
  `,
  'Poco / Regular / Mucho': `
    más o menos => 1
    un montón => 2
    ahí dos dos => 1
    casi nada => 0
    muchísimo, me encantó => 2
    ni fu ni fa => 1
  `,
  'Nada / Poco / Algo / Bastante / Mucho': `
    mucho mucho => 4
    algo, no tanto => 2
    bastantito => 3
    algo o bastante => ?2,3
  `,
  'Muy mal / Mal / Regular / Bien / Muy bien': `
    de maravilla => 4
    pésimo => 0
    no tan bien => ?1,2
    mas o menos => 2
    no me fue mal => 3
    fatal => 0
    súper bien => 4
    bien⏎muy bien mejor dicho => 4
  `,
  'Muy fácil / Fácil / Difícil / Muy difícil': `
    no tan fácil => 2
    facilísimo => 0
    está canijo => 2
    no fue difícil => 1
    se me complicó mucho => 3
    papita => 0
  `,
  'Totalmente en desacuerdo / En desacuerdo / De acuerdo / Totalmente de acuerdo': `
    no estoy de acuerdo => 1
    para nada de acuerdo => 0
    completamente de acuerdo => 3
    en desacuerdo total => 0
  `,
  'Sí / No / Todavía no': `
    ya la vi => 0
    no aún => 2
    nel => 1
    apenas voy a verla => 2
    no y ya no voy a poder => 1
    ya mero => 2
    no la he abierto => ?1,2
    pues sí, anoche => 0
    en eso ando => 2
  `,
  'Sí, completa / Sí, pero sólo una parte / No se hizo': `
    nos quedamos a medias => 1
    se canceló => 2
    no se pudo => 2
    la mitad nomás => 1
    sí, toda => 0
    no la terminamos => 1
    sí pero nos faltó la plática => 1
    al final no => 2
  `,
  'Lactantes A / Lactantes B / Maternal A / Maternal B1 / Maternal B2': `
    antes estaba en lactantes b, ahora en maternal a => 2
    maternalb2 => 4
  `,
  'Matutino / Vespertino / Mixto': `
    el segundo turno => 1
  `,
  'Filtro / Alimentación / Cambio de pañal / Descanso / Actividad pedagógica / Juego libre': `
    al recibirlos => 0
    iba a ser en el filtro pero fue en la comida => 1
    no fue en el filtro => -
    el que dice juego => 5
    de la 1 no, de la 4 => 3
  `,
  'Notas / Video que grabé yo / Video que grabó la maestra': `
    las dos, notas y video mío => ?0,1
    iba a grabar pero mejor tomé notas => 0
  `,
  'Lunes / Martes / Miércoles / Jueves / Viernes': `
    a media semana => 2
    martes⏎jueves perdón => 3
  `,
  'Faltó la maestra / No hubo quien cubriera la sala / Evento o contingencia / Falta de tiempo / Otro motivo': `
    no había nadie que se quedara con los niños => 1
    no quise => -
    no dejaron salir a nadie de la sala => -
  `,
  'Tranquila / Nerviosa / Cansada / Contenta / Enojada': `
    feliz => 3
  `,
  '* Cuentos / Títeres / Bloques / Espejo / Música': `
    uno y tres => [0,2]
  `,
  '* Faltó la maestra / No hubo quien cubriera la sala / Evento o contingencia / Falta de tiempo / Otro motivo': `
    tiempo y personal => [1,3]
  `,
  yesno: `
    ni lo dude => yes
    seguro que no => no
    eso sí que no => no
    ni de loca => no
  `,
  duration: `
    un ratito => -
    un par de horas => 120
    hora y tres cuartos => 105
    una hora tres cuartos => 105
    media hora y cuarto => 45
    10 minutos cada una, fueron 3 => -
    3 de 10 min => -
    30 min, no miento, 40 => 40
    programamos 1 hora pero solo dio tiempo de 40 min => 40
    veinti cinco => 25
    como una hora y media, de 8 a 9:30 => 90
    20 minutos el lunes y 30 el miercoles => -
    como 15, 20 min => -
  `,
  'Nunca / Rara vez / A veces / Frecuentemente / Siempre': `
    no mucho, rara vez => 1
    no tan frecuente => 2
  `,
  'Nada útil / Poco útil / Útil / Muy útil': `
    no me sirvió de nada => 0
    sí me sirvió => 2
    utilísimo => 3
    no tan útil => 1
    re útil => 3
    no muy útil la verdad => 1
  `,
  'Muy satisfecha / Satisfecha / Ni satisfecha ni insatisfecha / Insatisfecha / Muy insatisfecha': `
    no estoy satisfecha => 3
    contentísima => 0
    super satisfecha => 0
    para nada satisfecha => 4
  `,
  'Nada claro / Poco claro / Claro / Muy claro': `
    clarísimo => 3
    no me quedó claro => 1
    poquito claro => 1
  `,
  'Muy poco / Poco / Suficiente / Mucho': `
    no mucho => ?0,1
    lo justo => 2
    bastante => 3
  `,
  'No lo he leído / Lo leí en parte / Ya lo leí completo': `
    a medias => 1
    nomás la mitad => 1
    lo empecé pero no lo acabé => 1
  `,
  'Sí / Todavía no / No voy a poder': `
    aún no => 1
    en eso estoy => 1
  `,
  'Presencial / Videollamada / Teléfono / WhatsApp': `
    en persona => 0
    por wats => 3
    no fue presencial, fue por llamada => 2
  `,
  'Plan de trabajo / Observación enfocada / Reflexión': `
    la plática final => 2
  `,
  'Lactantes 1 / Lactantes 2 / Maternal 1 / Maternal 2': `
    maternal dos => 3
    lact 1 => 0
  `,
  'Filtro / Comida / Siesta / Cambio de pañal / Patio': `
    cuando los recibimos => 0
    dormidos => 2
  `,
  'No vino la maestra / No hubo cobertura / Hubo junta / Se acabó el tiempo / Otra causa': `
    nadie me cubrió => 1
  `,
  'Notas escritas / Video mío / Video de la maestra / Ninguna': `
    ella se grabó => 2
    la grabé con mi cel => 1
  `,
  'Internet malo / Celular sin memoria / No tengo celular / Todo bien': `
    no hay señal => 0
    ninguno => -
  `,
  'Antes de entrar / En mi descanso / Al salir': `
    entrando no, saliendo => 2
    cuando salgo => 2
    a la hora de mi comida => 1
    temprano => 0
  `,
  '* Lunes / Martes / Miércoles / Jueves / Viernes': `
    martes y jueves no, los demás sí => [0,2,4]
  `,
  '* Canciones / Cuentos / Pelotas / Bloques / Pintura': `
    cantar y pintar => [0,4]
  `,
  number: `
    1O => 10
    2o => 20
    cuarentai cinco => 45
    ocho o nueve => -
    no llegan a 10 => -
    10 u 11 => -
  `,
};

function asked(question: string, text: string): TextToRead {
  if (question === 'yesno' || question === 'number' || question === 'duration') return { kind: question, text };
  const multi = question.startsWith('* ');
  return { kind: 'choice', options: question.replace('* ', '').split(' / '), multi, text };
}

describe.each(Object.keys(answers))('%s', (question) => {
  test.each(table(answers[question] ?? ''))('%s is %s', (text, expected) =>
    expect(short(understandText(asked(question, text), program))).toBe(expected),
  );
});
