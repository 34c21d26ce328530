// The page's own kinds of objects: models that tell of their changes, ids of people and chats, keys of messages.
import { tell } from './bridge.js';

const boot = window.standInBoot;
/** Changes of the real page that broke the library, by the name of their repair: messageKeys, mediaDownload, mediaSend. */
export const broken = new Set(boot.broken ?? []);

export class Emitter {
  constructor() {
    Object.defineProperty(this, 'heard', { value: {}, enumerable: false });
  }
  on(names, listener) {
    for (const name of names.split(/\s+/)) {
      this.heard[name] ??= [];
      this.heard[name].push(listener);
    }
    return this;
  }
  once(names, listener) {
    const once = (...given) => {
      this.off(names, once);
      listener(...given);
    };
    return this.on(names, once);
  }
  off(names, listener) {
    for (const name of names.split(/\s+/)) this.heard[name] = (this.heard[name] ?? []).filter((one) => one !== listener);
    return this;
  }
  trigger(name, ...given) {
    for (const listener of [...(this.heard[name] ?? [])]) {
      try {
        listener.apply(this, given);
      } catch (error) {
        tell('listenerFailed', { event: name, reason: String(error?.message ?? error) });
      }
    }
    return this;
  }
  listens(name) {
    return (this.heard[name] ?? []).length > 0;
  }
}

export class Model extends Emitter {
  constructor(attributes) {
    super();
    Object.defineProperty(this, 'own', { value: new Set(), enumerable: false });
    Object.defineProperty(this, 'collection', { value: null, writable: true, enumerable: false });
    for (const [name, value] of Object.entries(attributes)) {
      this.own.add(name);
      this[name] = value;
    }
  }
  set(name, value) {
    if (typeof name === 'object') {
      for (const [one, given] of Object.entries(name)) this.set(one, given);
      return this;
    }
    const before = this[name];
    this.own.add(name);
    this[name] = value;
    if (before !== value) {
      this.trigger(`change:${name}`, this, value, before);
      this.trigger('change', this);
    }
    return this;
  }
  trigger(name, ...given) {
    super.trigger(name, ...given);
    this.collection?.trigger(name, ...given);
    return this;
  }
  serialize() {
    return Object.fromEntries([...this.own].map((name) => [name, plain(this[name])]));
  }
  toJSON() {
    return this.serialize();
  }
}

/** Ids stay objects, as in the real page; blobs do not serialize. */
export function plain(value) {
  if (value instanceof Wid || value instanceof MsgKey || value instanceof Uint8Array) return value;
  if (value instanceof Model) return value.serialize();
  if (value instanceof Collection) return value.all.map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (value?.constructor === Object)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
  return typeof value === 'object' && value !== null ? undefined : value;
}

const keyOf = (id) => (id === undefined || id === null ? undefined : id.toString());

export class Collection extends Emitter {
  constructor() {
    super();
    this.all = [];
    Object.defineProperty(this, 'byKey', { value: new Map() });
  }
  get(id) {
    return this.byKey.get(keyOf(id));
  }
  add(model, quietly = false) {
    const known = this.get(model.id);
    if (known) return known;
    this.all.push(model);
    this.byKey.set(keyOf(model.id), model);
    model.collection = this;
    if (!quietly) this.trigger('add', model);
    return model;
  }
  remove(model) {
    this.all = this.all.filter((one) => one !== model);
    this.byKey.delete(keyOf(model.id));
    this.trigger('remove', model);
  }
  getModelsArray() {
    return [...this.all];
  }
  async find(id) {
    const found = this.get(id);
    if (!found) throw new Error('not found');
    return found;
  }
  serialize() {
    return this.all.map((model) => model.serialize());
  }
}

export class Wid {
  constructor(text) {
    const [user, server] = text.split('@');
    this.server = server;
    this.user = user;
    this._serialized = text;
  }
  toString() {
    return this._serialized;
  }
  toJid() {
    return this._serialized.replace('@c.us', '@s.whatsapp.net');
  }
  equals(other) {
    return other?.toString() === this._serialized;
  }
  isUser() {
    return this.server === 'c.us' || this.server === 'lid';
  }
  isLid() {
    return this.server === 'lid';
  }
  isGroup() {
    return this.server === 'g.us';
  }
  isBroadcast() {
    return this.server === 'broadcast';
  }
  isStatus() {
    return this._serialized === 'status@broadcast';
  }
  isNewsletter() {
    return this.server === 'newsletter';
  }
  isBot() {
    return false;
  }
}

export function createWid(given) {
  if (given === undefined || given === null || given instanceof Wid) return given;
  const text = typeof given === 'string' ? given : given._serialized;
  if (typeof text !== 'string' || !/^[^@\s]+@[a-z.]+$/i.test(text)) throw new Error('wid error: invalid wid');
  return new Wid(text.replace('@s.whatsapp.net', '@c.us'));
}

/** Since July 2026 the page calls the whole key by a name of one letter. */
const wholeKey = broken.has('messageKeys') ? '$1' : '_serialized';

const hex = (length) =>
  [...crypto.getRandomValues(new Uint8Array(length))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();

export class MsgKey {
  constructor({ selfDir, fromMe, remote, from, to, id, participant }) {
    this.fromMe = selfDir === undefined ? fromMe : selfDir === 'out';
    this.remote = selfDir === undefined ? remote : this.fromMe || to.isGroup() ? to : from;
    this.id = id;
    if (participant) this.participant = participant;
    this[wholeKey] = [this.fromMe, this.remote, id, participant].filter((part) => part !== undefined).join('_');
  }
  toString() {
    return this[wholeKey];
  }
  equals(other) {
    return other?.toString() === this.toString();
  }
  static async newId() {
    return `3EB0${hex(9)}`;
  }
  static fromString(text) {
    const [fromMe, remote, id, participant] = text.split('_');
    return new MsgKey({ fromMe: fromMe === 'true', remote: createWid(remote), id, participant: createWid(participant) });
  }
}

export const newMessageId = () => hex(16);
