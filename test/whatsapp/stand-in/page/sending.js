// What leaves the account: texts, files, polls, reactions, edits; told to the test, with the failures that it asks for.
import { tell } from './bridge.js';
import { broken, Model, MsgKey, Wid } from './models.js';
import { pause } from './session.js';
import { addMessage, files, nowSeconds } from './world.js';

/** Set by the test; each is taken once unless it is a number of milliseconds. */
export const faults = {};
const blobs = new Map();
const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const digest = async (blob) => base64(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())));

function takeFault(name) {
  const fault = faults[name];
  delete faults[name];
  return fault;
}

function told(value) {
  if (value instanceof Wid || value instanceof MsgKey) return value.toString();
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(told);
  return typeof value === 'function' || (typeof value === 'object' && value?.constructor !== Object) ? undefined : value;
}

export function addAndSendMsgToChat(chat, message) {
  if (broken.has('mediaSend') && '__x_id' in message)
    throw new Error("Data passed to getter must include an id property (it's how we memoize) but got undefined");
  const refusal = takeFault('sendThrows');
  if (refusal !== undefined) throw new Error(refusal);
  const hangs = takeFault('sendHangsMs');
  const sending = (async () => {
    if (hangs !== undefined) await pause(hangs);
    // It is WhatsApp that says when it was sent.
    message.t = nowSeconds();
    const sent = addMessage(message, chat);
    const blob = blobs.get(message.filehash);
    const file = blob && { size: blob.size, type: blob.type, sha256: await digest(blob) };
    const fields = Object.fromEntries(Object.entries(message).map(([name, value]) => [name, told(value)]));
    tell('sent', { chat: chat.id.toString(), key: message.id.toString(), id: message.id.id, fields, file });
    return sent;
  })();
  const result = sending.then(async (sent) => {
    await pause(5);
    if (faults.noServerAck) return { messageSendResult: 'ERROR_NETWORK' };
    sent.set('ack', 1);
    return { messageSendResult: 'OK', t: sent.t };
  });
  return [sending, result];
}

export class OpaqueData {
  constructor(blob, type) {
    this.blob = blob;
    this.mimetype = type ?? blob.type;
  }
  static async createFromData(data, type) {
    return new OpaqueData(data instanceof OpaqueData ? data.blob : data, type);
  }
  url() {
    this.address ??= URL.createObjectURL(this.blob);
    return this.address;
  }
  autorelease() {}
  formData() {
    return this.blob;
  }
  size() {
    return this.blob.size;
  }
  type() {
    return this.mimetype;
  }
}

class MediaData extends Model {
  toJSON() {
    const { mediaBlob: _blob, ...fields } = Object.fromEntries([...this.own].map((name) => [name, this[name]]));
    return fields;
  }
}

function kindOf(mimetype, { asDocument, isPtt }) {
  if (asDocument) return 'document';
  const [family] = mimetype.split('/');
  if (family === 'audio') return isPtt ? 'ptt' : 'audio';
  return family === 'image' || family === 'video' ? family : 'document';
}

export function prepRawMedia(opaque, given) {
  return {
    async waitForPrep() {
      const filehash = await digest(opaque.blob);
      blobs.set(filehash, opaque.blob);
      const type = kindOf(opaque.type(), given);
      const data = new MediaData({ type, mimetype: opaque.type(), filehash, size: opaque.size(), filename: opaque.blob.name });
      data.mediaBlob = opaque;
      if (broken.has('mediaSend')) data.__x_id = undefined;
      return data;
    },
  };
}

const mediaObjects = new Map();
export function getOrCreateMediaObject(filehash) {
  if (!mediaObjects.has(filehash)) {
    const size = blobs.get(filehash)?.size;
    mediaObjects.set(filehash, { filehash, type: 'image', size, contentInfo: {}, consolidate() {} });
  }
  return mediaObjects.get(filehash);
}

export async function uploadMedia({ mediaObject }) {
  if (takeFault('uploadFails')) throw new Error('upload failed');
  const { filehash } = mediaObject;
  const mark = base64(new Uint8Array(32));
  const entry = { mmsUrl: `https://mmg.whatsapp.net/x/${filehash}`, directPath: `/x/${filehash}`, mediaKey: mark };
  return { mediaEntry: { ...entry, mediaKeyTimestamp: 1, encFilehash: `enc-${filehash}`, uploadHash: `up-${filehash}` } };
}

/** As the page's own minified errors are. */
class t extends Error {}

export async function downloadAndMaybeDecrypt({ filehash, mimetype }) {
  if (broken.has('mediaDownload') && !mimetype) throw Object.assign(new t('t'), { name: 't' });
  const data = files.get(filehash);
  if (data === undefined) throw Object.assign(new Error('404'), { status: 404 });
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0)).buffer;
}
