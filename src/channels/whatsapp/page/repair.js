// Runs in WhatsApp's page: mends what newer builds of it broke for the library. Each repair looks first whether it is needed, and says
// what it did: 'applied', 'notNeeded', or why it could not be.
(() => {
  const wrapped = Symbol.for('luciernaga.wrapped');

  function wrap(owner, name, around) {
    const original = owner[name];
    if (typeof original !== 'function') return `no function ${name}`;
    if (original[wrapped]) return 'applied';
    owner[name] = function (...given) {
      return around.call(this, original, given);
    };
    owner[name][wrapped] = true;
    return 'applied';
  }

  /** Since July 2026 a key of a message has its whole text under another name than the one that the library reads. */
  function messageKeys() {
    const Key = window.require('WAWebMsgKey');
    const probe = Key.fromString('false_1@c.us_AB');
    const whole = probe.toString();
    const utils = window.WWebJS;
    if (probe._serialized === whole) return utils?.[wrapped] ? 'applied' : 'notNeeded';
    const hidden = Object.keys(probe).find((name) => probe[name] === whole);
    if (hidden === undefined) return 'the whole text of a key was not found';
    const write = (key, value) =>
      Object.defineProperty(key, '_serialized', { value, writable: true, enumerable: true, configurable: true });
    Object.defineProperty(Key.prototype, hidden, {
      configurable: true,
      get() {
        return this._serialized;
      },
      set(value) {
        write(this, value);
      },
    });
    Object.defineProperty(Key.prototype, '_serialized', {
      configurable: true,
      get() {
        // Keys that were made before have it as their own, under the other name.
        return Object.getOwnPropertyDescriptor(this, hidden)?.value;
      },
      set(value) {
        write(this, value);
      },
    });
    const model = utils.getMessageModel;
    utils.getMessageModel = (message) => {
      const read = model(message);
      if (read?.id && !read.id._serialized) read.id = { ...read.id, _serialized: message.id.toString() };
      return read;
    };
    utils[wrapped] = true;
    return 'applied';
  }

  /** Since August 2026 a file is not downloaded without its kind, which the library does not tell. */
  function mediaDownload() {
    const { downloadManager } = window.require('WAWebDownloadManager');
    return wrap(downloadManager, 'downloadAndMaybeDecrypt', function (original, [asked, ...rest]) {
      if (asked?.mimetype) return original.call(this, asked, ...rest);
      const all = window.require('WAWebCollections').Msg.getModelsArray();
      const message = all.findLast(({ filehash }) => filehash === asked?.filehash);
      return original.call(this, { ...asked, mimetype: message?.mimetype }, ...rest);
    });
  }

  /** Since September 2026 a private field of a file hides the id of the message that carries it. */
  function mediaSend() {
    return wrap(window.require('WAWebSendMsgChatAction'), 'addAndSendMsgToChat', function (original, [chat, message, ...rest]) {
      if (message) delete message.__x_id;
      return original.call(this, chat, message, ...rest);
    });
  }

  const done = {};
  for (const repair of [messageKeys, mediaDownload, mediaSend]) {
    try {
      done[repair.name] = repair();
    } catch (error) {
      done[repair.name] = String(error?.message ?? error);
    }
  }
  return done;
})();
