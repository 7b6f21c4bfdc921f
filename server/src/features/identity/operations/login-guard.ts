import type { Db } from 'mongodb';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { identityProblems } from '../problems.ts';

/** Who tries to sign in as whom. */
export interface Attempt {
  /** Address of the caller. */
  peer: string;
  account: string;
}

/** Counts failed logins, for all servers of a database together. */
export interface LoginGuard {
  prepare(): Promise<void>;
  /** Counts an attempt before it is looked at, so that many at once are bounded too. @throws login_locked */
  begin(attempt: Attempt): Promise<void>;
  /** The attempt was right after all: it does not count. */
  succeeded(attempt: Attempt): Promise<void>;
}

const SECONDS = 15 * 60;
/** An account from one address; one address for whatever accounts; one account from wherever. */
const TRIES = { pair: 5, peer: 50, account: 50 };

export function createLoginGuard(db: Db): LoginGuard {
  const limiter = (keyPrefix: keyof typeof TRIES): RateLimiterMongo =>
    new RateLimiterMongo({
      storeClient: db,
      tableName: 'login.attempts',
      keyPrefix,
      points: TRIES[keyPrefix],
      duration: SECONDS,
      disableIndexesCreation: true,
    });
  const limiters = [limiter('pair'), limiter('peer'), limiter('account')] as const;
  const keysOf = ({ peer, account }: Attempt) => [`${peer} ${account}`, peer, account] as const;

  return {
    prepare: () => limiters[0].createIndexes(),
    async begin(attempt) {
      const keys = keysOf(attempt);
      for (const [i, one] of limiters.entries()) {
        try {
          await one.consume(keys[i] as string);
        } catch (spent) {
          if (!(spent instanceof RateLimiterRes)) throw spent;
          const seconds = Math.max(1, Math.ceil(spent.msBeforeNext / 1_000));
          throw identityProblems.login_locked({ headers: { 'Retry-After': String(seconds) } });
        }
      }
    },
    async succeeded(attempt) {
      const [pair, peer, account] = keysOf(attempt);
      await Promise.all([limiters[0].delete(pair), limiters[1].reward(peer), limiters[2].reward(account)]);
    },
  };
}
