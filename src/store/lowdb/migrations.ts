// The version of the stored data and the steps from older ones; a change of what is stored adds a step here, and a test that runs it.
import { remindedToLedger } from './reminded-to-ledger.ts';

export const schemaVersion = 2;

/** A document as it was stored: owners, person, centres, pins, house, or a journal entry. */
export type StoredDocument = Record<string, unknown>;
export type DocumentKind = 'owner' | 'person' | 'centre' | 'pin' | 'house' | 'entry';
export type Migration = (kind: DocumentKind, document: StoredDocument) => StoredDocument;

/** Step by the version that it comes from. Version 1 is the first: nothing leads to it. */
const migrations: Readonly<Record<number, Migration>> = { 1: remindedToLedger };

export class NewerDataError extends Error {
  constructor(dir: string, found: number, known: number) {
    super(
      `The data in ${dir} was written by a newer version of the bot (schema ${found}; this one knows up to ${known}). ` +
        'Nothing was changed. Start the newer version, or restore the backup made before it.',
    );
    this.name = 'NewerDataError';
  }
}

/** A function that brings a document of version `from` up to date, and gives it back as it is where it already is. */
export function migrateFrom(
  from: number,
  to: number = schemaVersion,
  steps: Readonly<Record<number, Migration>> = migrations,
): <T>(kind: DocumentKind, document: T) => T {
  if (from === to) return (_kind, document) => document;
  const path: Migration[] = [];
  for (let version = from; version < to; version++) {
    const step = steps[version];
    if (step === undefined) throw new Error(`there is no migration from schema ${version}`);
    path.push(step);
  }
  return <T>(kind: DocumentKind, document: T) =>
    path.reduce<StoredDocument>((current, step) => step(kind, current), document as StoredDocument) as T;
}
