// Follows through a sentence which options she takes and which she leaves out: "las dos Lupitas", "todo menos el lunes", "soto mejor no".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { unknownAt } from '../words/not-knowing.ts';
import { phraseAt } from '../words/phrase-book.ts';
import { clauseEnd, clauseStart, type SaidClauses } from '../words/said-clauses.ts';
import { acts, harmless, opinions, otherPeople, othersBeside, standsAlone, subordinate, unheardParts } from './beside-options.ts';
import { type Chosen, nothingChosen, type State } from './chosen-so-far.ts';
import { cameOtherwise, deniedAfter, deniedBefore, namesNext, saidYesTo, underNotThat } from './denied-mentions.ts';
import { type Mention, type MentionIndex, mentionAt, spanFrom } from './option-mentions.ts';
import { emptyWords } from './option-words.ts';
import { settleAlike } from './settle-alike.ts';
import { verdictChain } from './verdict-chain.ts';

const alternatives = new Set(['o', 'u']);
const slips = new Set(['digo']);

export function chosenIn(said: SaidClauses, index: MentionIndex, v: Vocabulary): Chosen {
  const s = nothingChosen(said.asks);
  const chain = verdictChain(said, index, v);
  if (chain) Object.assign(s, chain);
  else for (let i = 0; i < said.list.length; ) i = step(said, i, index, v, s);
  settleCorrection(s);
  settleAlike(said, index, v, s);
  s.missed += unheardParts(said, s);
  return {
    ...s,
    others: othersBeside(said, s),
    // "Después de comer" may be itself what an option is called.
    subordinate: subordinate(said) && !s.mentionAt.includes(0),
    words: said.list.length,
    whole: s.last !== undefined && s.last.end - s.last.at === said.list.length,
  };
}

/** Takes in what stands here and says where to go on. */
function step(said: SaidClauses, at: number, index: MentionIndex, v: Vocabulary, s: State): number {
  const { list } = said;
  const spoken = s.taken.size > 0 || s.everything || s.nothing || s.left.size > 0;
  const goesOn = list[at - 1] === 'y';
  const because = spoken && !goesOn ? phraseAt(list, at, v.closed.because) : undefined;
  // "No el plan, sino la lista" puts one for the other; else it says what else might be.
  if (because && list[at] === 'sino' && s.left.size > 0) {
    s.exceptUntil = false;
    return at + 1;
  }
  // "No es que faltara, es que no dio tiempo": what it was instead.
  if (because && s.left.size > 0 && s.taken.size === 0 && list[at] === 'es') return because.end;
  if (because) return clauseEnd(said, at);
  const idle = phraseAt(list, at, v.closed.idle);
  const mention = mentionAt(said, at, index, v);
  const all = phraseAt(list, at, v.all);
  const none = phraseAt(list, at, v.none);
  const ends = mention?.end ?? at;
  if (idle && idle.end > ends && idle.end >= (all?.end ?? 0)) return idle.end;
  if (none && deniesNext(said, none.end, index, v)) return none.end;
  if (none && none.end > ends && none.end >= (all?.end ?? 0)) {
    s.nothing = true;
    return none.end;
  }
  // "Pero no me dan permiso" is what the option says.
  const itself = list[at] === 'pero' && v.negations.has(list[at + 1] ?? '') && mentionAt(said, at + 1, index, v) !== undefined;
  const except = itself ? undefined : phraseAt(list, at, v.except);
  if (except && (list[at] !== 'sin' || s.everything) && except.end > ends && except.end >= (all?.end ?? 0)) {
    if (list[at] === 'pero' && !namesNext(said, except.end, index, v)) {
      // "Quise en filtro, pero no se pudo".
      for (const id of s.last?.ids ?? []) {
        s.taken.delete(id);
        s.left.add(id);
      }
      return except.end;
    }
    s.excepts = s.exceptUntil = true;
    return except.end;
  }
  if (all && all.end > ends && s.nothing) return all.end;
  if (all && all.end > ends) {
    // "No todas, solo el plan".
    if (deniedBefore(said, at, s.last?.end ?? 0, v) !== undefined) return all.end;
    if (list[at - 1] === 'kasi') s.open = true;
    if (!s.left.size || !s.taken.size) s.everything = true;
    return all.end;
  }
  const rest = phraseAt(list, at, v.closed.rest);
  if (rest && rest.end >= ends) return takeRest(said, rest.end, index, v, s);
  if (mention) return takeMention(said, mention, index, v, s);
  return other(said, at, index, v, s);
}

/** "Ningún video", "nada de videos": of that and of nothing else. */
function deniesNext(said: SaidClauses, end: number, index: MentionIndex, v: Vocabulary): boolean {
  const { list, starts } = said;
  if (!/^(?:ningun|ninguna|ninguno|nada|ni un[ao])$/.test(list[end - 1] ?? '') || starts.has(end)) return false;
  const next = list[end] === 'de' ? end + 1 : end;
  return (next > end || list[end - 1] !== 'nada') && mentionAt(said, next, index, v) !== undefined;
}

/** "Las otras 3 sí": all that is not left out. */
function takeRest(said: SaidClauses, end: number, index: MentionIndex, v: Vocabulary, s: State): number {
  const count = /^\d$/.test(said.list[end] ?? '') ? 1 : 0;
  s.exceptUntil = false;
  if (s.perhapsBoth) {
    for (const id of s.taken) s.left.add(id);
    s.taken.clear();
    s.open = false;
  }
  // "Sólo en la comida, lo demás se me cruzó": not what is said of the rest.
  if (s.left.size === 0 && s.taken.size > 0) {
    if (deniedAfter(said, end + count, index, v)) return end + count + 1;
    const also = /^(?:si|tambien)$/.test(said.list[end + count] ?? '');
    s.open ||= also || !said.list.some((word) => /^(?:solo|nomas|solamente)$/.test(word));
    return end + count;
  }
  if (deniedAfter(said, end + count, index, v)) return end + count;
  for (const id of index.order) if (!s.left.has(id)) s.taken.add(id);
  return end + count;
}

function takeMention(said: SaidClauses, mention: Mention, index: MentionIndex, v: Vocabulary, s: State): number {
  const { list } = said;
  const previous = s.last;
  if (previous && mention.ids.length > 0 && cameOtherwise(said, previous, mention, v))
    for (const id of previous.ids) {
      s.taken.delete(id);
      s.unsettled.delete(id);
      if (!mention.ids.includes(id)) s.left.add(id);
    }
  // "Quitando lo de consolar, esperar": what is left out ends with its clause.
  if (
    s.exceptUntil &&
    !s.everything &&
    previous &&
    clauseStart(said, mention.at) > previous.at &&
    s.left.size > 0 &&
    !goesOnAsList(said, mention.at)
  )
    s.exceptUntil = s.excepts = false;
  s.last = mention;
  s.mentionAt.push(mention.at);
  if (mention.ids.length === 0) {
    s.open = s.foreign = true;
    return mention.end;
  }
  // "A las 2" may be two of them, or the second, or the hour.
  if (
    mention.number &&
    !mention.all &&
    /^(?:l[ao]s|kon|en)$/.test(list[mention.at - 1] ?? '') &&
    (onlyNumber(list) || list.length <= 3)
  )
    s.open = true;
  // "Las dos Patys", of whom the label names one.
  if (
    !mention.all &&
    mention.ids.length === 1 &&
    /^(?:dos|2|tres|3|amb[ao]s)$/.test(list[mention.at - 1] ?? '') &&
    /s$/.test(list[mention.end - 1] ?? '') &&
    /^l[ao]s$/.test(list[mention.at - 2] ?? '')
  )
    s.open = true;
  // "No tengo con quién dejarlos": more words of the option that the "no" has reached.
  const goesOn = previous?.ids.some((id) => mention.ids.includes(id)) && clauseStart(said, mention.at) <= previous.at;
  s.deafUntil = Math.max(goesOn ? s.deafUntil : (previous?.end ?? 0), s.heardFrom);
  const no = v.negations.has(list[mention.at] ?? '') ? undefined : deniedBefore(said, mention.at, s.deafUntil, v);
  if (list[mention.at - 1] === 'entre') s.open = true;
  if (no !== undefined && s.taken.size > 0 && (mention.number ? said.starts.has(no) : turnsOn(said, no, mention)))
    for (const id of mention.ids) s.turned.add(id);
  // "Tampoco había quien cubriera" says just what the option does.
  const agrees =
    no !== undefined &&
    mention.ids.some((id) => index.negative.has(id)) &&
    !list.slice(no, mention.at).some((word) => was.has(word));
  // "Sí pude entrar" is not "no pude entrar", and "tiempo sí había" not "no dio tiempo".
  const negative = mention.ids.length > 0 && mention.ids.every((id) => index.negative.has(id));
  // "Tiempo" by itself is what was lacking.
  const named = standsAlone(said, mention.at) || (list.length === mention.end - mention.at && mention.at === 0);
  const affirms = negative && no === undefined && ((mention.bare && !named) || saidYesTo(said, mention, v));
  const after = deniedAfter(said, mention.end, index, v);
  // "Comida y descanso no": both, or only the last?
  const both = after && previous && previous.end === mention.at - 1 && list[previous.end] === 'y';
  if (both) s.open = s.perhapsBoth = true;
  const denied = affirms || underNotThat(said, mention.at) || s.exceptUntil || (no !== undefined && !agrees) || after;
  if (
    alternatives.has(list[mention.at - 1] ?? '') ||
    (emptyWords.has(list[mention.at - 1] ?? '') && alternatives.has(list[mention.at - 2] ?? ''))
  )
    s.open = true;
  if (denied) {
    for (const id of mention.ids) {
      s.left.add(id);
      s.taken.delete(id);
    }
    return mention.end;
  }
  if (mention.ids.length > 1 && !mention.all) {
    const fresh = mention.ids.filter((id) => !s.taken.has(id));
    // "Obs y mentoría, las guías": what was already said.
    if (fresh.length === mention.ids.length) for (const id of fresh) s.unsettled.add(id);
    return mention.end;
  }
  s.phrase ||= mention.end - mention.at > 1;
  const from = previous && !denied ? spanFrom(list, previous, mention, index) : undefined;
  if (mention.ids.some((id) => s.unsettled.has(id))) s.unsettled.clear();
  for (const id of from ?? mention.ids) {
    s.taken.add(id);
    s.left.delete(id);
  }
  return mention.end;
}

/** "Menos lunes, martes y jueves": a list goes on behind its commas. */
const goesOnAsList = ({ list }: SaidClauses, at: number): boolean =>
  list.slice(at + 1).some((word) => word === 'y' || word === 'ni');

/** "Lunes no martes" may be either; "el lunes, no el martes" is not. */
const turnsOn = ({ list, starts }: SaidClauses, no: number, { at }: Mention): boolean =>
  list[no] === 'no' && !starts.has(no) && list.slice(no + 1, at).every((word) => emptyWords.has(word));

const onlyNumber = (list: readonly string[]): boolean => list.filter((word) => /^\d+$/.test(word)).length === 1;

const was = new Set(['fue', 'es', 'era', 'por']);
function other(said: SaidClauses, at: number, index: MentionIndex, v: Vocabulary, s: State): number {
  const { list } = said;
  // "Notas, o mejor video": "mejor" before an option.
  // "El plan⏎no, la lista".
  // "Íbamos a usar la nueva, siempre no": in the end it was not that.
  if (list[at] === 'siempre' && list[at + 1] === 'no' && s.last && clauseEnd(said, at) <= at + 3) {
    for (const id of s.last.ids) {
      s.taken.delete(id);
      s.left.add(id);
    }
    return at + 2;
  }
  const alone = list[at] === 'no' && said.starts.has(at) && said.starts.has(at + 1) ? { end: at + 1 } : undefined;
  const better = list[at] === 'mejor' && !deniedAfter(said, at, index, v) ? { end: at + 1 } : undefined;
  const instead = phraseAt(list, at, v.closed.instead) ?? better ?? alone;
  if (instead && s.taken.size > 0 && instead.end < list.length) {
    s.heardFrom = instead.end;
    s.before = new Set(s.taken);
    s.slip = slips.has(list[at] ?? '');
    s.taken = new Set();
    return instead.end;
  }
  // "Sólo queda pendiente familias": that one, or all the others.
  if (
    /^(?:solo|nomas|unikamente|solamente|mas) (?:me |nos |le |ya )?(?:falta|faltan|falto|keda|kedan|kedo)(?: |$)/.test(
      list.slice(at, at + 4).join(' '),
    )
  )
    s.open = true;
  const unknown = unknownAt(said, at, v);
  if (unknown) {
    s.unknown = true;
    return unknown.end;
  }
  const estimate = phraseAt(list, at, v.closed.estimates);
  const hedge = v.negations.has(list[at] ?? '') ? undefined : phraseAt(list, at, v.hedges);
  if (hedge && hedge.end > (estimate?.end ?? 0)) s.open = true;
  if (estimate && !opinions.has(list[at] ?? '')) s.estimated = true;
  const known = Math.max(hedge?.end ?? 0, estimate?.end ?? 0, phraseAt(list, at, v.courtesy)?.end ?? 0);
  if (known > at) return known;
  const word = list[at] ?? '';
  if (acts.test(word) || (index.features.persons.size > 0 && otherPeople.has(word))) s.open = true;
  const says = !emptyWords.has(word) && !harmless.has(word) && !v.negations.has(word) && /[a-z0-9]/.test(word);
  if (says) s.unknownAt.push(at);
  if (says && standsAlone(said, at)) s.missed++;
  return at + 1;
}

/** "Lunes y martes, digo miércoles" takes the last one back; where more may be meant, she is asked. */
function settleCorrection(s: State): void {
  for (const id of s.left) s.unsettled.delete(id);
  // "Elena, pero no María Elena": the other one is left.
  const [one] = s.unsettled;
  if (one !== undefined && s.unsettled.size === 1 && s.left.size > 0) {
    s.taken.add(one);
    s.unsettled.clear();
  }
  const { before } = s;
  if (!before) return;
  const edited = s.left.size > 0 && [...s.left].some((id) => before.has(id));
  if (s.taken.size === 0 || edited) {
    for (const id of before) if (!s.left.has(id)) s.taken.add(id);
    return;
  }
  if (before.size === 1 || s.taken.size > 1) return;
  const kept = [...before].slice(0, -1);
  for (const id of kept.reverse()) s.taken.add(id);
  if (!s.slip) s.perhapsAll = true;
}
