// Four digits, kept so that nobody reads them out: scrypt with a salt of its own, slow enough that trying them all takes minutes, not a blink.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { KeptPin } from '../domain/shared-phone.ts';

const hashBytes = 32;

function hashOf(pin: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, Buffer.from(salt, 'hex'), hashBytes, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}

export async function keepPin(pin: string): Promise<KeptPin> {
  const salt = randomBytes(16).toString('hex');
  return { salt, hash: (await hashOf(pin, salt)).toString('hex') };
}

export async function isPin(pin: string, { salt, hash }: KeptPin): Promise<boolean> {
  return timingSafeEqual(await hashOf(pin, salt), Buffer.from(hash, 'hex'));
}
