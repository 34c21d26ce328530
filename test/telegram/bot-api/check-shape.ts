// Compares a call, or an update, with the description of the Bot API: unknown fields, missing ones, wrong types.
import { readFileSync } from 'node:fs';
import { isFields, UploadedFile } from './wire.ts';

type Shape = Record<string, string>;
interface Description {
  methods: Record<string, Shape>;
  types: Record<string, { fields?: Shape; oneOf?: string[] }>;
}

const description = JSON.parse(readFileSync(new URL('bot-api-10.1.json', import.meta.url), 'utf8')) as Description;

export const isMethod = (method: string): boolean => method in description.methods;
export const fieldsOfType = (type: string): string[] => Object.keys(description.types[type]?.fields ?? {});

/** Type names of a field of a method, as the description writes them. */
export const typesOf = (method: string, field: string): string[] => (description.methods[method]?.[field] ?? '').split(/ [|!] ?/);

/** What is wrong with the parameters of a call; empty when nothing is. */
export function checkCall(method: string, parameters: unknown): string[] {
  return checkFields(description.methods[method] ?? {}, parameters, method);
}

/** What is wrong with a value that should be of a type of the Bot API. */
export function checkType(type: string, value: unknown): string[] {
  return problemsOf(type, value, type);
}

function checkFields(shape: Shape, value: unknown, where: string): string[] {
  if (!isFields(value)) return [`${where}: no object`];
  const unknown = Object.keys(value).filter((name) => !(name in shape));
  return [
    ...unknown.map((name) => `${where}.${name}: no field of the Bot API`),
    ...Object.entries(shape).flatMap(([name, types]) => {
      const given = value[name];
      if (given === undefined) return types.endsWith(' !') ? [`${where}.${name}: required`] : [];
      return fewest(types.replace(/ !$/, '').split(' | '), given, `${where}.${name}`);
    }),
  ];
}

/** Of several allowed types, the problems with the one that fits best. */
function fewest(types: readonly string[], value: unknown, where: string): string[] {
  const [best] = types.map((type) => problemsOf(type, value, where)).sort((a, b) => a.length - b.length);
  return best ?? [];
}

const plain: Record<string, (value: unknown) => boolean> = {
  Integer: Number.isInteger,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  InputFile: (value) => value instanceof UploadedFile || typeof value === 'string',
};

function problemsOf(type: string, value: unknown, where: string): string[] {
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return [`${where}: no array`];
    return value.flatMap((one, index) => problemsOf(type.slice('Array of '.length), one, `${where}[${index}]`));
  }
  const test = plain[type];
  if (test !== undefined) return test(value) ? [] : [`${where}: not ${type}`];
  const known = description.types[type];
  if (known === undefined) return [`${where}: unknown type ${type}`];
  return known.oneOf === undefined ? checkFields(known.fields ?? {}, value, where) : fewest(known.oneOf, value, where);
}
