// What is said beside any question: thanks, anger at us, a question without its signs, and words that only agree.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { findPhrases, phraseAt, spokenWords } from '../words/phrase-book.ts';
import { plain, words } from '../words/text-forms.ts';
import { isPlainYesOrNo } from '../yes-no/yes-no.ts';

const longestThanks = 16;

/** "Muchas gracias, lo anoto en mi libreta. Buenas tardes": nothing is asked, denied or counted in it. */
export function givesThanks(text: string, v: Vocabulary): boolean {
  const list = spokenWords(text, v.abbreviations);
  const thanks = list.includes('grasias') || /\b(?:agradezco|bendiciones|muy amable|que amable)\b/.test(plain(text));
  if (!thanks || list.length > longestThanks || /[?¿\d]/.test(text)) return false;
  // "Sí, gracias, ahora quiero ver a Paty" asks for something; "acepto, le agradezco" agrees.
  if (wants.test(plain(text)) || phraseAt(list, 0, v.yesNo)?.means === 'yes') return false;
  return !list.some((word) => v.negations.has(word)) && !looksAsked(text, v);
}

const wants = /\b(?:quiero|quisiera|necesito|ocupo|ahora con|vamos con|acepto|acepta|mandeme|digame)\b/;

const ofUs =
  'aparato|bot|robot|maquina|maquinita|chat|sistema|aplicacion|app|programa|esto|esta cosa|esa cosa|este celular|tu|usted|luciernaga';
const harsh =
  'pinche|pinches|maldito|maldita|estupid[oa]|tont[oa]|inutil|idiota|pendej[oa]|babos[oa]|men[sz][oa]|mugre|mugroso|basura|porqueria|chingad[oa]';
const atUs = new RegExp(`\\b(?:${harsh})\\b.*\\b(?:${ofUs})\\b|\\b(?:${ofUs})\\b.*\\b(?:${harsh})\\b`);
const fedUp =
  /\b(?:no (?:me )?entiende[ns]? nada|nunca (?:me )?entiende[ns]?|no sirve[ns]?(?: para nada)?|ya me (?:harte|arte|canse|desespere|enoje|aburri)|me tiene[ns]? hart[ao]|estoy hart[ao] de (?:esto|usted|tus?)|que (?:fastidio|flojera|coraje|lata)|me desesper[ao]s?|ya dije|ya te dije|ya le dije (?:mil|muchas|varias)|cuantas veces|que no entiende[ns]?|otra vez lo mismo|siempre lo mismo|de nada sirve)\b/;
const curse =
  /^(?:ay |ash |uf |ya )*(?:no manches|no mames|chale|que chingados|pinche madre|con una chingada|me lleva|puta madre|no inventes|carajo|chin)(?: .{0,12})?$/;

/** Where her own words are asked for only what can be nothing else counts: "pinche aparato". */
export function cursesUs(text: string): boolean {
  const said = plain(text);
  return said.split(' ').length <= 6 && isAngryAtUs(text) && (curse.test(said) || atUs.test(said) || worthless.test(said));
}

const worthless = /^(?:esto|esta cosa|eso)? ?no (?:sirve|entiendes?)(?: (?:esto|esta cosa|para nada|nada))?$/;

/** Anger at the bot, never a tale of somebody else's. */
export function isAngryAtUs(text: string): boolean {
  const said = plain(text);
  if (
    said.split(' ').length > 12 ||
    /\b(?:no me (?:molest|enoj)\w+|gracias|acepto)\b/.test(said) ||
    /\b(?:nin[oa]s?|bebes?|chiquit[oa]s?|mama|papa)\b/.test(said)
  )
    return false;
  return curse.test(said) || fedUp.test(said) || (atUs.test(said) && !/\b(?:ella|directora|senora|vieja)\b/.test(said));
}

const tags = /(?:^| )(?:verdad|vdd|verda|vd|o si|o no|o que|edad|no es cierto|cierto)$/;
const opens =
  /^(?:y |pero |oiga |oye |mire |bueno |a ver |disculpe |perdone? |entonces |ah |ay |pues |una pregunta |y eso |y esto |esto |eso |maestra )*(?:para que|pa que|por que|porque (?:me|le|nos)|que (?:es|son|significa|pasa|tengo|tiene|debo|hago|sigue|onda|quiere|gano)|quien(?:es)? (?:es|son|ve|lo|me|le|va)|como (?:le|lo|la|se|puedo|hago|funciona|sabe|sabes|que)|cuando (?:me toca|le toca|empieza|termina)|cuant[oa]s? (?:son|es|tengo|tiempo|dura|cuesta|hay|me)|donde (?:esta|lo|la|va|pongo)|cual (?:es|fue|quedo|era)|a quien|tengo que|es obligatorio|me van a|nos van a|le van a|la directora (?:va|lo va|puede|ve|lo ve)|si no quiero|que pasa si|se puede)\b/;
const longestAsked = 24;

/** "y esto pa q es", "no le van a decir a la directora vdd": a question, whatever signs it has. */
export function looksAsked(text: string, v: Vocabulary): boolean {
  if (/[?¿]/.test(text)) return true;
  const said = spelledOut(text, v);
  if (said.split(' ').length > longestAsked) return false;
  return opens.test(said) || (tags.test(said) && said.split(' ').length > 3);
}

/** Plain words with the short spellings written out. */
export function spelledOut(text: string, v: Vocabulary): string {
  return words(text)
    .map((word) => (word === 'pa' ? 'para' : word === 'vdd' ? 'verdad' : (v.abbreviations.get(word) ?? word)))
    .join(' ');
}

/** What she asks in a longer message, each by itself: the sentences that end in a sign, and then all of it. */
export function askedParts(text: string, v: Vocabulary): string[] {
  const sentences = text.split(/(?<=[?!.;\n])|¿/).filter((part) => part.includes('?'));
  const parts = [...sentences, ...sentences.flatMap((part) => part.split(/,| o | y /)), text];
  const spelled = parts.map((part) => spelledOut(part, v).replace(/\b[a-z]\d[a-z]\b/g, 'clave'));
  return [...new Set(spelled.filter((part) => part.includes(' ')))].slice(0, 8);
}

/** "Sale", "ok", "ah bueno": she heard us, and has answered nothing yet. */
export function onlyAgrees(text: string, v: Vocabulary): boolean {
  const list = spokenWords(text, v.abbreviations);
  if (list.length === 0 || list.length > 5 || !isPlainYesOrNo(text, v)) return false;
  return findPhrases(list, v.yesNo).every(({ means }) => means !== 'no') && phraseAt(list, 0, v.yesNo) !== undefined;
}

const correcting =
  /^\s*(?:(?:ay|uy|ah|oh|oiga|pues|ups|no|chin|h[ií]jole)[ ,.]+)*(?:perd[oó]n(?:e|eme)?|digo|corrijo|me equivoqu[eé]|quise decir|rectifico|mejor dicho|espere(?:me|se)?|espera|m[aá]s bien|siempre no|no no)[ ,.:]+(?:pero |que |mejor |es |era |fue |digo |no |perd[oó]n )*/iu;

/** What follows "ay no, espere": the new answer; undefined where nothing is taken back. */
export function takenBack(text: string): string | undefined {
  const opening = correcting.exec(text);
  const rest = opening ? text.slice(opening[0].length).trim() : '';
  return rest === '' ? undefined : rest;
}

const greetingFirst =
  /^\s*(?:(?:hola|muy buenos d[ií]as|buenos d[ií]as|buen d[ií]a|muy buenas|buenas tardes|buenas noches|buenas|qu[eé] tal|disculpe la molestia|perdone la molestia|con permiso|se[nñ]orita|se[nñ]o|joven|amiga?|mija|jaja(?:ja)*)(?:[\s,.!]+|$))+/iu;
const thanksLast =
  /(?:[\s,.!]+(?:muchas gracias|much[ií]simas gracias|mil gracias|gracias|le agradezco(?: mucho)?|se lo agradezco|por favor|porfa(?:vor)?|porfis|se[nñ]orita|se[nñ]o|mija|amiga|saludos|bendiciones|jaja(?:ja)*|disculpe la molestia))+[\s.!]*$/iu;
const thanksFirst =
  /^\s*(?:muchas |mil )?gracias(?: se[nñ]orita| maestra)?[\s,.!]+(?=(?:ya|y|luego|pero|oiga|ahorita|me voy|nos vemos|qu[eé]|c[oó]mo|cu[aá]ndo|d[oó]nde|puedo|a qu[eé]|eso de)\b)/iu;
const fewestLeft = 3;

/** Her message without the greeting before it and the thanks behind it, where more than those is said. */
export function withoutCourtesies(text: string): string {
  const bare = text.replace(greetingFirst, '').replace(thanksFirst, '').replace(thanksLast, '').trim();
  return bare.split(/\s+/).length >= fewestLeft && /\p{L}/u.test(bare) ? bare : text;
}

/** She asks what something of ours means, and taps nothing. */
const meaning =
  /\b(?:a que (?:se|te) refieren?|que (?:significa|quiere decir|quieren decir)|no (?:le )?entiendo (?:que|eso de|lo de|a que|como)|como que)\b/;
export const asksMeaning = (text: string): boolean => meaning.test(plain(text));

const justFiller =
  /^(?:(?:ay|ah|ups|uy|perdon|perdone|disculpe|disculpa|sorry|jaja(?:ja)*|jeje(?:je)*|bueno|ni modo|oki|ok|este|eh|huy|no) ?)+$/;

/** "Ay, perdón, jaja": nothing that answers, and nothing that needs an answer. */
export const saysNothingYet = (text: string): boolean => {
  const said = plain(text);
  return /jaja|jeje|perdon|disculp|sorry|ups|ni modo/.test(said) && justFiller.test(said);
};

const waits =
  /^(?:(?:ay|ah|ok|va|si|este|oiga|espereme|permitame|ahorita|orita|deje|dejeme|deja) )*(?:(?:ahorita|orita|al ratito|en un ratito|luego) (?:le|te|se) (?:lo |la |los |las )?(?:paso|mando|digo|escribo)|(?:deje|deja|dejeme|dejame) (?:y |que )?(?:\w+ )?(?:encuentro|encontrar|busco|buscar|checo|checar|veo|ver|reviso|revisar|pregunto|preguntar|voy|traigo|saco)|(?:espereme|esperame|perame|pereme|permitame|permiteme|aguanteme|aguantame|un (?:momento|momentito|segundo|ratito|minuto|minutito))(?: tantito| un momento| un ratito| poquito| porfa| por favor)*$|(?:no (?:la|lo) (?:encuentro|hallo|traigo)))/;

/** "Ahorita le paso los números, deje encuentro la hoja": more is to come. */
export const asksToWait = (text: string): boolean => waits.test(plain(text));
