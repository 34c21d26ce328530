// A small menu beside a button: arrows move in it, Escape and a click elsewhere close it, the focus goes back to where it came from.
import { el } from './page-dom.ts';

export interface MenuChoice {
  label: string;
  /** Shown instead of the label, where a sign says it. */
  sign?: string;
  run(): void;
}

let close: (() => void) | undefined;

/** `row`: choices that stand beside each other on top. `foot`: something to read under them. */
export function openMenu(button: HTMLElement, choices: readonly MenuChoice[], row: readonly MenuChoice[] = [], foot = ''): void {
  close?.();
  const item = ({ label, sign, run }: MenuChoice): HTMLButtonElement =>
    el(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: -1,
        'aria-label': sign === undefined ? undefined : label,
        title: sign === undefined ? undefined : label,
        on: {
          click() {
            shut();
            run();
          },
        },
      },
      sign ?? label,
    );
  const beside = row.map(item);
  const below = choices.map(item);
  const all = [...beside, ...below];
  const menu = el(
    'div',
    { class: 'menu', role: 'menu' },
    beside.length > 0 && el('div', { class: 'menu-row', role: 'none' }, ...beside),
    ...below,
    foot !== '' && el('p', { class: 'menu-foot', role: 'none' }, foot),
  );
  const within = button.closest('dialog') ?? document.body;
  within.append(menu);
  place(menu, button);
  button.setAttribute('aria-expanded', 'true');

  function shut(): void {
    menu.remove();
    button.removeAttribute('aria-expanded');
    document.removeEventListener('pointerdown', elsewhere, true);
    window.removeEventListener('resize', shut);
    close = undefined;
  }
  function leave(): void {
    shut();
    button.focus();
  }
  function elsewhere(event: Event): void {
    if (!menu.contains(event.target as Node)) shut();
  }
  menu.addEventListener('keydown', (event) => {
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    const step = steps[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') leave();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (step !== undefined) all[(at + step + all.length) % all.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener('pointerdown', elsewhere, true);
  window.addEventListener('resize', shut);
  close = shut;
  all[0]?.focus({ preventScroll: true });
}

function place(menu: HTMLElement, button: HTMLElement): void {
  const around = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  // It opens into the conversation that its button belongs to, not over the one beside it.
  const pane = (button.closest('.pane') ?? document.body).getBoundingClientRect();
  const wished = around.left + around.right < pane.left + pane.right ? around.left : around.right - width;
  const left = Math.min(Math.max(8, wished), window.innerWidth - width - 8);
  const below = around.bottom + 4;
  const top = below + height < window.innerHeight - 8 ? below : Math.max(8, around.top - height - 4);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
