// "En la hoja de Lupita la 4 era 2", "corregir L7K": changes in a checklist, saved or under way, wherever she is.
import type { Caregiver, ChecklistRun, MentoringCycle } from '../../domain/mentoring-cycle.ts';
import { scaleOf } from '../../mentoring/checklist-profile.ts';
import { openCycleOf } from '../../mentoring/next-step.ts';
import { recordRevision, revisedRun } from '../../mentoring/sheet-revisions.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { readSheetLine } from '../answers/scales/scale-line.ts';
import { type ItemValues, readItemValues } from '../answers/sheets/item-values.ts';
import { plain } from '../answers/words/text-forms.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, parkActive, repeatQuestion, resumeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { applyCorrection, findCorrection, sayJoined } from './corrections.ts';

export interface SavedSheet {
  caregiver: Caregiver;
  run: ChecklistRun;
  /** The cycle that it is the diagnosis of; none for a closing checklist. */
  cycle: MentoringCycle | undefined;
}

/** Sheets that can still be corrected: those of open cycles, and closing ones. */
export function savedSheets(draft: TurnDraft): SavedSheet[] {
  return draft
    .all('caregiver')
    .filter(({ status }) => status === 'active')
    .flatMap((caregiver) => {
      const cycle = openCycleOf(draft.all('cycle'), caregiver.id);
      const diagnosis = cycle?.checklist ? [{ caregiver, run: cycle.checklist, cycle }] : [];
      return [...diagnosis, ...caregiver.closingRuns.map((run) => ({ caregiver, run, cycle: undefined })).reverse()];
    });
}

const sheetWord = /\b(?:hojas?|hojita|listas?|listita|chequeo|checklist|cheklist|formato)\b/;
const otherList = /\b(?:lista|listas) de (?:mis |las )?(?:maestras|compras|asistencia)\b/;
const corrects = /\b(?:corr[ei]\w+|equivo\w+|error|mal|cambi\w+|modific\w+|editar|edita)\b/;
const opensCorrection =
  /^(?:\w+ ){0,4}?(?:corr[ei][gj]\w+|correccion|cambi\w+|modific\w+|editar|equivoque|equivocada|error|mal)(?: \w+){0,8}$/;

/** True where the words were about a sheet, without its code. */
export function takeSheetCorrection(draft: TurnDraft, text: string): boolean {
  const said = plain(text);
  if (text.includes('?') || !sheetWord.test(said) || otherList.test(said)) return false;
  const scales = anyScales(draft);
  const read = scales && readItemValues(text, { scales, left: [], bare: false }, vocabularyOf(draft.program));
  const told = read !== undefined && read.kind !== 'none' && (read.linked || corrects.test(said));
  // A goal may speak of lists and changes too: without items only a short request to correct counts.
  if (!told && !(opensCorrection.test(said) && said.split(' ').length <= 11)) return false;
  const caregiver = whose(draft, text);
  if (caregiver === undefined) return false;
  if (caregiver === null || caregiver === 'stranger') {
    draft.say({ kind: 'answer', text: houseText(draft, caregiver ? 'casa.no-conozco-maestra' : 'casa.hoja-de-quien') });
    return true;
  }
  if (correctUnderWay(draft, caregiver, text)) return true;
  const closing = /\bcierre\b/.test(said) ? 'closing' : undefined;
  const sheets = savedSheets(draft).filter((sheet) => sheet.caregiver.id === caregiver.id);
  const sheet = sheets.find(({ run }) => closing === undefined || run.purpose === closing);
  if (sheet) return correctSaved(draft, sheet, text);
  const closed = caregiver.digests.some(({ ratings }) => Object.keys(ratings).length);
  draft.say({
    kind: 'answer',
    text: houseText(draft, closed ? 'casa.hoja-cerrada' : 'casa.hoja-no-hay', { name: caregiver.name }),
  });
  repeatQuestion(draft);
  return true;
}

function anyScales(draft: TurnDraft) {
  const instruments = Object.values(draft.program.instruments);
  const longest = [...instruments].sort((a, b) => b.items.length - a.items.length)[0];
  return longest?.items.map((item) => scaleOf(item, longest, draft.program.scales).values);
}

/** Words that may follow "la hoja de" without naming anybody. */
const noNames = new Set(
  'la el los las cierre chequeo inicio hoy ayer antier lunes martes miercoles jueves viernes observacion diagnostico maestra ella papel la'.split(
    ' ',
  ),
);

/** "La hoja de Petra", of whom nothing is known: it is not somebody else's that changes. */
function isStranger(said: string): boolean {
  const name =
    /\b(?:hoja|lista|chequeo|formato)(?: de (?:chequeo|cierre|observacion))? de (?:la )?(?:maestra |miss |mtra )?([a-z]{3,})/.exec(
      said,
    )?.[1];
  return name !== undefined && !noNames.has(name);
}

/** Null where several could be meant; undefined where she has no sheet at all. */
function whose(draft: TurnDraft, text: string): Caregiver | 'stranger' | null | undefined {
  const caregivers = draft.all('caregiver').filter(({ status }) => status === 'active');
  const named = readCaregiverName(text.replace(/\blista\b/gi, ' '), caregivers);
  if (named.kind === 'understood') return draft.get('caregiver', named.value);
  if (named.kind === 'doubtful') return null;
  if (isStranger(plain(text))) return 'stranger';
  const about = activeThread(draft)?.caregiverId;
  const withSheet = [...new Set(savedSheets(draft).map(({ caregiver }) => caregiver.id))];
  if (about && (withSheet.includes(about) || sheetThread(draft, about))) return draft.get('caregiver', about);
  const [only] = withSheet;
  if (withSheet.length <= 1) return only === undefined ? undefined : draft.get('caregiver', only);
  return null;
}

const sheetThread = (draft: TurnDraft, caregiverId: string) =>
  draft
    .all('thread')
    .find(
      (thread) =>
        thread.caregiverId === caregiverId &&
        thread.waitingFor !== null &&
        Object.keys(thread.answers).some((key) => key.startsWith('reactivo:')),
    );

/** The sheet is still being filled: then it is corrected there. */
function correctUnderWay(draft: TurnDraft, caregiver: Caregiver, text: string): boolean {
  const thread = sheetThread(draft, caregiver.id);
  if (!thread) return false;
  const isActive = activeThread(draft)?.id === thread.id;
  const correction = findCorrection(threadContext(draft, thread.id), text, true);
  const ofItem = correction?.key.startsWith('reactivo:');
  if (!ofItem && isActive) return false;
  if (!isActive) parkActive(draft);
  if (correction && ofItem) {
    draft.converse({ active: thread.id });
    applyCorrection(threadContext(draft, thread.id), correction);
  } else resumeThread(draft, thread.id);
  return true;
}

/** What she says of a saved sheet: changed and told back where it is clear, else the sheet is shown to be corrected. */
export function correctSaved(draft: TurnDraft, sheet: SavedSheet, text: string): boolean {
  const { caregiver, run, cycle } = sheet;
  const instrument = draft.program.instruments[run.instrument];
  const items = instrument?.items.filter(({ code }) => run.ratings[code] !== undefined) ?? [];
  // Numbers are those of the sheet she has in her hands.
  const codes = Object.keys(run.ratings);
  if (!instrument || items.length !== codes.length) {
    draft.say({ kind: 'answer', text: houseText(draft, 'casa.hoja-cerrada', { name: caregiver.name }) });
    repeatQuestion(draft);
    return true;
  }
  const scales = items.map((item) => scaleOf(item, instrument, draft.program.scales).values);
  const line = readSheetLine(text, scales)?.line;
  const read = readItemValues(text, { scales, left: [], bare: false }, vocabularyOf(draft.program));
  const told =
    line?.kind === 'line'
      ? line.keys.map((key, i) => ({ at: i + 1, key }))
      : read.kind === 'values' && read.items.every(({ key }) => key !== undefined)
        ? read.items
        : undefined;
  if (!told) {
    if (cycle) return openSheet(draft, sheet, cycle.id, read);
    draft.say({ kind: 'answer', text: houseText(draft, 'casa.hoja-como', { name: caregiver.name }) });
    repeatQuestion(draft);
    return true;
  }
  const changes = told.flatMap(({ at, key }) => {
    const code = codes[at - 1];
    return code !== undefined && key !== undefined && run.ratings[code] !== key ? [{ code, at, key }] : [];
  });
  if (!changes.length) {
    draft.say({ kind: 'answer', text: houseText(draft, 'casa.hoja-igual', { name: caregiver.name }) });
    repeatQuestion(draft);
    return true;
  }
  keep(draft, sheet, Object.fromEntries(changes.map(({ code, key }) => [code, key])));
  const said = sayJoined(threadContext(draft, undefined), changes);
  draft.say({ kind: 'statement', text: houseText(draft, 'casa.hoja-corregida', { name: caregiver.name, changes: said }) });
  repeatQuestion(draft);
  return true;
}

/** The table again, with its own recap; items that she named without a clear value are asked first. Nothing changes before she says so. */
function openSheet(draft: TurnDraft, { caregiver, run }: SavedSheet, cycleId: string, read: ItemValues): boolean {
  const codes = Object.keys(run.ratings);
  const told =
    read.kind === 'values' ? read.items : read.kind === 'doubtful' ? read.items.map((at) => ({ at, key: undefined })) : [];
  const answers = Object.fromEntries(
    codes.flatMap((code, i) => {
      const named = told.find(({ at }) => at === i + 1);
      const key = named ? named.key : run.ratings[code];
      return key === undefined ? [] : [[`reactivo:${code}`, key]];
    }),
  );
  openThread(draft, 'hoja', { caregiverId: caregiver.id, cycleId, answers });
  return true;
}

function keep(draft: TurnDraft, { caregiver, run, cycle }: SavedSheet, changes: Record<string, string>): void {
  const c = threadContext(draft, undefined);
  const revised = revisedRun(c, run, changes);
  const changed = Object.keys(changes).length;
  const about = { caregiverId: caregiver.id, ...(cycle ? { cycleId: cycle.id } : {}) };
  if (cycle) {
    draft.put({ ...cycle, checklist: revised });
    return recordRevision(c, revised, changed, cycle.theme, about);
  }
  const closing = caregiver.closingRuns.map((one) => (one === run ? { ...one, ...revised } : one));
  draft.put({ ...caregiver, closingRuns: closing });
  const theme = caregiver.closingRuns.find((one) => one === run)?.theme;
  if (theme) recordRevision(c, revised, changed, theme, about);
}
