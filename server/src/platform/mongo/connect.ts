import { setTimeout as pause } from 'node:timers/promises';
import mongoose, { type Connection } from 'mongoose';
import { StartError } from '../errors/start-error.ts';
import type { Db, MongoClient, WriteConcernSettings } from 'mongodb';

/** A connection to MongoDB. */
export interface Mongo {
  /** For models. */
  readonly connection: Connection;
  /** The driver's own database object, for hot paths. */
  readonly db: Db;
  /** Write concern of everything that is relied on: journalled, and on a replica set known to the majority. */
  readonly durable: WriteConcernSettings;
  /** Is there a server that takes writes, as far as the driver knows? Costs nothing; follows the truth within a second. */
  ready(): boolean;
  /** Asks the database; no answer within 2 s is a no. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

const HEARTBEAT_MS = 500;
const PING_MS = 2_000;
const WRITABLE = new Set(['Standalone', 'RSPrimary', 'Mongos', 'LoadBalancer']);

/**
 * Connects to the embedded engine or any MongoDB. Sessions, transactions and retryable writes are not used: the embedded engine has
 * none, and nothing may need them.
 *
 * @param dbName database; otherwise the one the address names, otherwise `scenarium`
 * @throws StartError when nothing answers within 5 s
 * @example const mongo = await connectMongo(engine.uri);
 */
export async function connectMongo(uri: string, dbName?: string): Promise<Mongo> {
  const connection = await open(uri, dbName);
  const { db } = connection;
  if (!db) throw new Error('the database connection was closed while it was being made');
  const hello = await db.command({ hello: 1 });
  return {
    connection,
    db,
    durable: hello['setName'] || hello['msg'] === 'isdbgrid' ? { w: 'majority', j: true } : { w: 1, j: true },
    ready: watchTopology(connection.getClient()),
    ping() {
      const answered = db.command({ ping: 1 }).then(
        () => true,
        () => false,
      );
      return Promise.race([answered, pause(PING_MS, false, { ref: false })]);
    },
    close: () => connection.close(),
  };
}

async function open(uri: string, dbName: string | undefined): Promise<Connection> {
  try {
    const connection = mongoose.createConnection(uri, {
      dbName: dbName ?? (databaseOf(uri) || 'scenarium'),
      serverSelectionTimeoutMS: 5_000,
      // Also how long a database may hang before it counts as away.
      connectTimeoutMS: 5_000,
      heartbeatFrequencyMS: HEARTBEAT_MS,
      retryWrites: false,
      journal: true,
      maxPoolSize: 20,
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
    });
    return await connection.asPromise();
  } catch (error) {
    const { message } = error as Error;
    throw new StartError(
      isSocket(uri)
        ? `The embedded MongoDB engine does not answer (${message}): start again, or set MONGODB_URI to another MongoDB.`
        : `The MongoDB of MONGODB_URI cannot be used (${message}): check the address and that it runs.`,
    );
  }
}

function watchTopology(client: MongoClient): () => boolean {
  let isWritable = true;
  client.on('topologyDescriptionChanged', ({ newDescription }) => {
    isWritable = [...newDescription.servers.values()].some(({ type }) => WRITABLE.has(type));
  });
  client.on('topologyClosed', () => (isWritable = false));
  return () => isWritable;
}

/** Is it the address of the embedded engine, a file? */
const isSocket = (uri: string): boolean => /^mongodb:\/\/%2F/i.test(uri);

/** The database that an address names; empty when it names none. */
function databaseOf(uri: string): string {
  return decodeURIComponent(/^mongodb(?:\+srv)?:\/\/[^/]*\/([^?]*)/.exec(uri)?.[1] ?? '');
}
