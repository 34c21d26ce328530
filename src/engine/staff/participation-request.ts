// «registro»: of which period, of which centre and with names or without; also what is said right after one to have another.

import type { LookUpRequest } from '../../domain/look-up.ts';
import { words } from '../answers/words/text-forms.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { type AskedPeriod, currentIteration, readPeriod } from './participation-period.ts';

export type ParticipationRequest = Extract<LookUpRequest, { kind: 'participation' }>;

/** What was said of a registro, part by part; a part that was not said is absent. */
export interface SaidParticipation {
  period?: AskedPeriod;
  /** How she calls the centre; `certain`: it can be nothing else. */
  centre?: { said: string; certain: boolean };
  named?: boolean;
}

const minutesOfFollowUp = 30;

export function askParticipation(draft: TurnDraft, arg: string | undefined): void {
  const { program } = draft;
  const today = draft.today.date;
  const said = arg === undefined ? {} : readParticipation(arg, (text) => readPeriod(text, program, today));
  if (!said) {
    // Her next words may be the period alone.
    draft.converse({ participation: { at: draft.now, ...currentIteration(program, today) } });
    return void draft.say({ kind: 'answer', text: houseText(draft, 'registro.no-entendi-periodo') });
  }
  ask(draft, said, currentIteration(program, today));
}

/** «de hoy», «y sin nombres», «ahora de G04», right after a registro: what is not said again stays as it was. */
export function hearsFollowUp(draft: TurnDraft, text: string): boolean {
  const asked = draft.conversation.participation;
  if (!asked || Date.parse(draft.now) - Date.parse(asked.at) > minutesOfFollowUp * 60_000) return false;
  const bare = words(text)
    .join(' ')
    .replace(/^(?:(?:y|ahora|mejor|pero|tambien|igual|ok|bueno|no|quiero|mandeme|deme|dame|que sea|el|lo) )+/, '');
  const said = readParticipation(bare, (part) => readPeriod(part, draft.program, draft.today.date));
  if (!said || said.centre?.certain === false) return false;
  const { from, to, iteration, centre, named } = asked;
  ask(
    draft,
    {
      ...(centre === undefined ? {} : { centre: { said: centre, certain: true } }),
      ...(named === undefined ? {} : { named }),
      ...said,
    },
    { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(iteration ? { iteration } : {}) },
  );
  return true;
}

function ask(draft: TurnDraft, { period, centre, named }: SaidParticipation, otherwise: AskedPeriod): void {
  const request = {
    ...(period ?? otherwise),
    ...(centre === undefined ? {} : { centre: centre.said }),
    ...(named === undefined ? {} : { named }),
  };
  draft.converse({ participation: { at: draft.now, ...request } });
  draft.lookUp({ kind: 'participation', ...request });
}

const nameless = /\b(?:sin (?:los |sus |ningun )?nombres?|anonim[oa]s?|con (?:claves|seudonimos))\b/;
const withNames = /\bcon (?:los |sus )?nombres?\b/;
const asFile = /\b(?:en |un |el )?(?:excel|exel|exsel|archivo|xlsx|hoja de calculo)\b/g;
/** A centre by its id or its key, or by words that are called a centre. */
const byCode =
  /\b(?:de |del |en )?(?:la |el )?(?:(?:guarderia|centro|clave|guarde) (?:numero |num |la |el )?([a-z]?\d{1,5})|(g ?\d{1,3}))\b/;
const byPlace =
  /\b(?:de |del |en )?(?:la |el )?(?:guarderia|centro|guarde) (?:de )?([a-z]+(?: [a-z]+){0,3}?)(?= (?:del?|desde|entre|para|por|esta|este|en) (?:\w)|$)/;

/** Undefined where something in it is not understood: another file than the one she wants is worse than a question. */
export function readParticipation(
  arg: string,
  readDays: (text: string) => AskedPeriod | undefined,
): SaidParticipation | undefined {
  let text = ` ${words(arg).join(' ')} `;
  const said: SaidParticipation = {};
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const hit = pattern.exec(text);
    if (hit) text = `${text.slice(0, hit.index)} ${text.slice(hit.index + hit[0].length)}`;
    return hit;
  };
  if (take(nameless)) said.named = false;
  else if (take(withNames)) said.named = true;
  text = text.replace(asFile, ' ');
  const code = take(byCode);
  if (code) said.centre = { said: (code[1] ?? code[2] ?? '').replace(' ', ''), certain: true };
  let rest = tidy(text);
  if (rest !== '') {
    const period = readDays(rest);
    if (period) return { ...said, period };
    if (said.centre) return undefined;
    const place = byPlace.exec(rest);
    if (place) {
      said.centre = { said: place[1] ?? '', certain: true };
      rest = tidy(`${rest.slice(0, place.index)} ${rest.slice(place.index + place[0].length)}`);
      const before = rest === '' ? undefined : readDays(rest);
      if (rest !== '' && !before) return undefined;
      return before ? { ...said, period: before } : said;
    }
    // One word or two that are no period may be a place: whoever has the roster knows.
    if (!/^(?:[a-z]+ ){0,3}[a-z]+$/.test(rest)) return undefined;
    return { ...said, centre: { said: rest, certain: false } };
  }
  return Object.keys(said).length === 0 ? undefined : said;
}

/** Without what joins the parts. */
function tidy(text: string): string {
  const list = text.split(' ').filter((word) => word !== '');
  const joins = /^(?:de|del|en|y|para|por|favor|porfa|porfavor|gracias)$/;
  while (joins.test(list[0] ?? '')) list.shift();
  while (joins.test(list.at(-1) ?? '')) list.pop();
  return list.join(' ');
}
