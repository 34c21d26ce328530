// The session of the linked device: from the picture to scan to being in step with the phone, and out again.
import { tell } from './bridge.js';
import { Emitter, Model } from './models.js';
import { me } from './world.js';

const boot = window.standInBoot;
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class SocketModel extends Model {
  logout() {
    void unlink('asked by the library');
  }
  takeover() {
    this.set('state', 'CONNECTED');
  }
}

export const socket = new SocketModel({ state: 'UNLAUNCHED', stream: 'DISCONNECTED', hasSynced: false });
export const connection = new Model({ ref: undefined, platform: 'android', pushname: boot.me.name, wid: me.phone });
export const commandBus = new Emitter();

/** Where the real page keeps its keys as well, so that a profile that is kept or lost counts. */
function database(mode, work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('stand-in', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('kept', mode);
      const request = work(transaction.objectStore('kept'));
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(request.result);
      };
      transaction.onerror = () => reject(transaction.error);
    };
  });
}

const randomBase64 = (length) => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(length))));
const newPicture = () => `2@${randomBase64(48)}`;
export const refreshPicture = () => connection.set('ref', newPicture());

let percent = 0;
export const syncedPercent = () => percent;
let turning;

async function comeOnline() {
  socket.set('state', 'CONNECTED');
  socket.set('stream', 'SYNCING');
  // The real page takes seconds to be in step; a library that listens by then is what is usual.
  if (!boot.syncsBeforeAnybodyListens) {
    const begun = Date.now();
    while (!socket.listens('change:hasSynced') && Date.now() - begun < 20_000) await pause(10);
    await pause(20);
  }
  for (const reached of [0, 50, 100]) {
    percent = reached;
    commandBus.trigger('offline_progress_update_from_bridge');
  }
  socket.set('stream', 'CONNECTED');
  socket.set('hasSynced', true);
  tell('online', {});
}

/** Somebody scans the picture, or types the code on the phone. */
export async function pair() {
  clearInterval(turning);
  await database('readwrite', (kept) => kept.put(1, 'paired'));
  tell('paired', {});
  socket.set('state', 'PAIRING');
  await pause(10);
  await comeOnline();
}

export async function unlink(why) {
  await database('readwrite', (kept) => kept.delete('paired'));
  tell('unlinked', { why });
  commandBus.trigger('logout');
  await pause(30);
  location.href = 'https://web.whatsapp.com/?post_logout=1&logout_reason=0';
}

export async function begin() {
  await pause(boot.syncsBeforeAnybodyListens ? 0 : 30);
  if (boot.version !== undefined) window.Debug = { VERSION: boot.version };
  socket.set('state', 'OPENING');
  await pause(boot.syncsBeforeAnybodyListens ? 0 : 30);
  if ((await database('readonly', (kept) => kept.get('paired'))) === 1) return comeOnline();
  refreshPicture();
  socket.set('state', 'UNPAIRED');
  tell('picture', {});
  turning = setInterval(refreshPicture, boot.pictureMs);
}
