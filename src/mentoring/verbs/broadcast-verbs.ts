// Verbs of the sender's conversation: her audience counted, her bubbles shown to her, and the order given.
import { broadcastOwner } from '../../domain/broadcast.ts';
import { audienceAsked, audienceKey, audienceOf, draftParts } from '../broadcast-draft.ts';
import { gistOf } from '../broadcast-gist.ts';
import { addMinutes, instantOf } from '../local-time.ts';
import type { Verb } from '../mentoring-context.ts';
import { fillName, headed, withNameField } from '../name-field.ts';
import { whenAnswer } from '../thread-answers.ts';
import { searchTips } from '../tip-library.ts';

export const broadcastVerbs = {
  'count-audience': (c) => c.lookUp({ kind: 'audience', audience: audienceAsked(c), thread: c.thread.id }),
  'note-audience-told': (c) => c.patchThread({ answers: { ...c.thread.answers, 'a-quien:dicho': audienceKey(c.thread) } }),
  /** Her name fields as fields, as soon as they are written: what she is shown is what is sent. */
  'read-name-field': (c) => {
    const answers = { ...c.thread.answers };
    for (const [key, value] of Object.entries(answers)) {
      if (!/^(mensaje|otro):/.test(key) || typeof value !== 'object' || value === null || Array.isArray(value)) continue;
      answers[key] = { ...value, text: withNameField(String(value.text)) };
    }
    c.patchThread({ answers });
  },
  'search-broadcast-tips': (c) => {
    const place = c.thread.current.parte ?? '';
    const found = searchTips(c.program, String(c.thread.answers[`busca:${place}`] ?? '')).map(({ id }) => id);
    c.patchThread({ answers: { ...c.thread.answers, [`hallados:${place}`]: found } });
  },
  'show-preview': (c) => {
    const name = c.thread.answers['a-quien'] === 'grupo' ? c.text('grupo.a-todas') : c.person.calledAs || c.person.name;
    for (const { heading, text, media } of draftParts(c)) c.show(headed(heading, fillName(text, name)), media);
  },
  'order-broadcast': (c) => {
    const to = broadcastOwner(c.newId());
    const when = c.thread.answers.confirmar === 'programar' ? whenAnswer(c.thread, 'cuando') : undefined;
    const startsAt = when?.time === undefined ? null : instantOf({ date: when.date, time: when.time }, c.centre.zone);
    const urgent = c.thread.answers.confirmar === 'urgente';
    const gist = gistOf(draftParts(c)[0]?.text ?? '');
    // Two of one moment have their order too: the last is the one that she asks after.
    const newest = c.broadcastOrders.reduce((latest, { at }) => (at > latest ? at : latest), '');
    const at = newest < c.now ? c.now : addMinutes(newest, 1 / 60_000);
    c.put({ kind: 'broadcastOrder', id: to, owner: c.person.id, at, over: false, gist });
    c.post(to, { kind: 'broadcastOrdered', audience: audienceOf(c), parts: draftParts(c), urgent, startsAt });
  },
  'stop-broadcasts': (c) => {
    const chosen = c.thread.answers.cual;
    for (const { id, over } of c.broadcastOrders)
      if (!over && (chosen === 'todos' || chosen === id)) c.post(id, { kind: 'broadcastAsked', what: 'stop' });
  },
  /** Writes one of the two anew and keeps the other. */
  'rewrite-broadcast': (c) => {
    const dropped = c.thread.answers.que === 'a-quien' ? ofAudience : ofBubbles;
    const kept = Object.entries(c.thread.answers).filter(([key]) => !dropped.test(key) && !ofEnd.test(key));
    c.go('difundir', { answers: Object.fromEntries(kept) });
  },
} satisfies Record<string, Verb>;

const ofAudience = /^(a-quien|fase|nombres|cuenta)(:|$)/;
const ofBubbles = /^(mensaje|otro|busca|hallados|cual|video)(:|$)/;
const ofEnd = /^(confirmar|que|cuando)(:|$)/;
