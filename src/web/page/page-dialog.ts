// A dialog of the page: a title, a form, and what happens when it is sent; Escape and the cross close it.
import { el, iconButton } from './page-dom.ts';
import { words } from './page-words.ts';

export interface PageDialog {
  close(): void;
  /** Says under the fields what is missing. */
  complain(text: string): void;
}

export function openDialog(
  title: string,
  fields: readonly HTMLElement[],
  action: string,
  submit: (dialog: PageDialog) => void,
): void {
  const problem = el('p', { class: 'problem', role: 'alert' });
  const heading = el('h2', { id: 'dialog-title' }, title);
  const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title' });
  const control: PageDialog = {
    close: () => dialog.close(),
    complain(text) {
      problem.textContent = text;
    },
  };
  const form = el(
    'form',
    {
      on: {
        submit(event) {
          event.preventDefault();
          submit(control);
        },
      },
    },
    el(
      'header',
      {},
      heading,
      iconButton('close', words.text('simulador.cerrar'), () => dialog.close()),
    ),
    ...fields,
    problem,
    el('button', { type: 'submit', class: 'main-action' }, action),
  );
  dialog.append(form);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector<HTMLElement>('input, select, textarea')?.focus();
}

export function field(label: string, input: HTMLElement): HTMLLabelElement {
  return el('label', { class: 'field' }, el('span', {}, label), input);
}
