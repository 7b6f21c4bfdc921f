import mongoose, { type Connection } from 'mongoose';
import type { Db, WriteConcernSettings } from 'mongodb';

/** A connection to MongoDB. */
export interface Mongo {
  connection: Connection;
  db: Db;
  /** Write concern of everything that is relied on: journalled, and on a replica set known to the majority. */
  durable: WriteConcernSettings;
  /** Does the database answer? */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

const PING_MS = 2_000;

/** Connects to the embedded engine or any MongoDB. Sessions and transactions are not used: the embedded engine has none. */
export async function connectMongo(uri: string, dbName?: string): Promise<Mongo> {
  const connection = await mongoose
    .createConnection(uri, {
      dbName:
        dbName ?? (new URL(uri.replace(/^mongodb(\+srv)?:\/\/[^/]*/, 'http://host')).pathname.slice(1) || 'scenarium'),
      serverSelectionTimeoutMS: 5_000,
      retryWrites: false,
      journal: true,

      maxPoolSize: 20,
      autoIndex: false,
    })
    .asPromise();
  const { db } = connection;
  if (!db) throw new Error('the database connection was closed while it was being made');
  const hello = await db.command({ hello: 1 });
  return {
    connection,
    db,
    durable: hello['setName'] ? { w: 'majority', j: true } : { w: 1, j: true },
    async ping() {
      try {
        await db.command({ ping: 1 }, { timeoutMS: PING_MS });
        return true;
      } catch {
        return false;
      }
    },
    close: () => connection.close(),
  };
}
