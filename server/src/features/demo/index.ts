import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { parseScenario, type Scenario } from '@scenarium/language';
import { parse } from 'yaml';
import type { Agent, Agents } from '../agents/index.ts';
import type { Scenarios } from '../scenarios/index.ts';

/** Where the demo order service answers; the order status template is pointed there. */
export const DEMO_ORDERS_PATH = '/demo/orders/';

const ORDERS: Record<string, object> = {
  '1001': { id: '1001', status: 'shipped', items: 2, total: 59.9, currency: 'EUR', arrives: '2026-12-01' },
  '1002': { id: '1002', status: 'processing', items: 1, total: 19, currency: 'EUR', arrives: null },
  '1003': { id: '1003', status: 'delivered', items: 5, total: 240.5, currency: 'EUR', arrives: '2026-11-15' },
};

/** An order service to try the order status template with. */
export function mountDemoOrders(app: Express): void {
  app.get(`${DEMO_ORDERS_PATH}:id`, (request, response) => {
    const order = ORDERS[request.params.id];
    response.status(order ? 200 : 404).json(order ?? { error: 'no such order' });
  });
}

/** The templates: a folder each, with `scenario.yaml` and `agent.yaml`. */
function templateFolder(): string {
  return dirname(fileURLToPath(import.meta.resolve('@scenarium/templates/package.json')));
}

/** Makes an agent of every template, published and open to the web page. What a start that was cut off has made is used. */
export async function seedDemo(
  { scenarios, agents }: { scenarios: Scenarios; agents: Agents },
  { tenant, ordersUrl }: { tenant: string; ordersUrl: string },
): Promise<void> {
  const folder = templateFolder();
  const made = new Set((await agents.list(tenant)).map(({ slug }) => slug));
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name, 'scenario.yaml');
    if (made.has(name) || !existsSync(file)) continue;
    const loaded = parseScenario(readFileSync(file, 'utf8'), 'yaml');
    if (!loaded.ok) throw new Error(`the template ${name} is not valid: ${loaded.problems[0]?.message.en}`);
    const { name: title, description = '', variables } = loaded.scenario;
    await agents.create(tenant, {
      slug: name,
      name: title,
      description,
      shownAs: parse(readFileSync(join(folder, name, 'agent.yaml'), 'utf8')) as Agent['shownAs'],
      version: await publishedVersion(scenarios, tenant, loaded.scenario),
      variables: 'ordersUrl' in variables ? { ordersUrl } : {},
      turnTaking: { policy: 'each', windowMs: 0 },
      web: true,
    });
  }
}

async function publishedVersion(scenarios: Scenarios, tenant: string, document: Scenario): Promise<string> {
  const stored = (await scenarios.list(tenant)).find(({ key }) => key === document.id);
  const { _id: id } = stored ?? (await scenarios.create(tenant, { document }));
  const [newest] = await scenarios.versions(tenant, id);
  return (newest ?? (await scenarios.publish({ tenant, id, author: 'template', note: '' })))._id;
}
