// The list of conversations: everybody of the roster and the groups, the newest first, with search; arrows move in it.
import { aboutOf, type ConversationRow, createConversationRow } from './conversation-row.ts';
import { el, icon, iconButton } from './page-dom.ts';
import { words } from './page-words.ts';
import type { Simulation } from './simulation.ts';

export interface PeopleList {
  element: HTMLElement;
  /** Back to where this chat stands in the list, or to the search. */
  focus(chat?: string): void;
}

/** A roster may have thousands: who is further down is found by searching. */
const mostRows = 120;

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

export function createPeopleList(simulation: Simulation, actions: { open(chat: string): void; newGroup(): void }): PeopleList {
  const rows = new Map<string, ConversationRow>();
  const searched = new Map<string, string>();
  let shown: string[] = [];
  const list = el('ul', {
    class: 'rows',
    on: { pointerleave: () => refresh(), focusout: () => setTimeout(refresh) },
  });
  const nobody = el('p', { class: 'nobody', hidden: true }, words.text('simulador.nadie-encontrado'));
  const others = el('p', { class: 'nobody', hidden: true }, words.text('simulador.busque-mas'));
  const found = el('p', { class: 'heard', role: 'status' });
  const search = el('input', {
    type: 'search',
    placeholder: words.text('simulador.buscar'),
    'aria-label': words.text('simulador.buscar'),
    autocomplete: 'off',
    on: { input: () => refresh('again') },
  });
  const element = el(
    'nav',
    { class: 'people', 'aria-label': words.text('simulador.lista-conversaciones'), on: { keydown: move } },
    el(
      'div',
      { class: 'people-head' },
      el('label', { class: 'search' }, icon('search'), search),
      iconButton('group', words.text('simulador.nuevo-grupo'), actions.newGroup),
    ),
    found,
    el('div', { class: 'rows-frame' }, list, nobody, others),
  );

  function rowOf(chat: string): ConversationRow {
    const row = rows.get(chat) ?? createConversationRow(simulation, chat, actions.open);
    rows.set(chat, row);
    return row;
  }

  function matches(chat: string, parts: readonly string[]): boolean {
    let text = searched.get(chat);
    if (text === undefined) {
      const person = simulation.people.get(chat);
      text = plain([simulation.nameOf(chat), aboutOf(simulation, chat), person?.calledAs, person?.centre].join(' '));
      searched.set(chat, text);
    }
    return parts.every((part) => text.includes(part));
  }

  function refresh(how?: 'again'): void {
    // Rows do not move under the hand of whoever is in the list.
    const isUsed = list.contains(document.activeElement) || list.matches(':hover');
    if (how === 'again' || !isUsed || shown.length === 0) arrange();
    for (const chat of shown) rowOf(chat).refresh();
  }

  function arrange(): void {
    const parts = plain(search.value).split(/\s+/).filter(Boolean);
    const at = (chat: string): number => Date.parse(simulation.newest.get(chat)?.at ?? '') || 0;
    const all = [...simulation.groups.keys(), ...simulation.people.keys()].filter((chat) => matches(chat, parts));
    shown = all.sort((a, b) => at(b) - at(a)).slice(0, mostRows);
    const items = shown.map((chat) => rowOf(chat).item);
    if (items.length !== list.children.length || items.some((item, index) => list.children[index] !== item)) {
      list.replaceChildren(...items);
    }
    nobody.hidden = all.length > 0;
    others.hidden = all.length <= mostRows;
    const said = parts.length === 0 ? '' : words.text('simulador.encontradas', { count: all.length });
    if (found.textContent !== said) found.textContent = said;
  }

  function move(event: KeyboardEvent): void {
    const buttons = [...list.querySelectorAll<HTMLButtonElement>('.row')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const isSearching = document.activeElement === search;
    if (event.key === 'Escape' && search.value !== '') {
      search.value = '';
      refresh('again');
      search.focus();
    } else if (event.key === 'Enter' && isSearching) buttons[0]?.click();
    else if (event.key === 'ArrowDown' && (at >= 0 || isSearching)) buttons[Math.min(at + 1, buttons.length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (at === 0 ? search : buttons[at - 1])?.focus();
    else if (event.key === 'Home' && at >= 0) buttons[0]?.focus();
    else if (event.key === 'End' && at >= 0) buttons.at(-1)?.focus();
    else return;
    event.preventDefault();
  }

  simulation.listen({ list: refresh, clock: () => refresh(), groups: () => refresh('again') });
  refresh();
  return { element, focus: (chat) => ((chat !== undefined && rows.get(chat)?.button) || search).focus() };
}
