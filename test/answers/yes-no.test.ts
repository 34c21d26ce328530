// Yes and no in Mexican chat, with the false friends, and what counts as consent.
import { describe, expect, test } from 'vitest';
import { isUnconditionalYes, readYesNo } from '../../src/engine/answers/yes-no/yes-no.ts';
import { shortReading, vocabulary } from './answers-fixture.ts';

const yes =
  'sí|si|SI|SIII|sii|sip|simón|claro|claro que sí|ajá|ya|ya quedó|listo|así es|cómo no|por supuesto|👍|👍🏽|👌|✅|🙋‍♀️|ok|oki|okis|va|sale|vale|órale|arre|ey|siempre sí|no pues sí|no, sí|pues sí|ci|vueno si|obvio|de acuerdo|acepto|con gusto|desde luego|sí, gracias|si porfa|sí maestra|sí 🙏|sí, la hice con Lupita|si ya la hice el martes|si la hicimos|sí quiero participar|si claro|no\nsi|exacto|efectivamente|sí se pudo|si se pudo|asi mero|clarin|perfecto|no hay problema|si, ya regreso la maestra que estaba de baja|si ya le ayude a llenar la hoja|si la vi ayer en el descanso|si, no hubo problema|si, después de la comida la hicimos|si ando en sala pero ya la hice|no se me olvido, si la hice|no se me olvido si la hice|no vino pero si la hice|ando muerta pero si|ayer no, hoy si|dije que no pero si|no hay bronca miss|por mí no hay problema|ya tuvimos la platica|quedo lista|la hice ayer|mmm sí|yo sí|al final sí se pudo|con lupita si|claroquesi|claeo que si|si pue|si, con trabajos pero si|si en la mañana|si el martes|ya se realizó|si la hicimos a la hora del descanso|si miss, ahi le mando la foto al rato|si, al rato le mando la hoja|si me dejo la directora|si porque me lo pidio la directora|no crea que no, si la hicimos|no le veo inconveniente|yasehizo';
const no =
  'no|NO|nooo|nop|nel|nones|para nada|ni modo que sí|todavía no|aún no|ya mero|👎|❌|🙅‍♀️|siempre no|pues no|no, gracias|no se pudo|no pude|no hubo chance|nunca|jamás|tampoco|ahorita no|claro que no|no, todavía no|si perdón no|perdón no|no acepto|fíjese que no|ay no|la verdad no|hoy no|no alcancé|no he podido|no maestra|negativo|no, al rato|no que va|todavía no pero mañana la hago|apenas voy a empezar|me falta la mitad|no, apenas mañana|hoy no mañana si|si... ay no, no la hice|antes si, ahora ya no|si\nah no, esa fue la otra maestra\nno|la maestra no vino|desafortunadamente no|como cree miss, para nada|sigue pendiente|no, me falta una|nomas me falta firmar|todaviano|que si la hice? no|lo dudo mucho|no porque no me dejaron salir de la sala|no hasta el lunes|no se ha podido|no la he hecho|todavia falta|ya la voy a hacer';
const doubt =
  'si quiere|si pero no|creo que sí|creo que no|sí pero luego|¿sí?|si puedo le aviso|si me da tiempo|si tengo tiempo|la maestra dijo que si|si, pero con condiciones|ok no|sí, siempre y cuando no lo vea la directora|a lo mejor sí|sí, depende|casi sí|si no puedo|supongo que sí|sí 🤷‍♀️|1|2|sí, ahorita|yo creo que sí|sí, no|la directora dice que si|yo digo que sí|dizque si|ya trabajo con ella|si pero que no la vea la directora|si, casi toda|no digo que no|no podia no hacerla|igual y si|ya la hago|si, mañana la hago|opcion 1|la 2|si mal no recuerdo si|si llueve la hacemos adentro';
const neither =
  'ahorita|al rato|luego|depende|a lo mejor|quién sabe|no sé|no entiendo|🤷‍♀️|❤️|🙏|😅|yo le aviso|más o menos|hola|gracias|por qué no|no recuerdo|no aplica|a ver|jajaja|20 minutos|el martes|sí o no|ni sí ni no|supongo';

describe('a yes or no question', () => {
  test.each(yes.split('|'))('%s is yes', (text) => expect(shortReading(readYesNo(text, vocabulary))).toBe('=true'));
  test.each(no.split('|'))('%s is no', (text) => expect(shortReading(readYesNo(text, vocabulary))).toBe('=false'));
  test.each(doubt.split('|'))('%s is asked again', (text) => expect(readYesNo(text, vocabulary).kind).toBe('doubtful'));
  test.each(neither.split('|'))('%s is no answer', (text) => expect(readYesNo(text, vocabulary).kind).toBe('unclear'));
});

describe('consent', () => {
  test.each(
    'sí|si|acepto|sí acepto|claro que sí|de acuerdo|ok|va|sale|👍|✅|sí, gracias|por supuesto|sí quiero participar|cómo no|si, adelante'.split(
      '|',
    ),
  )('%s is consent', (text) => {
    expect(isUnconditionalYes(text, vocabulary)).toBe(true);
  });
  test.each(
    'sí pero…|¿sí?|depende|creo que sí|supongo|ya|listo|ajá|no|sí si no se entera la directora|si puedo|sí, siempre y cuando|🙏|sí 🤷‍♀️|ahorita|sí?|a lo mejor sí|no pues sí|sí, luego|hola|1|fierro|arre pues, fierro|sobres|ya estás|esa mero'.split(
      '|',
    ),
  )('%s is no consent', (text) => {
    expect(isUnconditionalYes(text, vocabulary)).toBe(false);
  });
});
