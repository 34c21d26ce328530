// Reads of several caregivers at once who accepted, who did not and who was not told yet: "Lupita sí aceptó, Rosa todavía no".

import { plain } from '../words/text-forms.ts';
import { readCaregiverName } from './caregiver-name.ts';

export type Acceptance = 'si' | 'no' | 'todavia-no';

export interface ToldAcceptance {
  id: string;
  said: Acceptance;
}

const ofAcceptance =
  /\b(?:acept\w+|quiso|quiere\w*|quisieron|dijo que|dijeron que|le entra\w*|les late|le late|explic\w+|se anim\w+|de acuerdo)\b/;
const open =
  /[?¿]|\b(?:pero|aunque|creo|parece|a ver|quiza\w*|tal vez|a lo mejor|depende|piens\w+|pensar\w*|directora|jefa|mama|papa|nin[oa]s?)\b/;
const refused =
  /\b(?:no (?:quiso|quiere|acepto|acepta|le interesa|le late|desea|se animo)|dijo que (?:no|nel)|prefier\w+ (?:que )?no|siempre no)\b/;
const notYet =
  /\b(?:todavia no|aun no|no le he|no le (?:explico|digo|platico)|(?:me )?falta|(?:luego|manana|despues) (?:le|hablo|platico)|(?:hablo|platico|le (?:digo|explico|platico)) (?:manana|luego|despues|el \w+|al rato))\b/;
const agreed =
  /\b(?:(?:si|ya) (?:acept\w+|quiso|quiere\w*|quisieron|le entra\w*|se anim\w+)|acepto|aceptaron|quiso|quisieron|dijo que (?:si|va|sale|ok)|dijeron que (?:si|va)|de acuerdo|encantadas?|(?:tambien|igual) (?:si|ya)|si)\b/;
const everybody = /\b(?:las (?:dos|tres|cuatro|cinco)|ambas|todas)\b/;
const mostWords = 40;

const classOf = (said: string, before: Acceptance | undefined): Acceptance | undefined => {
  if (notYet.test(said)) return 'todavia-no';
  if (refused.test(said)) return 'no';
  if (agreed.test(said)) return 'si';
  return /\b(?:tambien|igual|tampoco)\b/.test(said) ? before : undefined;
};

/** Undefined unless it tells of at least so many, and surely of each. */
export function readToldAcceptances(
  text: string,
  known: readonly { id: string; name: string }[],
  fewest = 2,
): ToldAcceptance[] | undefined {
  const whole = plain(text).replace(/\b[qk]\b/g, 'que');
  const list = whole.split(' ');
  if (list.length > mostWords || open.test(whole) || /[?¿\d]/.test(text) || !ofAcceptance.test(whole)) return undefined;
  const named: { id: string; at: number }[] = [];
  list.forEach((word, at) => {
    const who = word.length < 3 ? undefined : readCaregiverName(word, known);
    if (who?.kind === 'understood' && named.at(-1)?.id !== who.value) named.push({ id: who.value, at });
  });
  if (named.length === 0 && everybody.test(whole) && known.length > 1) {
    const said = classOf(list.join(' '), undefined);
    return said === undefined ? undefined : known.map(({ id }) => ({ id, said }));
  }
  if (new Set(named.map(({ id }) => id)).size < fewest) return undefined;
  const told: ToldAcceptance[] = [];
  let waiting: string[] = [];
  for (const [i, { id, at }] of named.entries()) {
    const own = list
      .slice(at + 1, named[i + 1]?.at)
      .filter((word) => !['y', 'con', 'a', 'la', 'de', 'maestra', 'miss'].includes(word));
    waiting.push(id);
    // "Lupita y Rosa ya aceptaron"
    if (own.length === 0 && named[i + 1]) continue;
    const said = classOf(own.join(' '), told.at(-1)?.said);
    if (said === undefined) return undefined;
    told.push(...waiting.map((whose) => ({ id: whose, said })));
    waiting = [];
  }
  return new Set(told.map(({ id }) => id)).size === told.length ? told : undefined;
}
