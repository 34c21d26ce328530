// The clock of the simulation: what it shows in the zone of whoever is looked at, and how it is moved on.

import { field, openDialog } from './page-dialog.ts';
import { el, icon, iconButton } from './page-dom.ts';
import { Refused, server } from './page-server.ts';
import { dayOf, instantAt, sayDate, sayShortDate, sayTime, words } from './page-words.ts';
import { openMenu } from './popup-menu.ts';
import { defaultZone, note, type Simulation, tryTo } from './simulation.ts';

export interface ClockBar {
  element: HTMLElement;
  /** Whose zone it shows. */
  look(chat: string | undefined): void;
}

export function createClockBar(simulation: Simulation): ClockBar {
  let chat: string | undefined;
  let announced = '';
  const day = el('span', { class: 'clock-day' });
  /** For phones; the long one is what is read out. */
  const shortDay = el('span', { class: 'clock-day short', 'aria-hidden': 'true' });
  const time = el('span', { class: 'clock-time' });
  const told = el('p', { class: 'heard', role: 'status' });
  const next = el(
    'button',
    { type: 'button', class: 'next', 'aria-label': words.text('simulador.al-siguiente'), on: { click: toNext } },
    icon('next'),
    el('span', {}, words.text('simulador.siguiente')),
  );
  const more = iconButton('more', words.text('simulador.adelantar'), () => openChoices(), { 'aria-haspopup': 'menu' });
  const element = el(
    'div',
    { class: 'clock', role: 'group', 'aria-label': words.text('simulador.reloj') },
    icon('clock'),
    el('div', { class: 'clock-face' }, day, shortDay, time),
    next,
    more,
    told,
  );

  const zone = (): string => (chat === undefined ? defaultZone : simulation.zoneOf(chat));
  const zoneName = (): string => (chat === undefined ? '' : simulation.zoneNameOf(chat));
  const sayWhen = (instant: string): string => `${sayDate(instant, zone())}, ${sayTime(instant, zone())}`;

  function refresh(): void {
    const { now, nextDueAt, busy } = simulation.clock;
    day.textContent = sayDate(now, zone());
    shortDay.textContent = sayShortDate(now, zone());
    const name = zoneName();
    const clockTime = sayTime(now, zone());
    time.textContent = name === '' ? clockTime : words.text('simulador.reloj-de', { time: clockTime, zone: name });
    element.classList.toggle('moving', busy.includes('clock'));
    next.disabled = nextDueAt === undefined;
    next.title =
      nextDueAt === undefined
        ? words.text('simulador.nada-pendiente')
        : words.text('simulador.siguiente-cuando', { when: `${sayShortDate(nextDueAt, zone())}, ${sayTime(nextDueAt, zone())}` });
  }

  async function move(work: () => Promise<unknown>): Promise<void> {
    const before = simulation.clock.now;
    told.textContent = words.text('simulador.adelantando');
    await tryTo(work);
    // The stream brings the new time; it may come a moment after the answer.
    setTimeout(() => {
      const said =
        simulation.clock.now === before ? '' : words.text('simulador.llego-a', { when: sayWhen(simulation.clock.now) });
      if (said !== announced) told.textContent = said;
      announced = said;
    }, 150);
  }
  function toNext(): void {
    void move(() => server.next());
  }

  function openChoices(): void {
    const { nextDueAt } = simulation.clock;
    openMenu(more, [
      ...(nextDueAt === undefined ? [] : [{ label: next.title, run: toNext }]),
      { label: words.text('simulador.una-hora'), run: () => void move(() => server.line({ advance: 'PT1H' })) },
      { label: words.text('simulador.un-dia'), run: () => void move(() => server.line({ advance: 'P1D' })) },
      { label: words.text('simulador.a-una-fecha'), run: openDateDialog },
    ]);
  }

  function openDateDialog(): void {
    const { now } = simulation.clock;
    const date = el('input', { type: 'date', required: true, min: dayOf(now, zone()), value: dayOf(now, zone()) });
    const hour = el('input', { type: 'time', required: true, value: sayTime(now, zone()) });
    const fields = [field(words.text('simulador.fecha'), date), field(words.text('simulador.hora'), hour)];
    openDialog(words.text('simulador.a-una-fecha'), fields, words.text('simulador.ir'), (dialog) => {
      const target = instantAt(date.value, hour.value, zone());
      if (Date.parse(target) < Date.parse(simulation.clock.now)) {
        dialog.complain(words.text('simulador.reloj-atras'));
        return;
      }
      void move(async () => {
        try {
          await server.line({ now: target });
          dialog.close();
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          dialog.complain(words.text('simulador.reloj-atras'));
        }
      });
    });
  }

  simulation.listen({ clock: refresh });
  refresh();
  return {
    element,
    look(at) {
      chat = at;
      refresh();
    },
  };
}

export function noteConnection(isConnected: boolean): void {
  note(words.text(isConnected ? 'simulador.conectado' : 'simulador.sin-conexion'));
}
