// One conversation on the screen: its head, its bubbles by day, and where to write.

import { bubbleMenu } from './bubble-menu.ts';
import { type BubbleView, createBubbleView } from './chat-bubble.ts';
import type { Bubble, ChatHistory } from './chat-history.ts';
import { createComposer, newId } from './composer-bar.ts';
import { el, iconButton } from './page-dom.ts';
import { server } from './page-server.ts';
import { dayOf, sayDay, words } from './page-words.ts';
import { face } from './person-face.ts';
import { createReceipts } from './read-receipts.ts';
import { note, type Simulation, tryTo } from './simulation.ts';

export interface ChatPane {
  chat: string;
  element: HTMLElement;
  focus(): void;
  close(): void;
}

export interface PaneActions {
  back(): void;
  beside(): void;
  closePane(chat: string): void;
  showKnown(chat: string, author: string): void;
  /** It was touched or typed in: what is chosen next goes here. */
  active(chat: string): void;
}

const typingMs = 450;
const nearEnd = 120;

export function createChatPane(simulation: Simulation, chat: string, actions: PaneActions): ChatPane {
  const zone = simulation.zoneOf(chat);
  const group = simulation.groups.get(chat);
  const person = simulation.people.get(chat);
  const name = simulation.nameOf(chat);
  const views = new Map<string, BubbleView>();
  let history: ChatHistory | undefined;
  let lastDay = '';
  let typingEnds = 0;
  /** Whether she reads the end; it then stays in sight when the pane gets narrower or lower, or a picture comes into it. */
  let readsEnd = true;
  let size = '';

  const about = group
    ? words.text('simulador.miembros', { count: group.members.length })
    : [person?.role, person?.centre].filter(Boolean).join(' · ');
  const subtitle = el('p', { class: 'subtitle' }, about);
  const composer = createComposer(simulation, chat);
  const empty = el('p', { class: 'empty' }, words.text('simulador.vacio'));
  const list = el('div', { class: 'bubbles' });
  const newer = el(
    'button',
    { type: 'button', class: 'newer', hidden: true, on: { click: () => toEnd(true) } },
    words.text('simulador.nuevos'),
  );
  const log = el(
    'div',
    {
      class: 'log',
      role: 'log',
      tabindex: 0,
      'aria-label': words.text('simulador.mensajes'),
      'aria-live': 'off',
      on: { scroll: noteEnd },
    },
    empty,
    list,
  );
  const element = el(
    'section',
    {
      class: 'pane',
      'aria-label': words.text('simulador.conversacion-con', { name }),
      on: { pointerdown: () => actions.active(chat), focusin: () => actions.active(chat) },
    },
    el(
      'header',
      { class: 'pane-head' },
      iconButton('back', words.text('simulador.volver'), actions.back, { class: 'round only-phone' }),
      face(name, group !== undefined),
      el('div', { class: 'pane-title' }, el('h2', {}, name), subtitle),
      iconButton('knows', words.text('simulador.sabe-boton'), () => actions.showKnown(chat, composer.author())),
      iconButton('beside', words.text('simulador.al-lado'), actions.beside, { class: 'round only-wide beside' }),
      iconButton('close', words.text('simulador.cerrar-lado'), () => actions.closePane(chat), { class: 'round only-wide close' }),
    ),
    el('div', { class: 'log-frame' }, log, newer),
    composer.element,
  );
  const receipts = createReceipts(log, () => history?.bubbles ?? []);

  const atEnd = (): boolean => log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
  function noteEnd(): void {
    if (atEnd()) hideNewer();
    // A scroll that comes of another size is the browser's own: it says nothing of where she reads.
    if (size === sizeOf()) readsEnd = atEnd();
  }
  const sizeOf = (): string => `${log.clientWidth} ${log.clientHeight} ${log.scrollHeight}`;
  const resized = new ResizeObserver(() => {
    size = sizeOf();
    if (readsEnd) toEnd(false);
  });
  for (const one of [log, list]) resized.observe(one);
  function hideNewer(): void {
    newer.hidden = true;
  }
  function toEnd(smoothly: boolean): void {
    hideNewer();
    readsEnd = true;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    log.scrollTo({ top: log.scrollHeight, behavior: smoothly && !calm ? 'smooth' : 'instant' });
  }

  function jump(id: string): void {
    const target = views.get(id)?.element;
    target?.scrollIntoView({ block: 'center' });
    target?.classList.remove('pointed');
    // Read, so that taking the class away and giving it again starts the glow anew.
    void target?.offsetWidth;
    target?.classList.add('pointed');
  }

  function show(bubble: Bubble): void {
    empty.hidden = true;
    views.get(bubble.id)?.element.remove();
    const day = dayOf(bubble.at, zone);
    if (day !== lastDay) list.append(dayMark(bubble.at));
    lastDay = day;
    const view = createBubbleView({
      bubble,
      zone,
      sender: group !== undefined && bubble.from !== undefined ? simulation.nameOf(bubble.from) : undefined,
      speaker: bubble.from === undefined ? words.text('simulador.el-bot') : simulation.nameOf(bubble.from),
      quoted: quotedBy(bubble),
      jump,
      choose: (of, label) =>
        void tryTo(() => server.line({ from: composer.author(), ...inGroup(), id: newId(), choose: label, of: of.id })),
      openMenu: (of, button) => bubbleMenu({ bubble: of, button, zone, give, composer }),
    });
    views.set(bubble.id, view);
    list.append(view.element);
    if (bubble.from === undefined) receipts.watch(bubble, view.element);
  }

  /** An answer to what was said last needs no quote. */
  function quotedBy(bubble: Bubble): Bubble | undefined {
    const of = bubble.of === undefined ? undefined : history?.find(bubble.of);
    const before = history?.bubbles[history.bubbles.indexOf(bubble) - 1];
    return of === before && bubble.isTap ? undefined : of;
  }

  const inGroup = (): object => (group === undefined ? {} : { chat });
  function give(line: object): void {
    void tryTo(() => server.line({ from: composer.author(), ...inGroup(), id: newId(), ...line }));
  }

  function dayMark(at: string): HTMLElement {
    return el('p', { class: 'day', 'data-at': at }, el('span', {}, sayDay(at, simulation.clock.now, zone)));
  }
  /** "Hoy" is another day once the clock has moved. */
  function refreshDays(): void {
    for (const mark of list.querySelectorAll<HTMLElement>('.day')) {
      const said = sayDay(mark.dataset.at ?? '', simulation.clock.now, zone);
      if (mark.textContent !== said) mark.firstElementChild!.textContent = said;
    }
  }

  function refreshTyping(): void {
    const isTyping = simulation.isBusy(chat);
    clearTimeout(typingEnds);
    const set = (typing: boolean): void => {
      subtitle.classList.toggle('typing', typing);
      subtitle.textContent = typing ? words.text('simulador.escribiendo') : about;
    };
    // Long enough to be seen; the answer itself does not wait for it.
    if (isTyping) set(true);
    else typingEnds = setTimeout(() => set(false), typingMs);
  }

  const deaf = simulation.listen({
    entry(entry, changed) {
      if (entry.chat !== chat || history === undefined) return;
      const wasAtEnd = atEnd();
      for (const bubble of changed) {
        const isNew = !views.has(bubble.id) || (entry.type === 'shown' && entry.id === bubble.id);
        if (isNew) show(bubble);
        else views.get(bubble.id)?.refresh();
      }
      if (entry.type !== 'said' && entry.type !== 'shown') return;
      if (wasAtEnd || entry.type === 'said') toEnd(false);
      else newer.hidden = false;
    },
    clock() {
      refreshTyping();
      refreshDays();
    },
  });

  simulation.history(chat).then(
    (loaded) => {
      history = loaded;
      for (const bubble of loaded.bubbles) show(bubble);
      toEnd(false);
      // What was there before is read by whoever wants to; only what comes is read out.
      requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
    },
    () => note(words.text('simulador.no-se-pudo')),
  );
  refreshTyping();

  return {
    chat,
    element,
    focus() {
      // On a phone the keyboard comes when she wants to write, not before.
      if (matchMedia('(hover: none)').matches) log.focus({ preventScroll: true });
      else composer.focus();
    },
    close() {
      deaf();
      receipts.end();
      resized.disconnect();
      clearTimeout(typingEnds);
      element.remove();
    },
  };
}
