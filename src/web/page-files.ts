// The files of the simulator's page, ready to be served: TypeScript becomes JavaScript by taking its types out, nothing is built.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';

export interface PageFile {
  body: string;
  type: string;
  etag: string;
}

const types: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** By name, as the page's addresses name them. `words` fill the places of the page itself. */
export function readPageFiles(words: Readonly<Record<string, string>>): Map<string, PageFile> {
  const folder = join(import.meta.dirname, 'page');
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const source = readFileSync(join(folder, name), 'utf8');
    const body = name.endsWith('.ts') ? withoutTypes(source) : name.endsWith('.html') ? filled(source, words) : source;
    files.set(name, { body, type, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` });
  }
  return files;
}

function filled(html: string, words: Readonly<Record<string, string>>): string {
  return html.replace(/\{\{([\w.-]+)\}\}/g, (_, key: string) => escapeHtml(words[key] ?? ''));
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** Node warns that taking types out may change; the version is pinned, and whoever starts the bot can do nothing about it. */
function withoutTypes(source: string): string {
  const warn = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source, { mode: 'strip' });
  } finally {
    process.emitWarning = warn;
  }
}
