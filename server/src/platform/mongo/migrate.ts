import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Collection } from 'mongodb';
import { StartError } from '../errors/start-error.ts';
import type { Mongo } from './connect.ts';

/** One step from an older form of the stored data to the next; there is no way back. */
export interface Migration {
  /** Never changed once released. Migrations run in the order of the list; begin names with a date: `2026-11-20-agents-get-slugs`. */
  name: string;
  /** May be cut off at any point and run again: it must bear that. */
  up(mongo: Mongo): Promise<void>;
}

interface Applied {
  _id: string;
  appliedAt: Date;
}

interface Lock {
  _id: string;
  owner: string | null;
  until: Date;
}

const LOCK = 'lock';
const LOCK_MS = 5_000;
const RETRY_MS = 200;
/** The database's own code. */
const OUT_OF_DISK_SPACE = 14_031;

/**
 * Brings a database up to date, before anything else uses it: migrations it has not had yet, in order, then `then`. Several processes
 * may start at once: one after another does it.
 *
 * @throws StartError when the database was used by a newer version, whose migrations are not known here, or its disk is full
 * @example await migrate(mongo, [{ name: '2026-11-20-agents-get-slugs', up: ({ db }) => … }], () => agents.prepare());
 */
export async function migrate<T>(mongo: Mongo, migrations: readonly Migration[], then: () => Promise<T>): Promise<T> {
  const applied = mongo.db.collection<Applied>('migrations');
  const lock = await takeLock(mongo.db.collection<Lock>('migrations.lock'));
  try {
    const known = migrations.map(({ name }) => name);
    const newer = await applied.findOne({ _id: { $nin: known } });
    if (newer)
      throw new StartError(
        `The database was used by a newer version of Scenarium (${newer._id}): start that version, or use another database.`,
      );
    for (const { name, up } of migrations) {
      if (await applied.findOne({ _id: name })) continue;
      await up(mongo);
      await applied.insertOne({ _id: name, appliedAt: new Date() }, { writeConcern: mongo.durable });
    }
    return await then();
  } catch (error) {
    if ((error as { code?: unknown }).code !== OUT_OF_DISK_SPACE) throw error;
    throw new StartError(
      `The disk of the database is full (${(error as Error).message}): free some space and start again.`,
    );
  } finally {
    await lock.release();
  }
}

/** Waits for the lock; its holder renews it, so that a killed holder's is soon free again. */
async function takeLock(locks: Collection<Lock>): Promise<{ release(): Promise<void> }> {
  const owner = randomUUID();
  const until = { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: LOCK_MS } };
  await locks
    .updateOne({ _id: LOCK }, { $setOnInsert: { owner: null, until: new Date(0) } }, { upsert: true })
    .catch((error: { code?: number }) => {
      if (error.code !== 11000) throw error;
    });
  for (;;) {
    const taken = await locks.findOneAndUpdate({ _id: LOCK, $expr: { $lt: ['$until', '$$NOW'] } }, [
      { $set: { owner, until } },
    ]);
    if (taken) break;
    await pause(RETRY_MS);
  }
  const renewal = setInterval(
    () => void locks.updateOne({ _id: LOCK, owner }, [{ $set: { until } }]).catch(() => undefined),
    LOCK_MS / 3,
  );
  return {
    async release() {
      clearInterval(renewal);
      await locks.updateOne({ _id: LOCK, owner }, { $set: { owner: null, until: new Date(0) } });
    },
  };
}
