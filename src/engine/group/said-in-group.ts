// In her own chat: what she said in a group and is hers alone, and what she is to know of a group.
import type { GroupPost, PollResult } from '../../domain/group.ts';
import type { InboundEvent } from '../../domain/inbound-event.ts';
import { passOn } from '../doubts/doubt-thread.ts';
import { leaveNamesOut } from '../hearing/left-out-names.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';

type Said = Extract<GroupPost, { kind: 'saidInGroup' }>;

const leads: Readonly<Record<Said['why'], string>> = {
  harm: 'grupo.de-su-mensaje',
  asked: 'grupo.le-contesto',
  doubt: 'grupo.vi-su-pregunta',
};

const saidIn = ({ content }: InboundEvent): Said | undefined =>
  content.kind === 'post' && content.post.body.kind === 'saidInGroup' ? content.post.body : undefined;

/** What she said there is read as if she had written it here; undefined where it was none. */
export function asWrittenHere(event: InboundEvent): InboundEvent | undefined {
  const said = saidIn(event);
  return said && said.why !== 'doubt' ? { ...event, content: { kind: 'text', text: said.text } } : undefined;
}

/** The first bubble says what it is about; where it does not reach her, she is told in the group, but of what is grave nothing. */
export function leadIn(draft: TurnDraft, event: InboundEvent): void {
  const said = saidIn(event);
  const { content } = event;
  const [first] = draft.outbound;
  if (!said || content.kind !== 'post' || !first) return;
  const key = leads[said.why];
  const kind = said.why === 'harm' ? 'safeguarding' : 'answer';
  const lead = draft.say({ kind, text: houseText(draft, key) });
  draft.outbound.unshift(...draft.outbound.splice(draft.outbound.indexOf(lead), 1));
  if (said.why !== 'harm') lead.fromGroup = content.post.from;
}

export function hearOfGroup(draft: TurnDraft, body: GroupPost): void {
  switch (body.kind) {
    case 'saidInGroup':
      if (draft.person.withdrawnAt !== null) return;
      passOn(draft, leaveNamesOut(draft, body.text));
      return;
    case 'groupTold':
      return void draft.say({ kind: 'notice', text: told(draft, body) });
    case 'pollResult':
      return tellResult(draft, body.result, titled(draft, body.title));
    case 'pollOrdered':
    case 'pollAsked':
    case 'pollSent':
    case 'notReached':
      return;
  }
}

const titled = (draft: TurnDraft, title: string): string => title || houseText(draft, 'grupo.sin-nombre');

function told(draft: TurnDraft, { what, title }: Extract<GroupPost, { kind: 'groupTold' }>): string {
  const named = titled(draft, title);
  if (what === 'added') return houseText(draft, 'grupo.agregada', { title: named });
  if (what === 'gone') return houseText(draft, 'grupo.me-sacaron', { title: named });
  if (what === 'grave') return houseText(draft, 'grupo.algo-grave', { title: named });
  return houseText(draft, 'grupo.solo-coordinacion');
}

function tellResult(draft: TurnDraft, result: PollResult | null, title: string): void {
  if (!result) return void draft.say({ kind: 'answer', text: houseText(draft, 'grupo.encuesta-sin-abrir', { title }) });
  const { question, voters, closed } = result;
  const lines = result.lines
    .map(({ option, votes }) => houseText(draft, 'grupo.resultado-renglon', { option, votes }))
    .join('\n');
  const text = closed
    ? houseText(draft, 'grupo.resultado-cerrada', { title, question, lines, voters })
    : houseText(draft, 'grupo.resultado', { title, question, lines, voters });
  draft.say({ kind: 'overview', text });
}
