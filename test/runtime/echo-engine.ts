// An engine of a few words for the tests of runtime and driver: what it says shows what it was given, and in which order.
import type { InboundEvent } from '../../src/domain/inbound-event.ts';
import type { MessageOption, OutboundMessage } from '../../src/domain/outbound-message.ts';
import type { Change, OwnerState, Turn } from '../../src/domain/turn.ts';
import type { TurnTaker } from '../../src/runtime/turn-taker.ts';

const windowMs = 8_000;

/**
 * "recuerda 3600": a reminder after so many seconds · "pregunta": offers Sí and No · "avisa x": a post to x · "falla": throws ·
 * "eco ...": answers at once, in two messages · "largo": a long text · anything else waits for the end of a burst window.
 */
export const echoEngine: TurnTaker = {
  takeTurn,
  apology: (state, event) => say(state, event, ['perdón']),
  heldTurn: (state, event) => say(state, event, ['en espera']),
};

function takeTurn(state: OwnerState, event: InboundEvent): Turn {
  const { content } = event;
  switch (content.kind) {
    case 'text':
      return hear(state, event, content.text);
    case 'timer':
      if (content.timer.purpose === 'settle') return settle(state, event);
      return say(state, event, [`te recuerdo ${content.timer.about.what}`]);
    case 'post':
      return say(state, event, [`aviso de ${content.post.from}`]);
    case 'tap':
      return say(state, event, [`elegiste ${content.label} de ${content.of}`]);
    case 'receipt':
    case 'groupNews':
      return say(state, event, []);
    default:
      return say(state, event, [JSON.stringify(content)]);
  }
}

function hear(state: OwnerState, event: InboundEvent, text: string): Turn {
  const [verb, ...rest] = text.split(' ');
  const word = rest.join(' ');
  switch (verb) {
    case 'falla':
      throw new Error(`quoting ${text}`);
    case 'eco':
      return say(state, event, [`1 ${word}`, `2 ${word}`]);
    case 'largo':
      return say(state, event, [`${'Una frase de prueba. '.repeat(400)}Fin.`]);
    case 'pregunta':
      return say(
        state,
        event,
        ['¿sí o no?'],
        [
          { id: 'yes', label: 'Sí' },
          { id: 'no', label: 'No', key: 'n' },
        ],
      );
    case 'recuerda': {
      const dueAt = new Date(Date.parse(event.receivedAt) + Number(rest[0]) * 1000).toISOString();
      const timer = {
        kind: 'timer',
        id: `${event.id}:timer`,
        owner: state.owner,
        dueAt,
        purpose: 'reminder',
        about: { what: rest[0] ?? '' },
      } as const;
      return { ...say(state, event, ['bien']), changes: [{ put: timer }] };
    }
    case 'avisa': {
      const body = { kind: 'safeguardingAlert', alertId: 'a', route: 'danger', mentor: '', centre: '' } as const;
      return {
        ...say(state, event, ['avisado']),
        posts: [{ id: `${event.id}:post:0`, to: word, from: state.owner, at: event.receivedAt, body }],
      };
    }
    default:
      return bubble(state, event, text);
  }
}

/** The window stays open for a while after each bubble. */
function bubble(state: OwnerState, event: InboundEvent, text: string): Turn {
  const until = new Date(Date.parse(event.receivedAt) + windowMs).toISOString();
  const before = state.conversation?.burst;
  const burst = {
    bubbles: [...(before?.bubbles ?? []), text],
    events: [...(before?.events ?? []), event.id],
    until,
    writtenAt: event.writtenAt,
  };
  const changes: Change[] = [
    {
      put: {
        kind: 'conversation',
        id: state.owner,
        owner: state.owner,
        active: null,
        interrupted: [],
        burst,
        initiated: { date: '', count: 0, other: 0 },
        lastHeardAt: null,
        offered: [],
        notes: [],
      },
    },
    { put: { kind: 'timer', id: `${state.owner}:settle`, owner: state.owner, dueAt: until, purpose: 'settle', about: {} } },
  ];
  return { ...say(state, event, []), changes };
}

function settle(state: OwnerState, event: InboundEvent): Turn {
  const { conversation } = state;
  if (!conversation?.burst) return say(state, event, []);
  return {
    ...say(state, event, [`oí ${conversation.burst.bubbles.join(' / ')}`]),
    changes: [{ put: { ...conversation, burst: null } }],
  };
}

function say(state: OwnerState, event: InboundEvent, texts: string[], options: MessageOption[] = []): Turn {
  const outbound = texts.map(
    (text, index): OutboundMessage => ({
      id: `${event.id}:out:${index}`,
      to: state.owner,
      chat: 'private',
      kind: options.length > 0 ? 'question' : event.content.kind === 'timer' ? 'reminder' : 'answer',
      text,
      options,
      whenUnsure: text.startsWith('te recuerdo') ? 'drop' : 'repeat',
      createdAt: event.receivedAt,
    }),
  );
  return { eventId: event.id, owner: state.owner, changes: [], outbound, posts: [], facts: [] };
}
