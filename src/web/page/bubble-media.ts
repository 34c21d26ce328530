// Videos, pictures and documents in a bubble, and the stand-ins for what a person sends.
import type { Bubble } from './chat-history.ts';
import { el, icon } from './page-dom.ts';
import type { ShownMedia } from './page-protocol.ts';
import { words } from './page-words.ts';

export function bubbleMedia(bubble: Bubble): HTMLElement {
  return bubble.media === undefined ? standIn(bubble) : shown(bubble.media);
}

function shown(media: ShownMedia): HTMLElement {
  const size = sizeOf(media);
  if (media.file === undefined) return card(media, media.link, words.text('simulador.abrir-enlace'), size);
  const address = `/simulador/media/${encodeURIComponent(media.file)}`;
  switch (media.type) {
    case 'video': {
      const label =
        media.seconds === undefined
          ? words.text('simulador.video-ejemplo')
          : words.text('simulador.video-duracion', { seconds: media.seconds });
      const video = el('video', { controls: true, preload: 'metadata', playsinline: true, 'aria-label': label, class: 'film' });
      const broken = el('p', { class: 'broken', hidden: true }, words.text('simulador.no-se-reproduce'));
      video.addEventListener('error', () => {
        broken.hidden = false;
      });
      video.src = address;
      return el('figure', { class: 'media' }, video, broken, size !== '' && el('figcaption', {}, size));
    }
    case 'image':
      return el('img', { class: 'media picture', src: address, alt: words.text('simulador.imagen-de'), width: 280, height: 200 });
    case 'document':
      return card(media, address, words.text('simulador.abrir-documento'), size);
  }
}

function card(media: ShownMedia, address: string | undefined, label: string, size: string): HTMLElement {
  const about = el('span', { class: 'card-about' }, el('strong', {}, label), size !== '' && el('small', {}, size));
  const safe = address !== undefined && /^(https?:\/\/|\/)/.test(address) ? address : undefined;
  const picture = icon(media.type);
  if (safe === undefined) return el('div', { class: 'media card' }, picture, about);
  return el('a', { class: 'media card', href: safe, target: '_blank', rel: 'noopener noreferrer' }, picture, about);
}

function sizeOf({ seconds, megabytes }: ShownMedia): string {
  const parts = [seconds === undefined ? '' : `${seconds} s`, megabytes === undefined ? '' : `${megabytes} MB`];
  return parts.filter(Boolean).join(' · ');
}

/** Nothing was sent in truth: a picture of the kind of thing. */
function standIn({ sent }: Bubble): HTMLElement {
  const kind = sent?.kind ?? 'document';
  const label =
    sent?.kind === 'voice'
      ? words.text('simulador.ejemplo-voz', { seconds: sent.seconds })
      : kind === 'image'
        ? words.text('simulador.ejemplo-foto')
        : kind === 'video'
          ? words.text('simulador.ejemplo-video')
          : words.text('simulador.ejemplo-documento');
  return el(
    'div',
    { class: `media card stand-in ${kind}` },
    icon(kind),
    el('span', { class: 'card-about' }, el('strong', {}, label)),
  );
}
