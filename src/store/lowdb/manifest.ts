// The file that says which files make up the checkpoint and from where the journal goes on: writing it is the checkpoint.
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { Disk } from './disk.ts';
import { DurableFile, plainJson } from './durable-file.ts';
import { NewerDataError, schemaVersion } from './migrations.ts';

const lineFile = z.object({ file: z.string(), bytes: z.number() });
const schema = z.object({
  schema: z.number(),
  /** Counts the checkpoints; part of the names of the files that each one writes. */
  generation: z.number(),
  /** Number of the first journal entry that is not in every file below. */
  replayFrom: z.number(),
  /** Shards by the hash of the owner; '' for one that holds nobody. `others`: owners in it that are no persons, so that they can be named. */
  state: z.array(z.object({ file: z.string(), bytes: z.number(), others: z.array(z.string()) })),
  people: z.array(z.object({ file: z.string(), bytes: z.number() })),
  centres: z.string(),
  pins: z.string(),
  house: z.string(),
  /** By month. Bytes beyond these lengths belong to a checkpoint that was not finished; their lines are still in the journal. */
  facts: z.record(z.string(), lineFile),
  /** By hash of the owner. */
  archive: z.record(z.string(), lineFile),
  /** To let owners go on who are held: stop the bot, remove the entry here, start again. */
  damaged: z.array(z.object({ file: z.string(), setAside: z.string(), owners: z.array(z.string()) })),
});
export type Manifest = z.infer<typeof schema>;
export type LineFiles = Manifest['facts'];

const fileName = 'manifest.json';
export const smallestShardCount = 4;

export function emptyManifest(): Manifest {
  return {
    schema: schemaVersion,
    generation: 0,
    replayFrom: 1,
    state: Array.from({ length: smallestShardCount }, () => ({ file: '', bytes: 0, others: [] })),
    people: Array.from({ length: smallestShardCount }, () => ({ file: '', bytes: 0 })),
    centres: '',
    pins: '',
    house: '',
    facts: {},
    archive: {},
    damaged: [],
  };
}

function manifestFile(disk: Disk, dir: string): DurableFile<Manifest> {
  return new DurableFile(
    disk,
    join(dir, fileName),
    plainJson((value) => {
      const version = z.object({ schema: z.number() }).parse(value).schema;
      if (version > schemaVersion) throw new NewerDataError(dir, version, schemaVersion);
      return schema.parse(value);
    }),
  );
}

/** Undefined in a new folder. */
export async function readManifest(disk: Disk, dir: string): Promise<Manifest | undefined> {
  try {
    return (await manifestFile(disk, dir).read()) ?? undefined;
  } catch (error) {
    if (error instanceof NewerDataError) throw error;
    throw new Error(
      `${join(dir, fileName)} cannot be read (${String(error)}). Without it nobody knows which files belong together. Nothing was ` +
        'changed; restore this folder from a backup.',
      { cause: error },
    );
  }
}

export async function writeManifest(disk: Disk, dir: string, manifest: Manifest): Promise<void> {
  await new Low(manifestFile(disk, dir), manifest).write();
}

/** Every file that the manifest names, as paths inside the data folder. */
export function filesNamed(manifest: Manifest): Set<string> {
  return new Set(
    [
      ...manifest.state.map(({ file }) => file),
      ...manifest.people.map(({ file }) => file),
      manifest.centres,
      manifest.pins,
      manifest.house,
      ...Object.values(manifest.facts).map(({ file }) => file),
      ...Object.values(manifest.archive).map(({ file }) => file),
    ].filter((file) => file !== ''),
  );
}
