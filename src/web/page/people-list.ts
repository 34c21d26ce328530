// The list of conversations: everybody of the roster and the groups, the newest first, with search; arrows move in it.
import { el, icon, iconButton } from './page-dom.ts';
import { dayOf, sayShortDate, sayTime, words } from './page-words.ts';
import { face } from './person-face.ts';
import type { Simulation } from './simulation.ts';

export interface PeopleList {
  element: HTMLElement;
  /** Back to where this chat stands in the list, or to the search. */
  focus(chat?: string): void;
}

interface Row {
  chat: string;
  button: HTMLButtonElement;
  item: HTMLElement;
  found: string;
  when: HTMLElement;
  preview: HTMLElement;
  unread: HTMLElement;
  about: string;
}

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

export function createPeopleList(simulation: Simulation, actions: { open(chat: string): void; newGroup(): void }): PeopleList {
  const rows = new Map<string, Row>();
  const list = el('ul', { class: 'rows' });
  const nobody = el('p', { class: 'nobody', hidden: true }, words.text('simulador.nadie-encontrado'));
  const found = el('p', { class: 'heard', role: 'status' });
  const search = el('input', {
    type: 'search',
    placeholder: words.text('simulador.buscar'),
    'aria-label': words.text('simulador.buscar'),
    autocomplete: 'off',
    on: { input: filter },
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
    list,
    nobody,
  );

  function rowOf(chat: string): Row {
    const known = rows.get(chat);
    if (known !== undefined) return known;
    const person = simulation.people.get(chat);
    const group = simulation.groups.get(chat);
    const name = simulation.nameOf(chat);
    const about = person
      ? [person.role, person.place].filter(Boolean).join(' · ')
      : (group?.members ?? []).map((id) => simulation.nameOf(id).split(' ')[0]).join(', ');
    const when = el('span', { class: 'when' });
    const preview = el('span', { class: 'preview' });
    const unread = el('span', { class: 'unread', hidden: true });
    const button = el(
      'button',
      { type: 'button', class: 'row', 'data-chat': chat, on: { click: () => actions.open(chat) } },
      face(name, group !== undefined),
      el('span', { class: 'row-name' }, name),
      when,
      preview,
      unread,
    );
    const item = el('li', {}, button);
    const row = {
      chat,
      button,
      item,
      found: plain(`${name} ${about} ${person?.calledAs ?? ''} ${person?.centre ?? ''}`),
      when,
      preview,
      unread,
      about,
    };
    rows.set(chat, row);
    return row;
  }

  function refresh(): void {
    const { clock } = simulation;
    const chats = [...simulation.groups.keys(), ...simulation.people.keys()];
    for (const chat of chats) {
      const { button, when, preview, unread, about } = rowOf(chat);
      const newest = simulation.newest.get(chat);
      const zone = simulation.zoneOf(chat);
      const isTyping = simulation.isBusy(chat);
      preview.textContent = isTyping ? words.text('simulador.escribiendo') : (newest?.text.replace(/\s+/g, ' ') ?? about);
      preview.classList.toggle('typing', isTyping);
      const isToday = newest !== undefined && dayOf(newest.at, zone) === dayOf(clock.now, zone);
      when.textContent = newest === undefined ? '' : isToday ? sayTime(newest.at, zone) : sayShortDate(newest.at, zone);
      const count = simulation.unread.get(chat) ?? 0;
      unread.hidden = count === 0;
      unread.textContent = String(count);
      unread.setAttribute('aria-label', words.text('simulador.sin-leer', { count }));
      unread.setAttribute('role', 'img');
      if (simulation.open.includes(chat)) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    // Rows do not move under the hand of whoever is in the list.
    if (!list.contains(document.activeElement) && !list.matches(':hover')) sort(chats);
    filter();
  }

  function sort(chats: string[]): void {
    const at = (chat: string): number => Date.parse(simulation.newest.get(chat)?.at ?? '') || 0;
    const wanted = [...chats].sort((a, b) => at(b) - at(a)).map((chat) => rowOf(chat).item);
    if (wanted.some((item, index) => list.children[index] !== item)) list.replaceChildren(...wanted);
  }

  function filter(): void {
    const parts = plain(search.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { item, found: text } of rows.values()) {
      item.hidden = !parts.every((part) => text.includes(part));
      if (!item.hidden) count++;
    }
    nobody.hidden = count > 0;
    const said = parts.length === 0 ? '' : words.text('simulador.encontradas', { count });
    if (found.textContent !== said) found.textContent = said;
  }

  function move(event: KeyboardEvent): void {
    const shown = [...list.querySelectorAll<HTMLButtonElement>('li:not([hidden]) .row')];
    const at = shown.indexOf(document.activeElement as HTMLButtonElement);
    const isSearching = document.activeElement === search;
    if (event.key === 'Escape' && search.value !== '') {
      search.value = '';
      filter();
      search.focus();
    } else if (event.key === 'Enter' && isSearching) shown[0]?.click();
    else if (event.key === 'ArrowDown' && (at >= 0 || isSearching)) shown[Math.min(at + 1, shown.length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (at === 0 ? search : shown[at - 1])?.focus();
    else if (event.key === 'Home' && at >= 0) shown[0]?.focus();
    else if (event.key === 'End' && at >= 0) shown.at(-1)?.focus();
    else return;
    event.preventDefault();
  }

  simulation.listen({ list: refresh, clock: refresh, groups: refresh });
  refresh();
  return { element, focus: (chat) => ((chat !== undefined && rows.get(chat)?.button) || search).focus() };
}
