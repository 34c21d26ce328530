// The lines of the operations page: what is looked at, how it stands, and what to do where it does not stand well.
import type { ChannelLook, HouseLook } from '../commands/house-look.ts';
import { defaultZone } from '../domain/roster.ts';
import type { OperationsRow, OperationsState } from './page/page-protocol.ts';

type Texts = Readonly<Record<string, string>>;

export function operationsState(texts: Texts, look: HouseLook): OperationsState {
  const { store, channels, whatsapp, offer } = look;
  const say = (key: string): string => texts[key] ?? '';
  const row = (what: string, value: string, state: OperationsRow['state'] = 'ok'): OperationsRow => {
    const todo = state === 'ok' ? undefined : texts[`operacion.hacer-${what}`];
    return { name: say(`operacion.fila-${what}`), value, state, ...(todo !== undefined && { todo }) };
  };
  const traffic = ({ lastIn, lastOut }: ChannelLook): string =>
    `${say('operacion.dice-entro')} ${sayInstant(lastIn, texts)} · ${say('operacion.dice-salio')} ${sayInstant(lastOut, texts)}`;

  function channelRow(name: 'telegram'): OperationsRow {
    const channel = channels[name];
    if (channel === undefined) return { ...row(name, say('operacion.dice-sin-conectar')), state: 'off' };
    const fails = look.states[name] === 'failed';
    const how = fails ? `${say('operacion.dice-falla')} (${channel.lastError ?? '—'})` : say('operacion.dice-funciona');
    return row(name, `${how} · ${traffic(channel)}`, fails ? 'failed' : 'ok');
  }

  function whatsappRow(): OperationsRow {
    if (whatsapp === undefined) return { ...row('whatsapp', say('operacion.dice-sin-conectar')), state: 'off' };
    const { state, why, build, restarts, lastIn, lastOut } = whatsapp;
    const parts = [
      say(`whatsapp.estado-${state}`),
      ...(why === null ? [] : [why]),
      traffic({ failingSince: null, lastError: null, lastIn, lastOut }),
      ...(build === null ? [] : [`${say('whatsapp.version')} ${build}`]),
      ...(restarts === 0 ? [] : [`${say('whatsapp.reinicios')}: ${restarts}`]),
    ];
    const judged = look.states.WhatsApp ?? 'ok';
    const key = offer?.kind === 'code' ? 'whatsapp.que-hacer-codigo' : `whatsapp.que-hacer-${offer ? 'linking' : state}`;
    const todo = judged === 'ok' ? undefined : (texts[key] ?? texts['operacion.hacer-whatsapp']);
    return {
      ...row('whatsapp', parts.join(' · '), judged),
      ...(todo !== undefined && { todo }),
      // Whoever scans it links her own account to this house: an address of this computer alone, never the content.
      ...(offer?.kind === 'picture' && { picture: '/whatsapp/picture.svg' }),
      ...(offer?.kind === 'code' && { code: offer.code }),
    };
  }

  const undelivered = store.blocked + store.rejected + store.unsure;
  return {
    title: say('operacion.titulo'),
    at: sayInstant(look.now, texts),
    states: { ok: say('operacion.es-ok'), warning: say('operacion.es-warning'), failed: say('operacion.es-failed'), off: '' },
    rows: [
      channelRow('telegram'),
      whatsappRow(),
      ...(whatsapp ? [row('chromium', whatsapp.browser ?? '—', look.states.Chromium)] : []),
      row(
        'espera',
        `${store.inbox} ${say('operacion.dice-por-contestar')} · ${store.outbox} ${say('operacion.dice-por-salir')}`,
        look.states.Waiting,
      ),
      row('no-entregados', undelivered === 0 ? say('operacion.dice-ninguno') : String(undelivered), look.states['Not delivered']),
      row(
        'archivos',
        store.damaged.length === 0 ? say('operacion.dice-ninguno') : String(store.damaged.length),
        look.states.Store,
      ),
      row('disco', `${(look.freeBytes / 1e9).toFixed(1)} GB`, look.states['Disk space']),
      row(
        'carpeta',
        say(`operacion.dice-${look.states['Data folder'] === 'ok' ? 'se-puede' : 'no-se-puede'}`),
        look.states['Data folder'],
      ),
      row('reloj', `${sayInstant(look.now, texts)}, ${say('operacion.dice-zona')}`),
      row('bot', `${look.version} · Node ${look.node} · ${say('operacion.dice-desde')} ${sayInstant(look.startedAt, texts)}`),
    ],
  };
}

/** As the clocks of most centres show it. */
function sayInstant(instant: string | null, texts: Texts): string {
  if (instant === null) return texts['operacion.dice-nunca'] ?? '';
  const parts = {
    timeZone: defaultZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  } as const;
  return new Intl.DateTimeFormat('es-MX', parts).format(new Date(instant));
}
