import type { Session } from './session.ts';

/** Up to so many steps are shown whole at first; of more only the beginning, so that it can be read and opens at once. */
const WHOLE = 40;
const READABLE = 0.45;
const MARGIN = 48;

/** What is in sight when a scenario is opened: all of it where that can be read, else where it begins. */
export async function showFirst({ store, flow }: Session): Promise<void> {
  const steps = store.index.keys('steps');
  if (steps.length <= WHOLE) {
    await flow.fitView({ maxZoom: 1, padding: 0.1 });
    if (flow.getZoom() >= READABLE) return;
  }
  const [trigger = ''] = store.index.keys('triggers');
  const first = store.index.get('triggers', trigger)?.step ?? steps[0] ?? '';
  await flow.fitView({ nodes: [{ id: first }], maxZoom: 0.75, minZoom: 0.75 });
  const { y, zoom } = flow.getViewport();
  const { x = 0 } = flow.getNode(first)?.position ?? {};
  await flow.setViewport({ x: MARGIN - x * zoom, y, zoom });
}
