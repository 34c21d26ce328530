// A broadcast in the turns of who ordered it: the count for her draft, how it goes, what somebody answered.
import type { BroadcastOrder, BroadcastReport } from '../../domain/broadcast.ts';
import type { AnswerValue } from '../../domain/conversation.ts';
import type { Post } from '../../domain/inbound-event.ts';
import type { LookUpResult } from '../../domain/look-up.ts';
import { audienceKey } from '../../mentoring/broadcast-draft.ts';
import { sayLeftOut } from '../../mentoring/broadcast-values.ts';
import { localMoment, sayDay } from '../../mentoring/local-time.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, continueThread, dropThread, openThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

const mostOrders = 10;

const ordersOf = (draft: TurnDraft): BroadcastOrder[] =>
  draft.all('broadcastOrder').sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));

/** The count has come: her draft goes on with it, if she did not leave it meanwhile. */
export function hearAudience(draft: TurnDraft, threadId: string, result: LookUpResult): void {
  const thread = draft.get('thread', threadId);
  if (!thread) return;
  if (result.kind !== 'audience') {
    dropThread(draft, threadId);
    draft.say({ kind: 'answer', text: houseText(draft, 'equipo.no-se-pudo') });
    return;
  }
  const cuenta = { ...result.counted, de: audienceKey(thread) } as unknown as AnswerValue;
  draft.patchThread(threadId, { answers: { ...thread.answers, cuenta } });
  continueThread(draft, threadId);
}

/** To stop it, or to hear how it goes: the one under way, else the last. */
export function askBroadcasts(draft: TurnDraft, what: 'stop' | 'report'): void {
  const orders = ordersOf(draft);
  const open = orders.filter(({ over }) => !over);
  if (what === 'stop') {
    const thread = activeThread(draft);
    // What she has before her is meant before what is on its way.
    if (thread?.flow === 'difundir') {
      dropThread(draft, thread.id);
      return void draft.say({ kind: 'answer', text: houseText(draft, 'difundir.cancelada') });
    }
    if (open.length > 1) return openThread(draft, 'detener', {});
    for (const { id } of open) draft.post(id, { kind: 'broadcastAsked', what });
    if (open.length > 0) return;
    return void draft.say({ kind: 'answer', text: houseText(draft, 'difundir.nada-que-detener') });
  }
  const last = orders.slice(-1);
  // The last one is said last, so that it is what she sees.
  const asked = [...open.filter(({ id }) => id !== last[0]?.id), ...last];
  for (const { id } of asked) draft.post(id, { kind: 'broadcastAsked', what });
  if (asked.length === 0) draft.say({ kind: 'answer', text: houseText(draft, 'difundir.sin-difusiones') });
}

/** What others post to her of it; the rest of its posts are for the broadcast itself. */
export function hearBroadcast(draft: TurnDraft, { from, body }: Post): void {
  if (body.kind === 'broadcastReport') tellReport(draft, from, body.report);
  else if (body.kind === 'broadcastReplies') tellReplies(draft, body);
}

function tellReport(draft: TurnDraft, broadcast: string, report: BroadcastReport): void {
  const order = draft.get('broadcastOrder', broadcast);
  const over = report.state === 'done' || report.state === 'failed' || (report.state === 'stopped' && report.waiting === 0);
  if (order && order.over !== over) draft.put({ ...order, over });
  for (const { id } of ordersOf(draft).slice(0, -mostOrders)) draft.remove('broadcastOrder', id);
  draft.say({ kind: 'overview', text: reportText(draft, report) });
}

function reportText(draft: TurnDraft, report: BroadcastReport): string {
  const c = threadContext(draft, undefined);
  const { gist, size, accepted, delivered, read, answered, unsure, blocked, rejected, waiting } = report;
  if (report.state === 'scheduled') {
    const { date, time } = localMoment(report.startsAt, draft.centre.zone);
    return c.text('difundir.reporte-programada', { gist, day: sayDay(date, draft.today.date), time });
  }
  // Channels that tell nothing of these are not shown as if nobody had read.
  const told = [
    delivered > 0 ? c.text('difundir.reporte-entregados', { count: delivered }) : '',
    read > 0 ? c.text('difundir.reporte-leidos', { count: read }) : '',
    answered > 0 ? c.text('difundir.reporte-contestaron', { count: answered }) : '',
  ];
  const leftOut = sayLeftOut(c, report.leftOut);
  // Those who are left out were never to get it; whom a stop kept it from were.
  const apart = Object.entries(report.leftOut).reduce((sum, [reason, count]) => sum + (reason === 'stopped' ? 0 : count), 0);
  const unheld = waiting - (report.held ?? []).reduce((sum, { count }) => sum + count, 0);
  const lines = [
    c.text(`difundir.reporte-${report.state}`, { gist }),
    report.state === 'failed'
      ? ''
      : size === 0 || (size === apart && accepted === 0)
        ? c.text('difundir.reporte-nada')
        : c.text('difundir.reporte-aceptados', { count: accepted, size: size - apart }),
    told.filter((one) => one !== '').join(' · '),
    unsure > 0 ? c.text('difundir.reporte-en-duda', { count: unsure }) : '',
    blocked > 0 ? c.text('difundir.reporte-bloqueados', { count: blocked }) : '',
    rejected > 0 ? c.text('difundir.reporte-rechazados', { count: rejected }) : '',
    leftOut === '' ? '' : c.text('difundir.reporte-fuera', { who: leftOut }),
    read > 0 && report.unread ? c.text('difundir.reporte-sin-leer', { names: report.unread.join(', ') }) : '',
    answered > 0 && report.unanswered ? c.text('difundir.reporte-sin-contestar', { names: report.unanswered.join(', ') }) : '',
    ...(report.held ?? []).map(({ until, why, count, names }) => {
      const { date, time } = localMoment(until, draft.centre.zone);
      const who = names.length > 0 ? names.join(', ') : c.text('difundir.personas', { count });
      const reason = why === 'oneADay' ? c.text('difundir.ya-tuvo-uno', { count }) : c.text('difundir.por-horario');
      return c.text('difundir.reporte-luego', { who, count, day: sayDay(date, draft.today.date), time, reason });
    }),
    unheld > 0 ? c.text('difundir.reporte-faltan', { count: unheld }) : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

const mostTold = 900;

function tellReplies(draft: TurnDraft, { gist, replies }: Extract<Post['body'], { kind: 'broadcastReplies' }>): void {
  let text = houseText(draft, 'difundir.le-contestan', { gist });
  for (const { mentor, centre, text: reply } of replies) {
    const line = houseText(draft, 'difundir.contesto', { mentor, centre, reply });
    if (text.length + line.length > mostTold) {
      draft.say({ kind: 'notice', text });
      text = line;
    } else text = `${text}\n${line}`;
  }
  draft.say({ kind: 'notice', text });
}
