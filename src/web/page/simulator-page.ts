// The page of the simulator: the list, one conversation or two, the clock, and what the bot knows. The address names what is open.
import { type ChatPane, createChatPane } from './chat-pane.ts';
import { createClockBar, noteConnection } from './clock-bar.ts';
import { openGroupDialog } from './group-dialog.ts';
import { createKnownPanel } from './known-panel.ts';
import { operationsButton } from './operations-panel.ts';
import { el } from './page-dom.ts';
import { openStream, server } from './page-server.ts';
import { words } from './page-words.ts';
import { createPeopleList } from './people-list.ts';
import { Simulation, showNotesIn } from './simulation.ts';

const mostPanes = 2;
const wide = matchMedia('(min-width: 800px)');

function buildPage(simulation: Simulation): void {
  let panes: ChatPane[] = [];
  let active: string | undefined;
  /** The next choice goes beside what is open. */
  let choosesBeside = false;

  const clock = createClockBar(simulation);
  const known = createKnownPanel(simulation);
  const list = createPeopleList(simulation, {
    open: choose,
    newGroup: () => openGroupDialog(simulation, choose),
  });
  const nothing = el(
    'div',
    { class: 'nothing' },
    el('img', { src: '/simulador/page/firefly.svg', alt: '', width: 96, height: 96 }),
    el('h2', {}, words.text('simulador.elija')),
    el('p', {}, words.text('simulador.elija-ayuda')),
  );
  const besideHint = el('div', { class: 'nothing beside-hint' }, el('p', {}, words.text('simulador.elija-otra')));
  const chats = el('main', { class: 'chats' });
  const notes = el('p', { class: 'note', role: 'status' });
  showNotesIn(notes);
  document.body.append(
    el(
      'header',
      { class: 'top' },
      el('img', { src: '/simulador/page/firefly.svg', alt: '', width: 36, height: 36 }),
      el('h1', {}, words.text('simulador.nombre')),
      clock.element,
      operationsButton(),
    ),
    el('div', { class: 'stage' }, list.element, chats, known.element),
    notes,
  );

  const opened = (): string[] =>
    location.hash
      .slice(1)
      .split('+')
      .map(decoded)
      .filter((chat, index, all) => simulation.nameOf(chat) !== '' && all.indexOf(chat) === index)
      .slice(0, mostPanes);

  function go(next: readonly string[]): void {
    const hash = next.map(encodeURIComponent).join('+');
    if (location.hash.slice(1) !== hash) location.hash = hash;
    show();
  }

  function choose(chat: string): void {
    const now = opened();
    if (now.includes(chat)) active = chat;
    else if (choosesBeside && wide.matches) {
      active = chat;
      go([...now.slice(0, mostPanes - 1), chat]);
    } else {
      const next = now.map((one) => (one === active ? chat : one));
      active = chat;
      go(next.includes(chat) && wide.matches ? next : [chat]);
    }
    choosesBeside = false;
    show();
    panes.find((pane) => pane.chat === chat)?.focus();
  }

  /** Brings the screen in line with the address. */
  function show(): void {
    const wanted = opened();
    if (active === undefined || !wanted.includes(active)) active = wanted[0];
    for (const pane of panes) if (!wanted.includes(pane.chat)) pane.close();
    panes = wanted.map((chat) => panes.find((pane) => pane.chat === chat) ?? createChatPane(simulation, chat, actions));
    if (wanted.length === 0) {
      known.close();
      choosesBeside = false;
    }
    const shown = [
      ...panes.map(({ element }) => element),
      ...(choosesBeside ? [besideHint] : panes.length === 0 ? [nothing] : []),
    ];
    // What stays is not moved: a moved log would lose its place.
    for (const element of [...chats.children]) if (!shown.includes(element as HTMLElement)) element.remove();
    shown.forEach((element, index) => {
      if (chats.children[index] !== element) chats.insertBefore(element, chats.children[index] ?? null);
    });
    document.body.classList.toggle('has-chat', wanted.length > 0);
    chats.classList.toggle('two', shown.length > 1);
    markActive();
  }

  function markActive(): void {
    for (const { chat, element } of panes) element.classList.toggle('active', chat === active);
    clock.look(active);
    const visible = wide.matches ? opened() : active === undefined ? [] : [active];
    if (visible.join() !== simulation.open.join()) simulation.setOpen(visible);
  }

  const actions = {
    back() {
      const from = active;
      go([]);
      list.focus(from);
    },
    beside() {
      choosesBeside = !choosesBeside;
      show();
      if (choosesBeside) list.focus();
    },
    closePane(chat: string) {
      go(opened().filter((one) => one !== chat));
    },
    showKnown: (_chat: string, author: string) => known.toggle(author),
    active(chat: string) {
      if (active === chat) return;
      active = chat;
      markActive();
    },
  };

  addEventListener('hashchange', show);
  wide.addEventListener('change', show);
  simulation.listen({ groups: show });
  show();
  if (opened().length === 0 && matchMedia('(hover: hover)').matches) list.focus();
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

async function start(): Promise<void> {
  const state = await server.state();
  words.learn(state.texts);
  const simulation = new Simulation(state);
  buildPage(simulation);
  let wasLost = false;
  openStream(state.history, state.last, {
    entry: (entry) => simulation.hear(entry),
    clock: (clock) => simulation.hearClock(clock),
    reset: () => location.reload(),
    connected(isConnected) {
      if (isConnected === !wasLost) return;
      wasLost = !isConnected;
      document.body.classList.toggle('lost', wasLost);
      noteConnection(isConnected);
    },
  });
}

start().catch(() => {
  // Without the server there are no words of content either: the page brought this sentence along.
  document.body.append(el('p', { class: 'note shown', role: 'alert' }, document.body.dataset.noServer ?? ''));
});
