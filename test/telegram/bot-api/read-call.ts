// The parameters of a call, from JSON, a form or a form with files, with the types that the Bot API gives its fields.
import type { IncomingMessage } from 'node:http';
import { typesOf } from './check-shape.ts';
import { type Fields, isFields, Refusal, UploadedFile } from './wire.ts';

export async function readCall(method: string, request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/')) return readForm(method, body, type);
  if (type.includes('json')) return body.length === 0 ? {} : parsed(body.toString());
  const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
  return typed(method, [...query, ...new URLSearchParams(body.toString())]);
}

function parsed(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (isFields(value)) return value;
  } catch {}
  throw new Refusal(400, "Bad Request: can't parse JSON object");
}

async function readForm(method: string, body: Buffer, type: string): Promise<Fields> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const files = new Map<string, UploadedFile>();
  const texts: [string, string][] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') texts.push([name, value]);
    else files.set(name, new UploadedFile(value.name, (await value.arrayBuffer()).byteLength));
  }
  const attached = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith('attach://') ? files.get(value.slice('attach://'.length)) : value;
  const named = [...files].filter(([name]) => typesOf(method, name)[0] !== '');
  const fields = Object.fromEntries(Object.entries(typed(method, texts)).map(([name, value]) => [name, attached(value)]));
  return { ...fields, ...Object.fromEntries(named) };
}

/** In a form everything is text: numbers, truth values and objects are read where the method has such a field. */
function typed(method: string, entries: readonly (readonly [string, string])[]): Fields {
  return Object.fromEntries(
    entries.map(([name, text]) => {
      const types = typesOf(method, name);
      if (types.includes('String') && !(types.includes('Integer') && /^-?\d+$/.test(text))) return [name, text];
      try {
        return [name, JSON.parse(text) as unknown];
      } catch {
        return [name, text];
      }
    }),
  );
}
