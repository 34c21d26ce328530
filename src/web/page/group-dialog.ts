// Makes a group of chosen people.

import { field, openDialog } from './page-dialog.ts';
import { el } from './page-dom.ts';
import { server } from './page-server.ts';
import { words } from './page-words.ts';
import { type Simulation, tryTo } from './simulation.ts';

export function openGroupDialog(simulation: Simulation, made: (chat: string) => void): void {
  const name = el('input', {
    type: 'text',
    maxlength: 60,
    placeholder: words.text('simulador.ejemplo-grupo'),
    autocomplete: 'off',
  });
  const boxes = [...simulation.people.values()].map(({ id, name: said, role, place }) => {
    const box = el('input', { type: 'checkbox', value: id });
    const about = el('span', {}, el('strong', {}, said), el('small', {}, [role, place].filter(Boolean).join(' · ')));
    return { box, row: el('label', { class: 'member' }, box, about) };
  });
  const choice = el(
    'fieldset',
    { class: 'members' },
    el('legend', {}, words.text('simulador.quienes')),
    el('div', { class: 'member-list' }, ...boxes.map(({ row }) => row)),
  );
  openDialog(
    words.text('simulador.nuevo-grupo'),
    [field(words.text('simulador.nombre-grupo'), name), choice],
    words.text('simulador.crear-grupo'),
    (dialog) => {
      const members = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
      if (name.value.trim() === '' || members.length === 0) {
        dialog.complain(words.text('simulador.elija-nombre'));
        return;
      }
      void tryTo(async () => {
        const { id } = await server.group(name.value, members);
        dialog.close();
        made(id);
      });
    },
  );
}
