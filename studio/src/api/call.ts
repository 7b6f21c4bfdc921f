import { ApiProblem } from './api-problem.ts';
import { send, type Answer, type Input, type OperationName } from './send.ts';
import { renew, signedInAgain } from './session.ts';
import { accessToken } from './tokens.ts';

/**
 * Calls the API as the one who is signed in. When the session is over it waits for them to sign in again, and is repeated then.
 *
 * @throws ApiProblem
 * @example await call('getAgent', { params: { id } })
 */
export async function call<N extends OperationName>(
  name: N,
  input: Input<N>,
  signal?: AbortSignal,
): Promise<Answer<N>> {
  for (;;) {
    const token = accessToken() ?? (await renewed());
    try {
      return await send(name, input, { token, signal });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'unauthenticated') throw error;
      if (accessToken() === token) await renewed();
    }
  }
}

/** A new access token, whatever it takes. */
export async function renewed(): Promise<string> {
  for (;;) {
    try {
      return await renew();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      await signedInAgain();
      const token = accessToken();
      if (token) return token;
    }
  }
}
