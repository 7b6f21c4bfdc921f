import type { Scenario } from '@scenarium/language';

export const ADMIN = { ADMIN_EMAIL: 'admin@example.com', ADMIN_PASSWORD: 'bench-password' };

/** Signs in, publishes a scenario and makes an agent of it; answers the agent's id. */
export async function publishAgent(
  url: string,
  document: Scenario,
  variables: Record<string, unknown> = {},
): Promise<string> {
  const { access_token: token } = await post<{ access_token: string }>(url, '/auth/login', {
    email: ADMIN.ADMIN_EMAIL,
    password: ADMIN.ADMIN_PASSWORD,
  });
  const { id } = await post<{ id: string }>(url, '/scenarios', { document }, token);
  const version = await post<{ id: string }>(url, `/scenarios/${id}/versions`, {}, token);
  const agent = await post<{ id: string }>(
    url,
    '/agents',
    { slug: document.id, name: document.name, version: version.id, variables },
    token,
  );
  return agent.id;
}

/** One call of the API. @throws with the problem's words */
export async function post<T>(url: string, path: string, body: object, token?: string): Promise<T> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
