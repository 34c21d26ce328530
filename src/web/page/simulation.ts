// What the page holds of the simulation: people, groups, the clock, the chats that are open, and what is new in the others.
import { type Bubble, type ChatHistory, createHistory, textOf } from './chat-history.ts';
import type { ChatEntry, ClockStatus, GroupCard, PageState, PersonCard } from './page-protocol.ts';
import { Refused, server } from './page-server.ts';
import { words } from './page-words.ts';

export interface Newest {
  text: string;
  at: string;
  fromBot: boolean;
}

export interface SimulationListener {
  /** Something happened in a chat; `changed` are its bubbles that are new or different, where it is loaded. */
  entry?(entry: ChatEntry, changed: readonly Bubble[]): void;
  clock?(clock: ClockStatus): void;
  groups?(): void;
  /** Unread counts, newest messages or open chats are different. */
  list?(): void;
}

export const defaultZone = 'America/Mexico_City';

export class Simulation {
  readonly people = new Map<string, PersonCard>();
  readonly groups = new Map<string, GroupCard>();
  readonly newest = new Map<string, Newest>();
  readonly unread = new Map<string, number>();
  readonly #histories = new Map<string, Promise<ChatHistory>>();
  readonly #loaded = new Map<string, ChatHistory>();
  readonly #listeners = new Set<SimulationListener>();
  /** Entries of chats that are being loaded, which the answer may not hold yet. */
  readonly #early: ChatEntry[] = [];
  /** Chats on the screen, whose messages are not unread. */
  open: readonly string[] = [];
  clock: ClockStatus;

  constructor(state: PageState) {
    this.clock = state.clock;
    for (const person of state.people) this.people.set(person.id, person);
    for (const group of state.groups) this.groups.set(group.id, group);
    for (const entry of state.newest) this.#noteNewest(entry);
  }

  listen(listener: SimulationListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  nameOf(chat: string): string {
    return this.people.get(chat)?.name ?? this.groups.get(chat)?.name ?? '';
  }

  /** Groups have the zone of their first member. */
  zoneOf(chat: string): string {
    return this.#zonePerson(chat)?.zone ?? defaultZone;
  }

  zoneNameOf(chat: string): string {
    return this.#zonePerson(chat)?.zoneName ?? '';
  }

  #zonePerson(chat: string): PersonCard | undefined {
    return this.people.get(chat) ?? this.people.get(this.groups.get(chat)?.members[0] ?? '');
  }

  isBusy(chat: string): boolean {
    return this.clock.busy.includes(chat);
  }

  history(chat: string): Promise<ChatHistory> {
    const known = this.#histories.get(chat);
    if (known !== undefined) return known;
    const loading = this.#load(chat);
    this.#histories.set(chat, loading);
    loading.catch(() => this.#histories.delete(chat));
    return loading;
  }

  async #load(chat: string): Promise<ChatHistory> {
    const { entries, last } = await server.chat(chat);
    const history = createHistory();
    for (const entry of entries) history.apply(entry);
    for (const entry of this.#early) if (entry.chat === chat && entry.n > last) history.apply(entry);
    this.#loaded.set(chat, history);
    return history;
  }

  hear(entry: ChatEntry): void {
    // While the clock is moved, what is shown on the way says how far it is.
    if (entry.type === 'shown' && Date.parse(entry.at) > Date.parse(this.clock.now)) {
      this.hearClock({ ...this.clock, now: new Date(entry.at).toISOString() });
    }
    if (entry.type === 'group') {
      this.groups.set(entry.chat, { id: entry.chat, name: entry.name, members: entry.members });
      for (const { groups } of this.#listeners) groups?.();
    }
    if (this.#histories.has(entry.chat) && !this.#loaded.has(entry.chat)) this.#early.push(entry);
    if (this.#noteNewest(entry) && entry.type === 'shown' && !this.open.includes(entry.chat)) {
      this.unread.set(entry.chat, (this.unread.get(entry.chat) ?? 0) + 1);
    }
    const changed = this.#loaded.get(entry.chat)?.apply(entry) ?? [];
    for (const { entry: hear } of this.#listeners) hear?.(entry, changed);
    if (entry.type === 'shown' || entry.type === 'said') this.#listChanged();
  }

  hearClock(clock: ClockStatus): void {
    this.clock = clock;
    for (const { clock: hear } of this.#listeners) hear?.(clock);
  }

  setOpen(chats: readonly string[]): void {
    this.open = chats;
    for (const chat of chats) this.unread.delete(chat);
    this.#listChanged();
  }

  #listChanged(): void {
    for (const { list } of this.#listeners) list?.();
  }

  #noteNewest(entry: ChatEntry): boolean {
    if (entry.type === 'shown') this.newest.set(entry.chat, { text: entry.text, at: entry.at, fromBot: true });
    else if (entry.type === 'said') {
      this.newest.set(entry.chat, { text: textOf(entry.content), at: entry.at, fromBot: false });
    } else return false;
    return true;
  }
}

let toast: HTMLElement | undefined;
let toastEnds = 0;

/** Where short notes about the page itself are shown and read out. */
export function showNotesIn(element: HTMLElement): void {
  toast = element;
}

export function note(text: string): void {
  if (toast === undefined) return;
  toast.textContent = text;
  toast.classList.add('shown');
  clearTimeout(toastEnds);
  toastEnds = setTimeout(() => toast?.classList.remove('shown'), 4_000);
}

/** Whether it is over; what went wrong is said in a note. A line that the bot refused is over: its own bubble shows it. */
export async function tryTo(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    note(words.text('simulador.no-se-pudo'));
    if (!(error instanceof Refused) && !(error instanceof TypeError)) throw error;
    return error instanceof Refused && error.refusal === 'refused';
  }
}
