// The studio with a large scenario in Chromium, from its production build: how soon it opens, how smoothly it moves beside React Flow
// alone with as many empty nodes in the same run, keystrokes in the inspector, lint in its worker, bytes of the first load, and how soon
// it opens as a BPMN diagram and shows a change of one step there.
// Last line: one JSON object, times in milliseconds.
// node tooling/run.mjs bench/src/studio/main.ts [--steps 1000] [--rounds 3]
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext } from 'playwright-core';
import { startEngine } from '../rig/engine.ts';
import { freePort } from '../rig/free-port.ts';
import { endProcess, startProcess } from '../rig/processes.ts';
import { ADMIN, post } from '../rig/publish-agent.ts';
import { serveBarePage } from './bare-page.ts';
import { isFree, measureBpmn } from './bpmn.ts';
import { measureGestures, percentile, type Gesture, type Smoothness } from './gestures.ts';
import { manySteps } from './many-steps.ts';

const { values } = parseArgs({
  options: { steps: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '3' } },
});
const count = Number(values.steps);
const rounds = Number(values.rounds);
const VIEWPORT = { width: 1440, height: 900 };

const engine = await startEngine();
const server = await startProcess('server/src/main.ts', await freePort(), {
  ...{ MONGODB_URI: engine.uri, DATA_DIR: engine.folder, LOGS_DIR: `${engine.folder}/logs`, DEMO: 'false', ...ADMIN },
});
const bare = await serveBarePage();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  const login = { email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD };
  const { access_token: token } = await post<{ access_token: string }>(server.url, '/auth/login', login);
  await post(server.url, '/scenarios', { document: manySteps(count) }, token);
  const firstLoad = await measureFirstLoad();
  const opened: number[] = [];
  const keys: number[] = [];
  const lints: number[] = [];
  const bpmn: { open: number; change: number }[] = [];
  const studio: Record<Gesture, Smoothness>[] = [];
  const floor: Record<Gesture, Smoothness>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    floor.push(await measureBare());
    const one = await measureStudio();
    opened.push(one.open);
    keys.push(...one.keys);
    lints.push(...one.lints);
    bpmn.push(one.bpmn);
    studio.push(one.gestures);
  }
  const of = (list: typeof studio, gesture: Gesture, part: keyof Smoothness): number =>
    percentile(
      list.map((one) => one[gesture][part]),
      0.5,
    );
  const gestures = (['pan', 'zoom', 'drag'] as const).map((gesture) => {
    const [own, alone] = [of(studio, gesture, 'frame'), of(floor, gesture, 'frame')];
    const facts = { p95Frame: own, bareP95Frame: alone, share: Math.round((own / alone) * 100) / 100 };
    return [gesture, { ...facts, p95Work: of(studio, gesture, 'work'), bareP95Work: of(floor, gesture, 'work') }];
  });
  const result = {
    steps: count,
    open: percentile(opened, 0.5),
    ...Object.fromEntries(gestures),
    keystrokeP95: percentile(keys, 0.95),
    lintP50: percentile(lints, 0.5),
    lintMax: percentile(lints, 1),
    bpmnOpen: percentile(
      bpmn.map(({ open }) => open),
      0.5,
    ),
    bpmnChange: percentile(
      bpmn.map(({ change }) => change),
      0.5,
    ),
    ...firstLoad,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await browser.close();
  bare.close();
  await endProcess(server, 'SIGTERM');
  await engine.stop();
}
process.exit(0);

/** A window in which somebody is signed in. */
async function signedIn(): Promise<BrowserContext> {
  const login = { email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD };
  const { refresh_token: token } = await post<{ refresh_token: string }>(server.url, '/auth/login', login);
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB' });
  await context.addInitScript((kept) => localStorage.setItem('scenarium.session', kept), token);
  return context;
}

/** Bytes on the wire until the list of scenarios stands, and whether the diagram editor was among them. */
async function measureFirstLoad(): Promise<{ firstLoadBytes: number; bpmnInFirstLoad: boolean }> {
  const context = await signedIn();
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const names = new Map<string, string>();
  let bytes = 0;
  network.on('Network.responseReceived', ({ requestId, response }) => names.set(requestId, response.url));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (names.get(requestId)?.includes('/studio/')) bytes += encodedDataLength;
  });
  await page.goto(`${server.url}/studio/scenarios`);
  await page.getByRole('link', { name: `${count} steps` }).waitFor();
  await page.waitForLoadState('networkidle');
  await context.close();
  return { firstLoadBytes: bytes, bpmnInFirstLoad: [...names.values()].some((url) => /bpmn/i.test(url)) };
}

async function measureBare(): Promise<Record<Gesture, Smoothness>> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(`${bare.url}?nodes=${count}`);
  await page.locator('.react-flow__node').first().waitFor();
  await page.waitForTimeout(500);
  const gestures = await measureGestures(page);
  await page.close();
  return gestures;
}

async function measureStudio(): Promise<{
  open: number;
  keys: number[];
  lints: number[];
  bpmn: { open: number; change: number };
  gestures: Record<Gesture, Smoothness>;
}> {
  const context = await signedIn();
  await context.addInitScript(watchWorkers);
  const page = await context.newPage();
  await page.goto(`${server.url}/studio/scenarios`);
  const link = page.getByRole('link', { name: `${count} steps` });
  await link.waitFor();
  await page.waitForLoadState('networkidle');
  const begin = performance.now();
  await link.click();
  await page.locator('.react-flow__node').first().waitFor();
  await isFree(page);
  const open = performance.now() - begin;
  await page.waitForTimeout(1_500);
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(300);
  const gestures = await measureGestures(page);
  await page.locator('.react-flow__node').first().click();
  const field = page.getByRole('complementary').getByRole('textbox').first();
  await field.click();
  await page.evaluate(watchKeys);
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.type('a');
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(1_500);
  const { keys, lints } = await page.evaluate(() => {
    const scope = globalThis as unknown as { keys: number[]; lints: number[] };
    return { keys: scope.keys, lints: scope.lints };
  });
  const bpmn = await measureBpmn(page);
  await context.close();
  return { open, keys, lints, bpmn, gestures };
}

/** From a key to the picture that shows it. */
function watchKeys(): void {
  const keys: number[] = [];
  Object.assign(globalThis, { keys });
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => keys.push(performance.now() - timeStamp);
        channel.port2.postMessage(null);
      }),
    true,
  );
}

/** How long workers take to answer, with the way there and back. */
function watchWorkers(): void {
  const lints: number[] = [];
  Object.assign(globalThis, { lints });
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (!String(url).includes('check')) return;
      let asked = 0;
      const send = this.postMessage.bind(this);
      this.postMessage = ((message: unknown) => {
        asked = performance.now();
        send(message);
      }) as typeof this.postMessage;
      this.addEventListener('message', () => lints.push(performance.now() - asked));
    }
  };
}
