// Moves what the journal holds into lowdb documents and line files, while the store goes on; the manifest, written last, makes it count.
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Log } from '../../log.ts';
import type { RecordTable } from '../record-table.ts';
import type { Disk } from './disk.ts';
import { centresText, houseText, pinsText } from './documents.ts';
import { DurableFile } from './durable-file.ts';
import { type Journal, segmentNumber } from './journal.ts';
import { appendRows, archiveGroup, eraseFromArchive, eraseFromFacts, factGroup } from './line-files.ts';
import { filesNamed, type Manifest, writeManifest } from './manifest.ts';
import { schemaVersion } from './migrations.ts';
import { planShards, unplan, writeShards } from './shards.ts';

export interface CheckpointParts {
  disk: Disk;
  dir: string;
  table: RecordTable;
  journal: Journal;
  manifest: Manifest;
  damaged: Manifest['damaged'];
  log: Log;
}

/**
 * Crash-safe at each point: files that the old manifest names are not touched (lines are only added behind their known ends), the
 * new manifest is renamed into place when all that it names and the journal up to that moment are durable, and only then are the
 * old files and segments removed.
 */
export class Checkpoint {
  readonly #parts: CheckpointParts;
  #running: Promise<void> = Promise.resolve();
  manifest: Manifest;
  /** Of the documents written last. */
  stateBytes: number;

  constructor(parts: CheckpointParts) {
    this.#parts = parts;
    this.manifest = parts.manifest;
    this.stateBytes = bytesOf(parts.manifest);
  }

  /** One after the other; resolves when everything applied before the call is in files. `always`: even if nothing has happened. */
  run(always = false): Promise<void> {
    const run = this.#running.then(() => this.#once(always));
    this.#running = run.catch(() => {});
    return run;
  }

  async #once(always: boolean): Promise<void> {
    const { disk, dir, table, journal, damaged, log } = this.#parts;
    journal.assertOpen();
    if (!always && journal.size === 0 && table.erasures.size === 0) return;
    const first = table.last + 1;
    journal.rotate(first);
    const old = this.manifest;
    const generation = old.generation + 1;
    const plan = planShards(table, old);
    const moved = { pins: table.pinsChanged, centres: table.centresChanged, house: table.houseChanged };
    Object.assign(table, { pinsChanged: false, centresChanged: false, houseChanged: false });
    let next: Manifest;
    try {
      const lines = await this.#moveLines(first, generation);
      const shards = await writeShards(disk, dir, table, plan, old, generation);
      const house = await this.#writeHouse(moved, generation);
      next = {
        schema: schemaVersion,
        generation,
        replayFrom: first,
        ...shards,
        ...house,
        ...lines,
        damaged: structuredClone(damaged),
      };
      // The documents hold what was applied, durable or not; the manifest must not name what a crash could still take back.
      await journal.settled();
    } catch (error) {
      unplan(table, plan);
      Object.assign(table, {
        pinsChanged: table.pinsChanged || moved.pins,
        centresChanged: table.centresChanged || moved.centres,
        houseChanged: table.houseChanged || moved.house,
      });
      throw error;
    }
    try {
      await writeManifest(disk, dir, next);
    } catch (error) {
      // Nobody knows which manifest is on the disk now, so nothing may be written that only one of them allows.
      journal.stop(
        new Error(`The manifest in ${dir} could not be written (${String(error)}). Start the bot again.`, { cause: error }),
      );
      throw error;
    }
    this.#swap(next, first);
    await this.#removeOld(old, next, first);
    log.info({ generation, shards: plan.dirtyState.size + plan.dirtyPeople.size }, 'checkpoint written');
  }

  async #moveLines(first: number, generation: number): Promise<Pick<Manifest, 'facts' | 'archive'>> {
    const { disk, dir, table } = this.#parts;
    const erased = new Set(table.erasures.keys());
    const newFacts = table.facts.filter((row) => row.n < first);
    const newRecords = table.archive.filter((row) => row.n < first);
    let facts = await appendRows(disk, dir, 'facts', this.manifest.facts, newFacts, factGroup);
    let archive = await appendRows(disk, dir, 'archive', this.manifest.archive, newRecords, ({ record }) =>
      archiveGroup(record.owner),
    );
    if (erased.size > 0) {
      facts = await eraseFromFacts(disk, dir, facts, erased, generation);
      archive = await eraseFromArchive(disk, dir, archive, erased, generation);
    }
    return { facts, archive };
  }

  async #writeHouse(moved: Record<'pins' | 'centres' | 'house', boolean>, generation: number) {
    const { disk, dir, table } = this.#parts;
    const { centres, pins, house } = this.manifest;
    const names = { centres, pins, house };
    const fileFor = (name: keyof typeof names) => {
      names[name] = `house/${name}-g${generation}.json`;
      return join(dir, names[name]);
    };
    if (moved.centres) {
      const file = new DurableFile(disk, fileFor('centres'), centresText);
      await new Low(file, { schema: schemaVersion, rows: [...table.centres.values()] }).write();
    }
    if (moved.pins) {
      const file = new DurableFile(disk, fileFor('pins'), pinsText);
      await new Low(file, { schema: schemaVersion, rows: [...table.pins.values()] }).write();
    }
    if (moved.house) {
      const file = new DurableFile(disk, fileFor('house'), houseText);
      await new Low(file, { ...table.house, upTo: table.last }).write();
    }
    return names;
  }

  /** At once, so that no reader sees a fact twice or not at all. */
  #swap(next: Manifest, first: number): void {
    const { table } = this.#parts;
    this.manifest = next;
    this.stateBytes = bytesOf(next);
    table.facts = table.facts.filter((row) => row.n >= first);
    table.archive = table.archive.filter((row) => row.n >= first);
    for (const [owner, n] of table.erasures) if (n < first) table.erasures.delete(owner);
  }

  async #removeOld(old: Manifest, next: Manifest, first: number): Promise<void> {
    const { disk, dir } = this.#parts;
    const named = filesNamed(next);
    for (const file of filesNamed(old)) if (!named.has(file)) await disk.remove(join(dir, file));
    for (const name of await disk.list(dir)) {
      const number = segmentNumber(name);
      if (number !== undefined && number < first) await disk.remove(join(dir, name));
    }
  }
}

function bytesOf({ state, people }: Manifest): number {
  return [...state, ...people].reduce((sum, { bytes }) => sum + bytes, 0);
}
