// Where a message is written: Enter sends, Shift+Enter begins a line, Escape leaves a reply or a correction.
import { openAttachDialog } from './attach-dialog.ts';
import type { Bubble } from './chat-history.ts';
import { el, iconButton } from './page-dom.ts';
import { server } from './page-server.ts';
import { words } from './page-words.ts';
import { openMenu } from './popup-menu.ts';
import { type Simulation, tryTo } from './simulation.ts';

export interface Composer {
  element: HTMLElement;
  focus(): void;
  /** Who writes: in a group, the member that is chosen. */
  author(): string;
  replyTo(bubble: Bubble): void;
  edit(bubble: Bubble): void;
}

export function createComposer(simulation: Simulation, chat: string): Composer {
  const group = simulation.groups.get(chat);
  const inGroup = group === undefined ? {} : { chat };
  const author = group === undefined ? undefined : authorChoice(simulation, group.members);
  const who = (): string => author?.value ?? chat;
  let about: { kind: 'reply' | 'edit'; bubble: Bubble } | undefined;
  /** Kept while a message could not be sent, so that sending it again is the same message. */
  let unsent: { text: string; id: string } | undefined;

  const box = el('textarea', {
    rows: 1,
    maxlength: 4000,
    placeholder: words.text('simulador.mensaje'),
    'aria-label': words.text('simulador.mensaje-de', { name: simulation.nameOf(chat) }),
    autocomplete: 'off',
    enterkeyhint: 'send',
    on: {
      keydown(event) {
        if (event.key === 'Escape' && about !== undefined) {
          event.stopPropagation();
          leave();
        }
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        void send();
      },
    },
  });
  const aboutTitle = el('strong');
  const aboutText = el('span');
  const banner = el(
    'div',
    { class: 'composer-about', hidden: true },
    el('div', {}, aboutTitle, aboutText),
    iconButton('close', words.text('simulador.cancelar'), leave),
  );
  const attach = iconButton('plus', words.text('simulador.adjuntar'), () => openAttachMenu(), { 'aria-haspopup': 'menu' });
  const element = el(
    'form',
    {
      class: 'composer',
      on: {
        submit(event) {
          event.preventDefault();
          void send();
          box.focus();
        },
      },
    },
    banner,
    author && el('label', { class: 'author' }, `${words.text('simulador.como')} `, author),
    attach,
    box,
    iconButton('send', words.text('simulador.enviar'), () => {}, { type: 'submit', class: 'round send' }),
  );

  function openAttachMenu(): void {
    const choice = (label: string, kind: 'image' | 'video' | 'document' | 'voice') => ({
      label,
      run: () =>
        openAttachDialog(kind, label, (line) => void tryTo(() => server.line({ from: who(), ...inGroup, id: newId(), ...line }))),
    });
    openMenu(attach, [
      choice(words.text('simulador.foto'), 'image'),
      choice(words.text('simulador.video'), 'video'),
      choice(words.text('simulador.documento'), 'document'),
      choice(words.text('simulador.voz'), 'voice'),
    ]);
  }

  function turnTo(kind: 'reply' | 'edit', bubble: Bubble): void {
    about = { kind, bubble };
    aboutTitle.textContent = words.text(kind === 'reply' ? 'simulador.respondiendo' : 'simulador.editando');
    aboutText.textContent = bubble.text;
    banner.hidden = false;
    if (kind === 'edit') box.value = bubble.text;
    box.focus();
  }

  function leave(): void {
    if (about?.kind === 'edit') box.value = '';
    about = undefined;
    banner.hidden = true;
    box.focus();
  }

  function lineOf(text: string, id: string): object {
    if (about?.kind === 'edit') return { from: about.bubble.from ?? who(), ...inGroup, id, edit: about.bubble.id, text };
    return { from: who(), ...inGroup, id, text, ...(about === undefined ? {} : { replyTo: about.bubble.id }) };
  }

  async function send(): Promise<void> {
    const text = box.value.trim();
    if (text === '') return;
    const id = unsent?.text === text ? unsent.id : newId();
    const line = lineOf(text, id);
    box.value = '';
    about = undefined;
    banner.hidden = true;
    const isSent = await tryTo(() => server.line(line));
    unsent = isSent ? undefined : { text, id };
    if (!isSent && box.value === '') box.value = text;
  }

  return {
    element,
    focus: () => box.focus(),
    author: who,
    replyTo: (bubble) => turnTo('reply', bubble),
    edit: (bubble) => turnTo('edit', bubble),
  };
}

function authorChoice(simulation: Simulation, members: readonly string[]): HTMLSelectElement {
  return el('select', {}, ...members.map((id) => el('option', { value: id }, simulation.nameOf(id))));
}

export const newId = (): string => `web-${crypto.randomUUID()}`;
