// Sends the stand-in of a picture, video, document or voice note: the bot gets what it would get of a real one, no file is read.

import { field, openDialog } from './page-dialog.ts';
import { el } from './page-dom.ts';
import { words } from './page-words.ts';

export function openAttachDialog(
  kind: 'image' | 'video' | 'document' | 'voice',
  title: string,
  send: (line: object) => void,
): void {
  const help = el('p', { class: 'help' }, words.text('simulador.adjuntar-ayuda'));
  const text = el('input', { type: 'text', maxlength: 1000 });
  if (kind !== 'voice') {
    openDialog(title, [help, field(words.text('simulador.pie'), text)], words.text('simulador.enviar'), (dialog) => {
      const caption = text.value.trim();
      dialog.close();
      send({ [kind]: caption === '' ? {} : { caption } });
    });
    return;
  }
  const seconds = el('input', { type: 'number', min: 1, max: 600, value: 12, required: true });
  const fields = [help, field(words.text('simulador.segundos'), seconds), field(words.text('simulador.transcripcion'), text)];
  openDialog(title, fields, words.text('simulador.enviar'), (dialog) => {
    const transcript = text.value.trim();
    dialog.close();
    send({ voice: { seconds: Number(seconds.value) || 1, ...(transcript === '' ? {} : { transcript }) } });
  });
}
