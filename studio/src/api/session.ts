import { ApiProblem, AWAY } from './api-problem.ts';
import { send, type Answer } from './send.ts';
import { forgetAccess, forgetTokens, keepTokens, refreshToken } from './tokens.ts';
import { createValue } from './value.ts';

export type Who = Answer<'whoAmI'>;

/**
 * `starting`: not known yet. `expired`: somebody is at work and has to sign in again; what they do waits for that.
 */
export type Session = { state: 'starting' | 'out' } | { state: 'in' | 'expired'; who: Who };

export const session = createValue<Session>({ state: 'starting' });

/** Takes up the session of an earlier visit. */
export async function resumeSession(): Promise<void> {
  if (!refreshToken()) return session.set({ state: 'out' });
  try {
    const token = await renew();
    session.set({ state: 'in', who: await send('whoAmI', {}, { token }) });
  } catch (error) {
    if (error instanceof ApiProblem && error.code === AWAY) throw error;
    session.set({ state: 'out' });
  }
}

export async function signIn(body: { email: string; password: string; tenant?: string }): Promise<void> {
  const pair = await send('login', { body });
  keepTokens(pair);
  const who = await send('whoAmI', {}, { token: pair.access_token });
  session.set({ state: 'in', who });
}

export async function signOut(): Promise<void> {
  const token = refreshToken();
  forgetTokens();
  session.set({ state: 'out' });
  if (token) await send('logout', { body: { refresh_token: token } }).catch(() => undefined);
}

/** The session is over: shows the login dialog over the page and resolves when somebody signed in. */
export async function signedInAgain(): Promise<void> {
  const now = session.get();
  if (now.state === 'in') session.set({ state: 'expired', who: now.who });
  await session.until(({ state }) => state === 'in' || state === 'out');
  if (session.get().state === 'out')
    throw new ApiProblem({ status: 401, code: 'session_ended', title: 'session_ended' });
}

let renewing: Promise<string> | null = null;

/** Trades the refresh token for new tokens, once for all that ask at a time, in all windows. @throws session_ended */
export function renew(): Promise<string> {
  renewing ??= alone(renewOnce).finally(() => (renewing = null));
  return renewing;
}

async function renewOnce(): Promise<string> {
  forgetAccess();
  const token = refreshToken();
  if (!token) throw new ApiProblem({ status: 401, code: 'session_ended', title: 'session_ended' });
  try {
    const pair = await send('refresh', { body: { refresh_token: token } });
    keepTokens(pair);
    return pair.access_token;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) forgetTokens();
    throw error;
  }
}

/** One window at a time: a refresh token that is used twice ends the session. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  // Not there on plain http.
  const locks = navigator.locks as LockManager | undefined;
  return locks ? (locks.request('scenarium.session', work) as Promise<T>) : work();
}
