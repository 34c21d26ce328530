// What can be done with a message: react, reply, copy, and correct or take back one's own.
import type { Bubble } from './chat-history.ts';
import type { Composer } from './composer-bar.ts';
import { sayTime, words } from './page-words.ts';
import { type MenuChoice, openMenu } from './popup-menu.ts';

const signs = ['👍', '❤️', '😊', '🙏', '👎'];

interface BubbleMenuParts {
  bubble: Bubble;
  button: HTMLElement;
  zone: string;
  give(line: object): void;
  composer: Composer;
}

export function bubbleMenu({ bubble, button, zone, give, composer }: BubbleMenuParts): void {
  // Of what another face of the driver said there is no name to point at.
  const hasName = !bubble.id.startsWith('*');
  const choices: MenuChoice[] = hasName
    ? [{ label: words.text('simulador.responder'), run: () => composer.replyTo(bubble) }]
    : [];
  if (bubble.text !== '') {
    choices.push({
      label: words.text('simulador.copiar'),
      run: () =>
        void navigator.clipboard.writeText(bubble.text).then(
          () => button.focus(),
          () => button.focus(),
        ),
    });
  }
  const isMine = bubble.from !== undefined && hasName;
  if (isMine && bubble.sent === undefined && bubble.isTap === undefined) {
    choices.push({ label: words.text('simulador.corregir-mensaje'), run: () => composer.edit(bubble) });
  }
  if (isMine) {
    choices.push({ label: words.text('simulador.borrar-mensaje'), run: () => give({ from: bubble.from, revoke: bubble.id }) });
  }
  const row = !hasName
    ? []
    : signs.map((sign) => ({
        sign,
        label: words.text('simulador.reaccionar', { emoji: sign }),
        run: () => give({ react: sign, to: bubble.id }),
      }));
  const told: string[] = [];
  if (bubble.deliveredAt !== undefined) told.push(`${words.text('simulador.entregado')} ${sayTime(bubble.deliveredAt, zone)}`);
  if (bubble.readAt !== undefined) told.push(`${words.text('simulador.leido')} ${sayTime(bubble.readAt, zone)}`);
  openMenu(button, choices, row, told.join(' · '));
}
