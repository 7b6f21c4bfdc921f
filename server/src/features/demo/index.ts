import type { Express } from 'express';
import type { Agents } from '../agents/index.ts';
import type { Cases } from '../cases/index.ts';
import type { Scenarios } from '../scenarios/index.ts';
import { saveCases, type Template, type Templates } from '../templates/index.ts';

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

/** Makes an agent of every template, published and open to the web page. What a start that was cut off has made is used. */
export async function seedDemo(
  { agents, templates, ...stores }: { scenarios: Scenarios; cases: Cases; agents: Agents; templates: Templates },
  { tenant, ordersUrl }: { tenant: string; ordersUrl: string },
): Promise<void> {
  const made = new Set((await agents.list(tenant)).map(({ slug }) => slug));
  for (const template of templates.list()) {
    const { id: slug, shownAs, scenario } = template;
    if (made.has(slug)) continue;
    const { name, description = '', variables } = scenario;
    const { id, version } = await published(stores, tenant, template);
    await agents.create(tenant, {
      ...{ slug, name, description, shownAs, version },
      scenario: id,
      variables: 'ordersUrl' in variables ? { ordersUrl } : {},
      turnTaking: { policy: 'each', windowMs: 0 },
      model: null,
      web: true,
    });
  }
}

async function published(
  { scenarios, cases }: { scenarios: Scenarios; cases: Cases },
  tenant: string,
  { scenario: document, cases: given }: Template,
) {
  const stored = (await scenarios.list(tenant)).find(({ key }) => key === document.id);
  const { _id: id } = stored ?? (await scenarios.create(tenant, { document }));
  await saveCases(cases, { tenant, scenario: id }, given);
  const [newest] = await scenarios.versions(tenant, id);
  const { _id: version } = newest ?? (await scenarios.publish({ tenant, id, author: 'template', note: '' }));
  return { id, version };
}
