// A plain view of what the bot knows of a person's cycles now; it follows the conversation while it is open.
import { el, iconButton } from './page-dom.ts';
import type { KnownSection } from './page-protocol.ts';
import { server } from './page-server.ts';
import { words } from './page-words.ts';
import type { Simulation } from './simulation.ts';

export interface KnownPanel {
  element: HTMLDialogElement;
  /** Opens it on this person, or closes it where it shows her already. */
  toggle(person: string): void;
  close(): void;
}

const wide = '(min-width: 1000px)';
const calmMs = 200;

export function createKnownPanel(simulation: Simulation): KnownPanel {
  let person: string | undefined;
  let shown = '';
  let planned = 0;
  let cameFrom: HTMLElement | null = null;
  const title = el('h2', { id: 'known-title' });
  const body = el('div', { class: 'known-body', tabindex: 0 });
  const element = el(
    'dialog',
    {
      class: 'known',
      'aria-labelledby': 'known-title',
      on: {
        keydown(event) {
          if (event.key === 'Escape') close();
        },
      },
    },
    el('header', {}, title, iconButton('close', words.text('simulador.cerrar'), close)),
    body,
  );
  element.addEventListener('close', () => {
    person = undefined;
    cameFrom?.focus();
  });

  function close(): void {
    if (element.open) element.close();
  }

  async function load(): Promise<void> {
    const wanted = person;
    if (wanted === undefined) return;
    const { sections } = await server.known(wanted);
    const text = JSON.stringify(sections);
    if (person !== wanted || text === shown) return;
    shown = text;
    body.replaceChildren(...sections.map(sectionOf));
  }
  function plan(): void {
    if (person === undefined) return;
    clearTimeout(planned);
    // Someone who cannot be read now is read at the next change.
    planned = setTimeout(() => void load().catch(() => {}), calmMs);
  }

  simulation.listen({ clock: plan });
  return {
    element,
    close,
    toggle(next) {
      if (element.open && person === next) {
        close();
        return;
      }
      if (!element.open) cameFrom = document.activeElement as HTMLElement | null;
      person = next;
      shown = '';
      title.textContent = words.text('simulador.sabe-de', { name: simulation.nameOf(next) });
      body.replaceChildren(el('p', {}, words.text('simulador.cargando')));
      if (!element.open) {
        if (matchMedia(wide).matches) element.show();
        else element.showModal();
      }
      void load().catch(() => body.replaceChildren(el('p', {}, words.text('simulador.no-se-pudo'))));
    },
  };
}

function sectionOf({ title, lines }: KnownSection): HTMLElement {
  const rows = lines.map(({ label, value }) =>
    label === '' ? el('p', {}, value) : el('div', { class: 'known-line' }, el('dt', {}, label), el('dd', {}, value)),
  );
  const isList = lines.every(({ label }) => label !== '');
  return el('section', { class: 'known-section' }, el('h3', {}, title), el(isList ? 'dl' : 'div', {}, ...rows));
}
