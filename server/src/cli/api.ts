import { CliError } from './cli-error.ts';

/** Calls the API of a running server. @throws CliError with the problem's words */
export async function api<T>(
  server: string,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: object | FormData } = {},
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`${server}/api/v1${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      },
      ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new CliError(`${server} does not answer: start it with "npm start", or name another with --server`);
  }
  const answer = (await response.json()) as T & {
    title?: string;
    detail?: string;
    next?: string;
    errors?: { message?: { en?: string } }[];
  };
  if (response.ok) return answer;
  const errors = (answer.errors ?? []).map((error) => `\n  ${error.message?.en ?? JSON.stringify(error)}`).join('');
  throw new CliError([answer.title, answer.detail, answer.next].filter(Boolean).join('. ') + errors);
}

/** Signs in with ADMIN_EMAIL and ADMIN_PASSWORD. */
export async function signIn(server: string, env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const { ADMIN_EMAIL: email = 'admin@example.com', ADMIN_PASSWORD: password } = env;
  if (!password) throw new CliError('Set ADMIN_EMAIL and ADMIN_PASSWORD to the login of a user who may edit scenarios');
  return (await api<{ access_token: string }>(server, 'POST', '/auth/login', { body: { email, password } }))
    .access_token;
}
