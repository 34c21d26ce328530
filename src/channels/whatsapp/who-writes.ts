// One person, several addresses: her number, and the privacy id that WhatsApp shows instead of it. Asked of the page once, then known.
import type { Client } from 'whatsapp-web.js';
import { createKeptMap } from '../kept-map.ts';

export interface Whereabouts {
  /** `digits@c.us`; undefined where WhatsApp does not tell it. */
  phone?: string;
  lid?: string;
}

export interface WhoWrites {
  /** Never rejects: who cannot be asked is who she shows herself as. */
  of(address: string): Promise<Whereabouts>;
}

const mostKnown = 20_000;
/** Somebody whose number is not told is asked about again after so long. */
const unknownMs = 60 * 60_000;

export function createWhoWrites(client: () => Client | undefined, nowMs: () => number): WhoWrites {
  const known = createKeptMap<Whereabouts>(mostKnown);
  const unknownUntil = createKeptMap<number>(mostKnown);

  async function ask(address: string): Promise<Whereabouts> {
    const [told] = (await client()?.getContactLidAndPhone([address])) ?? [];
    return { ...(told?.pn && { phone: told.pn }), ...(told?.lid && { lid: told.lid }) };
  }

  return {
    async of(address) {
      const itself: Whereabouts = address.endsWith('@lid') ? { lid: address } : { phone: address };
      const before = known.get(address);
      if (before !== undefined) return before;
      // A number is what we look for: its privacy id is learnt when it is written from.
      if (itself.phone !== undefined || (unknownUntil.get(address) ?? 0) > nowMs()) return itself;
      const told = await ask(address).catch(() => ({}) as Whereabouts);
      const whole = { ...itself, ...told };
      if (whole.phone === undefined) unknownUntil.set(address, nowMs() + unknownMs);
      else for (const one of [whole.phone, whole.lid]) if (one !== undefined) known.set(one, whole);
      return whole;
    },
  };
}
