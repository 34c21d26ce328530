// One row of the list: who it is, what was said last and when, and how much of it is new.
import { el } from './page-dom.ts';
import { dayOf, sayShortDate, sayTime, words } from './page-words.ts';
import { face } from './person-face.ts';
import type { Simulation } from './simulation.ts';

export interface ConversationRow {
  item: HTMLLIElement;
  button: HTMLButtonElement;
  refresh(): void;
}

/** What she is, in a few words; of a group, who is in it. */
export function aboutOf(simulation: Simulation, chat: string): string {
  const person = simulation.people.get(chat);
  if (person !== undefined) return [person.role, person.place].filter(Boolean).join(' · ');
  const members = simulation.groups.get(chat)?.members ?? [];
  return members.map((id) => simulation.nameOf(id).split(' ')[0]).join(', ');
}

export function createConversationRow(simulation: Simulation, chat: string, open: (chat: string) => void): ConversationRow {
  const name = simulation.nameOf(chat);
  const when = el('span', { class: 'when' });
  const preview = el('span', { class: 'preview' });
  const unread = el('span', { class: 'unread', role: 'img', hidden: true });
  const picture = face(name, simulation.groups.has(chat));
  const title = el('span', { class: 'row-name' }, name);
  const button = el(
    'button',
    { type: 'button', class: 'row', 'data-chat': chat, on: { click: () => open(chat) } },
    picture,
    title,
    when,
    preview,
    unread,
  );
  const item = el('li', {}, button);

  return {
    item,
    button,
    refresh() {
      const newest = simulation.newest.get(chat);
      const zone = simulation.zoneOf(chat);
      const isTyping = simulation.isBusy(chat);
      const said = newest?.text.replace(/\s+/g, ' ') || aboutOf(simulation, chat);
      preview.textContent = isTyping ? words.text('simulador.escribiendo') : said;
      preview.classList.toggle('typing', isTyping);
      const isToday = newest !== undefined && dayOf(newest.at, zone) === dayOf(simulation.clock.now, zone);
      when.textContent = newest === undefined ? '' : isToday ? sayTime(newest.at, zone) : sayShortDate(newest.at, zone);
      const count = simulation.unread.get(chat) ?? 0;
      unread.hidden = count === 0;
      unread.textContent = String(count);
      unread.setAttribute('aria-label', words.text('simulador.sin-leer', { count }));
      if (simulation.open.includes(chat)) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    },
  };
}
