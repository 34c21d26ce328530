// Tells what is said to the bot about a message from what belongs into it: while she writes one for many, and before it is sent.

import { plain } from '../words/text-forms.ts';
import { type AudienceWish, mayBeNames, readAudienceWish } from './broadcast-wish.ts';

export type DraftRemark =
  | { kind: 'done' | 'hold' | 'noName' | 'go' | 'later' }
  /** Place of a bubble from 1; 0 is the last. */
  | { kind: 'drop'; place: number }
  | { kind: 'replace'; from: string; to: string }
  | { kind: 'rewrite'; text?: string }
  | { kind: 'add'; text?: string }
  | { kind: 'audience'; wish?: AudienceWish }
  /** She wants to see it, or to know whom it reaches. */
  | { kind: 'preview' | 'who' }
  | { kind: 'except'; names: string }
  /** Before the first words: a greeting, or how each one is called. */
  | { kind: 'before'; text: string };

const around = /\b(?:por ?favor|porfa|porfavor|porfis|gracias|muchas|oye|oiga|ok|okis|bueno|pues|entonces|a ver|ay|si|va)\b/g;
const bare = (said: string): string => said.replace(around, ' ').replace(/ +/g, ' ').trim();

const done =
  /^(?:(?:ya )?(?:asi (?:esta bien|queda|dejalo|mero|nomas)|esta bien(?: asi)?|(?:seria|es|eso es|con eso es) todo|con eso|nada mas|listo|lista|termine|acabe|ya termine|ya acabe|ya quedo|quedo|ya esta|ya|seria todo|ya seria todo|perfecto)|(?:ya )?(?:manda|envia|mande|envie)(?:lo|los|selo|selos|)(?: ya| asi| por fa)?|ya (?:lo )?(?:puedes?|pueden) (?:mandar|enviar)(?:lo)?|(?:muestra|ensena|muestre)melo|(?:quiero )?ver(?:lo)?(?: como queda| como llega)?|como (?:queda|quedo|llega)|no(?: ya)?(?: es todo| nada mas)|solo eso|nomas eso)$/;
const go =
  /^(?:(?:dale|adelante|andale|hazlo|esta bien|todo bien|muy bien|de acuerdo|claro|por supuesto|sale|orale)|(?:(?:ya|que|todo bien|esta bien|perfecto|claro|dale|listo|adelante|correcto|asi|sale|orale|andale) )*(?:manda|envia|mande|envie|difunde|mandar|enviar)(?:lo|los|selo|selos|)(?: (?:ya|ahora|ahorita|ahora mismo|ahorita mismo|asi|de una vez|a todas|tal cual|asi como esta))*|(?:de una vez|ahora mismo|ahorita mismo|ya mismo))$/;
const yes = /^(?:(?:si+|ok|okis|va|sale|claro|por ?favor|porfa|gracias|muchas) ?)+$/;
const hold =
  /\b(?:no (?:lo|la|los|le|les|se)?\s?(?:mand|envi)\w+|espera\w*|espere\w*|det[ei]+n\w*|detente|parale|alto|(?:todavia|aun|ahorita|ahora) no|no todavia|no aun|deja(?:me)? (?:lo )?\w+|p[eé]?rate|perame|aguant\w+|no quiero que (?:salga|se mande|llegue)|momento|momentito|permitame|permiteme|no no|stop)\b/;
const later =
  /^(?:(?:mejor|mandalo|mandelo|envialo|que sea|lo mando|lo mandas) )*(?:al rato|mas al rato|luego|despues|mas tarde|otro dia|en un rato|mas tardecito|manana te digo)$/;
const places: readonly RegExp[] = [
  /\bultim[oa]/,
  /\b(?:primer[oa]?|1)\b/,
  /\b(?:segund[oa]|2|dos)\b/,
  /\b(?:tercer[oa]?|3|tres)\b/,
  /\b(?:cuart[oa]|4)\b/,
  /\b(?:quint[oa]|5)\b/,
];
const takesOff = /\b(?:quit\w+|borr\w+|elimin\w+|sin|saca\w*)\b/;
const thatOne =
  /\b(?:quit\w+|borr\w+|elimin\w+) ?(?:lo|la|ese|eso|este|esa|lo ultimo|el mensaje|lo que (?:puse|escribi|mande))\b|^(?:quitalo|borralo|quitela|eliminalo|quitelo|borrelo)$/;
const corrects =
  /\b(?:corregi\w*|corrij\w*|corrig\w*|cambi[aeo]\w*|modific\w*|editar\w*|edit[ae]\w*|arregl\w*|reescrib\w*|me equivoque|esta mal|dice mal|dice|falto|le falto|error|errata)\b/;
const swaps: readonly { shape: RegExp; turned?: true }[] = [
  { shape: /(?:cambi\w+|sustitu\w+|reemplaz\w+)\s+(.{2,60}?)\s+por\s+(.{2,80})$/iu },
  {
    shape:
      /(?:donde )?(?:dice|puse|escrib[ií])\s+(.{2,60}?)[,;]?\s+(?:y )?(?:debe (?:decir|ser)|deber[ií]a (?:decir|ser)|y es|es|pero es|era)\s+(.{2,80})$/iu,
  },
  { shape: /\bno (?:es|era|dice)\s+(.{2,60}?)[,;]?\s+(?:sino|es|era)\s+(.{2,80})$/iu },
  { shape: /(?:\bes|\bpon|\bponga|\bera)\s+(.{2,60}?)[,;]?\s+(?:en vez de|en lugar de|y no|no)\s+(.{2,80})$/iu, turned: true },
];
const newText = /^[^:]{0,60}[:]\s*(\S[\s\S]+)$/;
const adds =
  /^\s*(?:y |tambi[eé]n )*(?:agr[eé]g\w+|a[ñn][aá]d\w+|p[oó]n(?:le|gale|les)|falt[aó](?:ba)? (?:poner|decir)|incluy\w+)\s*(?:que|:|otro mensaje|otro|un mensaje m[aá]s)?\s*:?\s*(.*)$/isu;

const previews =
  /\b(?:(?:a ver|ver|muestra\w*|muestre\w*|ensena\w*|ensene\w*) (?:el mensaje|los mensajes|como|otra vez)|como (?:les |le |lo |se )*(?:va a |van a )?(?:lleg|qued|recib|ve)\w*|(?:a mi|me lo) (?:primero|mandas?|manda)|mandamelo|que (?:dice|va a decir|les va a llegar))\b/;
const asksWho =
  /\b(?:cuant[ao]s (?:son|personas|mentoras|les|la|lo|va|van)|a cuant[ao]s|(?:quien|quienes|cuales) (?:se )?(?:queda\w*|falta\w*|no (?:le|les|lo)|van|son)|por ?que (?:se )?(?:queda\w*|estan|esta)|a quien(?:es)? (?:le|les|se|va|van|llega))\b/;
const spares =
  /^\s*(?:no|pero|mejor|y|a|todas|,|\s)*(?:menos|excepto|salvo|qu[ií]t[ae]\w*|saca\w*|saque\w*)(?:\s+de la lista)?\s+(?:a\s+|para\s+)(?!todas)(.{2,80}?)(?:\s+de la lista)?[\s.!]*$/iu;

const anew =
  /\b(?:(?:borr|quit|elimin)\w+(?:lo)? tod[oa]s?|(?:empez\w+|empiez\w+) de (?:nuevo|cero)|(?:escrib\w+|hacerlo|hago) (?:de nuevo|otra vez|desde cero))\b/;
const addsName = /\b(?:agreg|pon|anad|inclu|falt)\w* (?:su|sus|el|los|al principio su) nombres?\b/;
const addsBefore =
  /(?:agr[eé]g\w+|p[oó]n\w*)\s+(.{3,60}?)\s+al (?:principio|inicio|comienzo)|al (?:principio|inicio|comienzo)\s+(?:agr[eé]g\w+|p[oó]n\w*)\s+(.{3,60}?)[.!]?$/iu;

const unquoted = (text: string): string => text.trim().replace(/^[«"“'‘]+|[»"”'’.!]+$/gu, '');

/** `parts`: what the message says so far. */
export function readDraftRemark(text: string, parts: readonly string[]): DraftRemark | undefined {
  const said = plain(text);
  const count = said.split(' ').length;
  const swap = swapIn(text, parts);
  if (swap) return swap;
  if (anew.test(said) && count <= 10) return { kind: 'rewrite' };
  if (count <= 10 && takesOff.test(said)) {
    if (/\bnombres?\b/.test(said)) return { kind: 'noName' };
    const place = places.findIndex((one) => one.test(said));
    if (place >= 0) return { kind: 'drop', place };
    if (thatOne.test(said)) return { kind: 'drop', place: 0 };
  }
  const spared = spares.exec(text)?.[1];
  if (spared !== undefined && mayBeNames(spared)) return { kind: 'except', names: spared.trim() };
  if (count <= 10 && asksWho.test(said)) return { kind: 'who' };
  if (count <= 9 && previews.test(said)) return { kind: 'preview' };
  if (addsName.test(said) && count <= 9) return { kind: 'before', text: '(nombre)' };
  const before = addsBefore.exec(text)?.[1] ?? addsBefore.exec(text)?.[2];
  if (before !== undefined) return { kind: 'before', text: unquoted(before) };
  const alone = bare(said);
  if (later.test(alone)) return { kind: 'later' };
  const added = count > 2 ? adds.exec(text)?.[1] : undefined;
  if (added !== undefined) return { kind: 'add', ...(added.trim().includes(' ') ? { text: unquoted(added) } : {}) };
  const fresh = corrects.test(said) || /^(?:no|mejor)\b/.test(said) ? newText.exec(text)?.[1] : undefined;
  if (fresh?.includes(' ')) return { kind: 'rewrite', text: fresh.trim() };
  if (/\b(?:a quien(?:es)?|destinatari\w+|la lista|las personas)\b/.test(said) && count <= 10) return { kind: 'audience' };
  if (/^(?:no|ay|perdon|espera|mejor|solo|nada mas|nomas|que sea|mand|pero|a |al |para )/.test(said)) {
    const wish = readAudienceWish(text);
    if (wish) return { kind: 'audience', wish };
  }
  if (count <= 14 && corrects.test(said)) return { kind: 'rewrite' };
  return hold.test(said) && count <= 10 ? { kind: 'hold' } : undefined;
}

const hour = /\b(?:a|de) las? \d{1,2}(?::\d\d)?\b/giu;
const weekday = /\b(?:lunes|martes|mi[eé]rcoles|jueves|viernes)\b/giu;
const slips =
  /^\s*(?:ay|uy|ups|no|me equivoqu[eé]|perd[oó]n|digo|corrijo|mejor)\b[\s,.]*(?:(?:no|es|son|era|ser[ií]a|va a ser|perd[oó]n|digo)[\s,]+)*/iu;

/** "Perdón, es a las 5", where the message names one hour: that one. */
function slipIn(text: string, parts: readonly string[]): DraftRemark | undefined {
  const begin = slips.exec(text)?.[0].length ?? 0;
  const rest = begin > 0 ? text.slice(begin).trim() : '';
  for (const kind of [hour, weekday]) {
    const [to, ...others] = rest.match(kind) ?? [];
    const [from, ...more] = parts.flatMap((part) => part.match(kind) ?? []);
    const around = to === undefined ? rest : rest.replace(to, '').replace(/^\s*el\s*$/iu, '');
    if (to && from && others.length === 0 && more.length === 0 && !/[\p{L}\p{N}]/u.test(around))
      return { kind: 'replace', from, to };
  }
  return undefined;
}

function swapIn(text: string, parts: readonly string[]): DraftRemark | undefined {
  const slip = slipIn(text, parts);
  if (slip) return slip;
  for (const { shape, turned } of swaps) {
    const found = shape.exec(text.trim());
    const [one, other] = [unquoted(found?.[1] ?? ''), unquoted(found?.[2] ?? '')];
    const [from, to] = turned ? [other, one] : [one, other];
    if (from !== '' && to !== '' && parts.some((part) => part.toLowerCase().includes(from.toLowerCase())))
      return { kind: 'replace', from, to };
  }
  return undefined;
}

export const saysDone = (text: string): boolean => done.test(bare(plain(text)));
/** A mere yes counts; anything beside a go does not. */
export function saysGo(text: string): boolean {
  const said = plain(text);
  const isYes = yes.test(said) && /\b(?:si+|ok|okis|va|sale|claro)\b/.test(said);
  return !/[?¿]/.test(text) && (isYes || go.test(bare(said)));
}
export const saysHold = (text: string): boolean => hold.test(plain(text)) && plain(text).split(' ').length <= 10;
export const namesSending = (text: string): boolean => /\b(?:mand|envi|program|sal[eg]|lleg|difund)/.test(plain(text));

const perhaps =
  /^(?:no|mejor|espera|espere|perdon|ay|oye|oiga|quita|quite|borra|borre|cambia|cambie|corrige|corrija|corregir|asi|esta|ya|listo|si|ok|gracias|a ver|deja|dejame|ups|uy|cancela|cancelar|eso|nada|manda|mandalo|mandelo|sin|como|que|me equivoque|equivoque|corrijo|digo|quise|menos|cuantas|cuantos|quien|quienes|por que)\b/;

/** Short, and it begins as one speaks to somebody beside: it may be for the bot. */
export function perhapsForBot(text: string): boolean {
  const said = plain(text);
  return said.split(' ').length <= 9 && perhaps.test(said) && !/\(nombre\)/i.test(text);
}
