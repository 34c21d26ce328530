// "Paty ya no trabaja aquí", "se cambió de guardería": the work with a caregiver who left is offered to be closed.
import type { Caregiver } from '../../domain/mentoring-cycle.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { soundOf } from '../answers/words/phrase-book.ts';
import { plain } from '../answers/words/text-forms.ts';
import { questionAt } from '../run-thread.ts';
import { threadContext } from '../thread-context.ts';
import { activeThread, openThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

const left = [
  'ya no (?:trabaja|labora|esta|viene|va a venir|va a trabajar|sigue|pertenece)(?: (?:aqui|aca|en la guarderia|en el centro|con nosotros|con nosotras|en esta|mas|ella)\\b| *$)',
  'ya no (?:trabaja|labora|sigue trabajando)\\b',
  'ya no (?:la tengo|trabajo con|la acompano|esta conmigo|esta en la guarderia|esta en el centro)\\b',
  '(?:renuncio|se jubilo|se pensiono|la corrieron|la despidieron|la liquidaron|causo baja|la dieron de baja|se dio de baja|dejo de trabajar|dejo el trabajo|dejo la guarderia|dejo el centro)\\b',
  '(?:se cambio|se fue|la cambiaron|la mandaron|la movieron|la pasaron|se paso|la transfirieron|la reubicaron) (?:de|a|para|a la|a el|ya de|con)? ?(?:la |otra |otro |esta |una |nuestra |su )*(?:guarderia|centro|trabajo|estancia|unidad|escuela|ciudad)\\b',
  'ya se fue(?: de (?:aqui|la guarderia|esta)| *$)',
  'se fue de (?:aqui|la guarderia|esta guarderia)',
].map((pattern) => soundsOf(pattern));

/** By sound, so that "guarderia", "gauderia" apart, h, b/v and s/z need no spelling; signs of the pattern stay. */
function soundsOf(pattern: string): RegExp {
  return new RegExp(`\\b(?:${pattern.replace(/(?<!\\)[a-z]{2,}/g, (word) => soundOf(word))})`);
}

/** "Quiero quitar a Coco porque es la misma que Socorro": who is named after the verb, and before why. */
const takenOff =
  /^(?:(?:oiga|oye|ay|ah|perdon|pues|bueno|y|no|porfa|por favor|mejor|quiero|quisiera|puede|puedes|podria|necesito|ocupo|hay que|me|favor de|tambien) )*(?:quitar|quita|quite|quiten|quitenme|quiteme|quitame|quitarme|borrar|borra|borre|borren|borreme|borrame|eliminar|elimina|elimine|sacar|saca|saque|saquen) (?:a )?(?:la )?(?:maestra )?(.+?)(?: (?:de (?:la|mi) lista|porque|pq|por que|ya que|es que|es la misma|son la misma|esta repetida|esta doble|sale repetida|porfa|por favor)\b.*)?$/;
const twice =
  /^(?:(?:oiga|oye|ay|ah|perdon|pues|bueno|y|es que) )*(?:la )?(?:maestra )?(.+?) (?:es|son) la misma (?:que|persona|k|maestra)\b|^(?:(?:oiga|oye|ay|ah|perdon|pues|bueno|y|es que) )*(?:la )?(.+?) (?:esta|sale|quedo|aparece) (?:repetida|doble|dos veces)\b/;

const notNames = new Set('lo el los las mi mis eso esto de del su sus cita fecha nota lista plan hoja hora sala'.split(' '));

const notForGood = /\b(?:temprano|hoy|ayer|rato|al bano|comer|a comer|sala|vacaciones|incapacidad|permiso)\b/;
const mostWords = 16;
const notHere = new Set(['maestras', 'maestra', 'baja', 'bienvenida', 'con-quien', 'duda']);

/** True where she told of it, and was asked whether the work ends. */
export function takesUpLeaving(draft: TurnDraft, text: string): boolean {
  const thread = activeThread(draft);
  if (/[?¿]/.test(text) || (thread && notHere.has(thread.flow))) return false;
  const said = plain(text);
  const words = said.split(' ');
  if (words.length > mostWords || notForGood.test(said)) return false;
  if (closesTwice(draft, said)) return true;
  const { abbreviations } = vocabularyOf(draft.program);
  const sounded = words.map((word) => soundOf(word === 'aki' ? 'aqui' : (abbreviations.get(word) ?? word))).join(' ');
  if (!left.some((pattern) => pattern.test(sounded))) return false;
  const caregivers = draft.all('caregiver').filter(({ status }) => status === 'active');
  // Among her own words it may be anybody: there she has to say who.
  const inWords = questionAt(threadContext(draft, thread?.id))?.step.as === 'text';
  const who = whoLeft(text, caregivers, inWords ? null : (thread?.caregiverId ?? null));
  if (!who) return false;
  openThread(draft, 'maestra', { caregiverId: who, answers: { que: 'cerrar' } });
  return true;
}

/** One whom she wants off her list, or who stands there under two names: asked whether that work is closed. */
function closesTwice(draft: TurnDraft, said: string): boolean {
  const named = takenOff.exec(said)?.[1] ?? twice.exec(said)?.[1] ?? twice.exec(said)?.[2];
  const words = (named ?? '').split(' ');
  // "Borra lo de Rosa" is of something of hers.
  if (named === undefined || words.length > 3 || words.some((word) => notNames.has(word))) return false;
  const caregivers = draft.all('caregiver').filter(({ status }) => status === 'active');
  const who = readCaregiverName(named, caregivers);
  if (who.kind !== 'understood') return false;
  openThread(draft, 'maestra', { caregiverId: who.value, answers: { que: 'cerrar' } });
  return true;
}

/** The one she names; without a name, the one she is working with or her only one. */
function whoLeft(text: string, caregivers: readonly Caregiver[], about: string | null): string | undefined {
  const named = readCaregiverName(text, caregivers);
  if (named.kind === 'understood') return named.value;
  if (named.kind === 'doubtful') return undefined;
  // "La directora ya no trabaja aquí" is somebody else.
  if (/\b(?:directora|nino|nina|bebe|mama|papa|consultora|coordinadora|doctora|companera)\b/.test(plain(text))) return undefined;
  const only = caregivers.length === 1 ? caregivers[0]?.id : undefined;
  return caregivers.some(({ id }) => id === about) ? (about ?? undefined) : only;
}
