export const ADMIN = { email: 'admin@example.com', password: 'test-password' };

/** The API of a server, as tests call it. */
export interface Api {
  url: string;
  /** One call of the API; the token is sent where it is given. */
  call(
    method: string,
    path: string,
    options?: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<{ status: number; body: Answer; headers: Headers }>;
  signIn(): Promise<string>;
}

// Answers are looked into field by field; each test says what it expects there.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = any;

export function createApi(url: string): Api {
  const call: Api['call'] = async (method, path, { token, body, headers = {} } = {}) => {
    const response = await fetch(`${url}${path.startsWith('/') ? '' : '/api/v1/'}${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith('{') ? (JSON.parse(text) as Answer) : text,
    };
  };
  return {
    url,
    call,
    async signIn() {
      return ((await call('POST', 'auth/login', { body: ADMIN })).body as { access_token: string }).access_token;
    },
  };
}
