// One bubble on the screen: made once, and brought up to date in place, so that nothing jumps, stops playing or loses the focus.
import { bubbleMedia } from './bubble-media.ts';
import type { Bubble } from './chat-history.ts';
import { el, type IconName, icon, iconButton } from './page-dom.ts';
import { sayTime, words } from './page-words.ts';

export interface BubbleView {
  element: HTMLElement;
  refresh(): void;
}

export interface BubbleParts {
  bubble: Bubble;
  zone: string;
  /** Name to show over it, in groups. */
  sender: string | undefined;
  /** Who is heard to say it. */
  speaker: string;
  quoted: Bubble | undefined;
  jump(id: string): void;
  choose(bubble: Bubble, label: string): void;
  openMenu(bubble: Bubble, button: HTMLElement): void;
}

export function createBubbleView(parts: BubbleParts): BubbleView {
  const { bubble, zone, sender, speaker, quoted } = parts;
  const isOwn = bubble.from !== undefined;
  const time = sayTime(bubble.at, zone);
  const text = el('p', { class: 'words' });
  const edited = el('span', { class: 'edited', hidden: true }, words.text('simulador.editado'));
  const tick = isOwn ? el('span', { class: 'tick', role: 'img' }) : undefined;
  const reactions = el('div', { class: 'reactions', hidden: true });
  const more = iconButton('more', words.text('simulador.mas-de-mensaje'), () => parts.openMenu(bubble, more), {
    class: 'bubble-more',
    'aria-haspopup': 'menu',
  });
  const extra = el('div', { class: 'extra' });
  if (bubble.media !== undefined || bubble.sent !== undefined) extra.append(bubbleMedia(bubble));
  const body = el(
    'div',
    { class: 'bubble' },
    el('span', { class: 'heard' }, `${words.text('simulador.dijo', { who: speaker, time })}: `),
    sender !== undefined && el('strong', { class: 'sender', 'aria-hidden': 'true' }, sender),
    quoted && quote(quoted, parts.jump),
    extra,
    text,
    el('span', { class: 'meta' }, edited, el('time', { datetime: bubble.at, 'aria-hidden': 'true' }, time), tick),
    more,
  );
  const options = bubble.options.map((label) =>
    el('button', { type: 'button', class: 'option', on: { click: () => parts.choose(bubble, label) } }, label),
  );
  const offered =
    options.length > 0 &&
    el('div', { class: 'options', role: 'group', 'aria-label': words.text('simulador.opciones') }, ...options);
  const element = el('article', { class: `message ${isOwn ? 'own' : 'theirs'}`, 'data-id': bubble.id }, body, reactions, offered);

  function refresh(): void {
    element.classList.toggle('revoked', bubble.isRevoked);
    const said = bubble.isRevoked ? words.text('simulador.borrado') : bubble.text;
    if (text.dataset.said !== said) {
      text.dataset.said = said;
      text.replaceChildren(...withLinks(said));
    }
    text.hidden = said === '';
    extra.hidden = bubble.isRevoked || extra.childElementCount === 0;
    edited.hidden = !bubble.isEdited || bubble.isRevoked;
    more.hidden = bubble.isRevoked;
    for (const option of options) option.classList.toggle('tapped', bubble.tapped.includes(option.textContent));
    const given = [...bubble.reactions.values()].join(' ');
    reactions.hidden = given === '' || bubble.isRevoked;
    reactions.textContent = given;
    if (tick !== undefined) setTick(tick, bubble);
  }
  refresh();
  return { element, refresh };
}

function quote(bubble: Bubble, jump: (id: string) => void): HTMLElement {
  const who = bubble.from === undefined ? el('strong', {}, words.text('simulador.el-bot')) : undefined;
  const said = el('span', {}, bubble.text || words.text('simulador.mensaje'));
  return el('button', { type: 'button', class: 'quote', on: { click: () => jump(bubble.id) } }, who, said);
}

const ticks = {
  queued: ['tick', 'simulador.enviado'],
  delivered: ['ticks', 'simulador.entregado'],
  handled: ['ticks', 'simulador.leido'],
  failed: ['alert', 'simulador.fallo'],
} as const satisfies Record<Bubble['state'], readonly [IconName, string]>;

function setTick(tick: HTMLElement, bubble: Bubble): void {
  if (tick.dataset.state === bubble.state) return;
  const [picture, label] = ticks[bubble.state];
  tick.dataset.state = bubble.state;
  tick.setAttribute('aria-label', words.text(label));
  tick.title = words.text(label);
  tick.replaceChildren(icon(picture));
}

/** Addresses become links that open elsewhere; everything else stays text. */
function withLinks(text: string): (string | Node)[] {
  return text
    .split(/(https?:\/\/[^\s<>«»"]+[^\s<>«»".,;:!?)])/)
    .map((piece, index) => (index % 2 === 0 ? piece : outsideLink(piece, piece)));
}

export function outsideLink(address: string, label: string): HTMLAnchorElement {
  return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, label);
}
