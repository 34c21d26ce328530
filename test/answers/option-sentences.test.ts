// Options and scales answered in sentences: what is taken, ruled out, corrected or left open. Options count from 0.
import { describe, expect, test } from 'vitest';
import { type TextRead, understandText } from '../../src/engine/understand-text.ts';
import { houseProgram } from '../support/test-house.ts';
import { table } from './answers-fixture.ts';

const { program } = houseProgram();

/** "2" one option, "[0,1]" several, "?0,1" to be asked about, "-" not understood. */
function short(read: TextRead): string {
  if (read.kind === 'choice') return String(read.index);
  if (read.kind === 'choices') return `[${read.indices.join()}]`;
  if (read.kind === 'doubtful') return `?${read.candidates.join()}`;
  return read.kind === 'unclear' ? '-' : read.kind;
}

const sentences: Readonly<Record<string, string>> = {
  'Nunca / Algunas veces / Muchas veces / Siempre / No aplica': `
    nunca se le olvida => 3
    nunca deja de hablarles => 3
    3 de 10 => 1
    0% => 0
    siempre, bueno casi siempre => 2
    muchas⏎perdon pocas => 1
    4 o 3 => ?2,3
    2.5 => ?1,2
    al principio no lo hacia pero ya lo hace siempre => 3
    nunca, nomas cuando la veo => ?0,1
    la primera => 0
    yo le pondria siempre => 3
    siempre? => ?3
    de vez en cuando nada mas => 1
    no hubo cuento hoy => 4
    no lo vi => 4
    aveses => 1
    nuca => 0
    simpre => 3
    casi ciempre => 2
    no no siempre => 3
    pues no, casi nunca => 1
    es muy atenta, siempre les habla => 3
    0 => -
    cada vez que llora lo carga => 3
    le falta mucho => 1
    si lo hace => -
    no muchas => 1
    nada => 0
    diario => 3
    me da pena decirlo pero casi no => 1
    2 siempre => ?1,3
    nunca se le va una => 3
    no falla nunca => 3
    jamas se le olvida => 3
    siempre le falta => 0
    muchas veces no lo hace => 1
    pocas veces se le olvida => 2
    no lo hace nunca => 0
    no tan seguido como quisiera => 1
    no digo que siempre => ?1,2
    no todo el tiempo => ?1,2
    no a cada rato => 1
    nunca lo deja de hacer => 3
    nunca lo hace bien => 0
    nadie lo hace => -
    todavia no => 0
    antes siempre, ahora casi no => 1
    al principio no pero ahora siempre => 3
    si pero no mucho => 1
    nunca, bueno una vez => 1
    ni idea => -
    no estuve ese dia => 4
    no hay niños de esa edad => 4
    no se da la situacion => -
    nel => 0
    no no lo hace => 0
    siempre anda apurada y no espera => ?0,3
    nunca los regaña => ?0,3
    siempre hace otra cosa => ?0,3
    muchas gracias => -
    hay poco tiempo => ?1
    3 veces al dia => ?1,2
    3 niños => ?2
    7 => -
    3/4 => ?2,3
    3 tirandole a 4 => 2
    del 1 al 5 un 3 => 2
    3️⃣ => 2
    ya puse siempre => 3
    puse nunca pero es algunas => 1
    corrijo: 4 => 3
    siempre⏎no perdon casi siempre => 2
    siempre⏎digo, muchas veces => 2
    siempre⏎la verdad nunca la he visto => ?0,3
  `,
  'No se observó / Poco / Bastante / Todo el tiempo': `
    no => ?0
    nada => 0
    mucho => 2
    no todo el tiempo => ?1,2
    si bastante => 2
    todo => 3
    1 => 0
    no mucho => 1
    nada o poco => ?0,1
    mas o menos poco => 1
    todo el tiempo no => -
    si se observo => ?1,2,3
    si => -
  `,
  'No lo hizo (hubo oportunidad) / Pocas veces / Casi siempre / Siempre / No hubo oportunidad': `
    1 => 0
    nunca => 0
    muchas => 2
    no hubo => 4
    estaban dormidos => 4
    si lo hizo => -
    lo hizo una vez => 1
    lo hizo siempre => 3
    hubo oportunidad pero no lo hizo => 0
    casi siempre aunque una vez no => 2
    no, nunca => 0
    nunca hubo oportunidad => 4
  `,
  'Lunes / Martes / Miércoles / Jueves / Viernes (varias)': `
    lunes a viernes => [0,1,2,3,4]
    todos excepto lunes y viernes => [1,2,3]
    los lunes y los jueves en la tarde => [0,3]
    el lunes no, los demas si => [1,2,3,4]
    martes o jueves => ?1,3
    lunes⏎y jueves => [0,3]
    martes porque el lunes hay junta => [1]
    los ultimos dos => [3,4]
    1 3 5 => [0,2,4]
    todos los dias => [0,1,2,3,4]
    a lo mejor el lunes => ?0
    lunes,martes,miercoles => [0,1,2]
    depende => -
    lunes no, martes si => [1]
    todos menos lunes, martes y viernes => [2,3]
    1 o 2 => ?0,1
  `,
  'Plan de Trabajo / Lista de chequeo / Guía de observación / Videoteca / Guía de Mentoría (varias)': `
    las dos guias => [2,4]
    nada mas el plan => [0]
    todas menos la videoteca => [0,1,2,4]
    la lista no, las demas si => [0,2,3,4]
    nada => []
    la checklist => [1]
    la ultima => [4]
    la lista y el plan, pero no la guia => [0,1]
    nada mas la lista => [1]
    no todas => -
    todas, bueno la videoteca no => [0,1,2,4]
    plan y lista⏎ah y videoteca => [0,1,3]
  `,
  'Los videos / La práctica en parejas / Los materiales / El tiempo para preguntas (varias)': `
    videos y practica => [0,1]
    todo menos los videos => [1,2,3]
    los videos y poder preguntar => [0,3]
    la practica, los materiales no tanto => [1]
    no me sirvieron los videos, la practica si => [1]
    sin los videos, todo => [1,2,3]
  `,
  'Lupita Hernández / Ana Karen Ruiz / Lupita Soto / Rosario Pech (varias)': `
    lupita => ?0,2
    todas menos karen => [0,2,3]
    karen, rosario⏎karen siempre no => [3]
    las 4 => [0,1,2,3]
    primera y tercera => [0,2]
  `,
  'Cuentos / Títeres / Música / Espejo / Material reciclado (varias)': `
    titeres y canciones => [1,2]
    libros y una bocina => [0,2]
    material reciclado y espejos => [3,4]
  `,
  'Desayuno / Actividad pedagógica / Cambio de pañal / Comida / Descanso (varias)': `
    comida y descanso => [3,4]
    panal y desayuno => [0,2]
    comida no => ?0,1,2,4
    no en la comida, en el descanso => [4]
    desayuno, comida no, descanso si => [0,4]
  `,
  'El tiempo / Que me cubran la sala / Filmar / Escribir el plan (varias)': `
    el tiempo => [0]
    que no hay quien cubra la sala => [1]
  `,
  'Recordatorios / Consejos (varias)': `
    los dos => [0,1]
    solo consejos => [1]
    recordatorios no, consejos si => [1]
  `,
  'Sensibilidad y consideración / Modelaje lingüístico / Calidad de la retroalimentación (varias)': `
    lenguaje y retro => [1,2]
    todavia ninguno => []
  `,
  'En persona / Por videollamada': `
    no por video => 0
    en persona no creo, mejor por video => ?1
    no me gusta por video => 0
    que no sea por video => 0
  `,
  'Con la misma maestra / Con otra maestra': `
    con otra no, con la misma => 0
    con ella ya no, con otra => 1
  `,
  'Guardarlo así / Cambiar algo / Borrarlo': `
    no cambie nada => ?0,2
    asi no => ?1,2
  `,
  'No lo he empezado / Voy a la mitad / Ya lo terminé': `
    no lo he terminado => 1
    no lo he podido abrir => 0
    ya no me falta nada => 2
    no lo termine => 1
  `,
  'Completo / Una parte / No pude entrar': `
    no estuve completo => 1
    no entre => 2
    si pude entrar => ?0,1
  `,
  'Corto / Adecuado / Largo': `
    no fue largo => ?0,1
    no fue corto ni largo => ?1
    no me parecio corto => ?1,2
  `,
  'Plan de trabajo / Observación enfocada / Reflexión y retroalimentación': `
    el plan no, la observacion => 1
    todavia no llegamos a la reflexion => ?0,1
  `,
  'En la mañana / A mediodía / En la tarde': `
    no en la mañana => ?1,2
    cualquiera menos en la mañana => ?1,2
    ni en la mañana ni en la tarde => ?1
  `,
  'Lupita Hernández / Ana Karen Ruiz / Lupita Soto / Rosario Pech': `
    karen no vino, con rosario => 3
    no es soto, es hernandez => 0
    karen ya no esta, rosario => 3
  `,
  'Lactantes A / Lactantes B / Lactantes C / Maternal A / Maternal B1 / Maternal B2': `
    lactantes c no b => 2
  `,
  'Notas / Video que filmé yo / Video que filmó la maestra': `
    video no, notas => 0
    no grabe => ?0,2
    no la grabe yo, se grabo ella => 2
  `,
  'Ahora / Más tarde / Mañana': `
    mañana no => ?0,1
    hoy no, mañana si => 2
  `,
  'Celular / Computadora': `
    no tengo compu => 0
  `,
};

describe.each(Object.entries(sentences))('%s', (name, lines) => {
  const multi = name.endsWith(' (varias)');
  const options = name.replace(' (varias)', '').split(' / ');
  test.each(table(lines))('%s is %s', (text, expected) =>
    expect(short(understandText({ kind: 'choice', options, multi, text }, program))).toBe(expected),
  );
});
