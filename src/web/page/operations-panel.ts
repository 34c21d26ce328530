// How the house stands, for who runs it: a dialog of the page that is read anew while it is open. The same stands alone at /operacion.
import { el, iconButton } from './page-dom.ts';
import type { OperationsRow, OperationsState } from './page-protocol.ts';
import { words } from './page-words.ts';

const renewMs = 5_000;

export function operationsButton(): HTMLButtonElement {
  return iconButton('pulse', words.text('simulador.operacion'), () => void openOperations());
}

async function readState(): Promise<OperationsState> {
  const response = await fetch('/operacion/estado');
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as OperationsState;
}

function openOperations(): void {
  const rows = el('dl', { class: 'operations', 'aria-live': 'off' });
  const title = el('h2', { id: 'operations-title' }, words.text('simulador.operacion'));
  const problem = el('p', { class: 'problem', role: 'alert' });
  const dialog = el('dialog', { class: 'dialog wide', 'aria-labelledby': 'operations-title' });
  dialog.append(
    el(
      'div',
      { class: 'dialog-body', tabindex: 0 },
      el(
        'header',
        {},
        title,
        iconButton('close', words.text('simulador.cerrar'), () => dialog.close()),
      ),
      problem,
      rows,
    ),
  );
  async function show(): Promise<void> {
    try {
      const state = await readState();
      problem.textContent = '';
      rows.replaceChildren(...state.rows.map((row) => rowOf(row, state)));
    } catch {
      problem.textContent = words.text('simulador.no-se-pudo');
    }
  }
  const timer = setInterval(() => void show(), renewMs);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    clearInterval(timer);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  void show();
}

function rowOf({ name, value, state, todo, picture, code }: OperationsRow, { states }: OperationsState): HTMLElement {
  const stands = state === 'ok' || state === 'off' ? '' : `: ${states[state]}`;
  return el(
    'div',
    { class: `operation ${state}` },
    el('dt', {}, `${name}${stands}`),
    el('dd', {}, value),
    todo !== undefined && el('dd', { class: 'todo' }, todo),
    picture !== undefined && el('dd', {}, el('img', { src: picture, alt: todo ?? '', width: 240, height: 240 })),
    code !== undefined && el('dd', { class: 'code' }, code),
  );
}
