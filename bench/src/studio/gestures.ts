import type { Page } from 'playwright-core';

/** How smooth a gesture was: the time between two pictures, and what the page computed for each, both at the 95th percentile, in ms. */
export interface Smoothness {
  frame: number;
  work: number;
}

export type Gesture = 'pan' | 'zoom' | 'drag';

const STEPS = 90;
const FRAME_MS = 16;

/** Pans, zooms and drags a node on a page of React Flow, and measures each. */
export async function measureGestures(page: Page): Promise<Record<Gesture, Smoothness>> {
  const pane = await page.locator('.react-flow__pane').boundingBox();
  if (!pane) throw new Error('there is no canvas on the page');
  const middle = { x: pane.x + pane.width / 2, y: pane.y + pane.height / 2 };
  const move = async (from: { x: number; y: number }, width: number): Promise<void> => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (let i = 1; i <= STEPS; i += 1) {
      const turn = (i / STEPS) * 2 * Math.PI;
      await page.mouse.move(from.x + width * Math.sin(turn), from.y + (width / 2) * (Math.cos(turn) - 1));
      await page.waitForTimeout(FRAME_MS);
    }
    await page.mouse.up();
  };
  // Both move under a pressed space bar and zoom with Ctrl, whatever else the mouse does there.
  await page.keyboard.down('Space');
  const pan = await measured(page, async () => move(await emptyPlace(page, middle), pane.width / 3));
  await page.keyboard.up('Space');
  const zoom = await measured(page, async () => {
    await page.mouse.move(middle.x, middle.y);
    await page.keyboard.down('Control');
    for (let i = 0; i < STEPS; i += 1) {
      await page.mouse.wheel(0, i < STEPS / 2 ? 40 : -40);
      await page.waitForTimeout(FRAME_MS);
    }
    await page.keyboard.up('Control');
  });
  const node = await nodeNear(page, middle);
  const drag = await measured(page, () => move(node, pane.width / 6));
  return { pan, zoom, drag };
}

async function measured(page: Page, gesture: () => Promise<void>): Promise<Smoothness> {
  await page.evaluate(() => {
    const frames: number[] = [];
    const work: number[] = [];
    const places = new Set<string>();
    let last = performance.now();
    const scope = globalThis as unknown as { stopFrames(): { frames: number[]; work: number[]; places: number } };
    let handle = requestAnimationFrame(function next(now) {
      frames.push(now - last);
      last = now;
      const moving = '.react-flow__viewport, .react-flow__node.dragging';
      places.add([...document.querySelectorAll<HTMLElement>(moving)].map(({ style }) => style.transform).join());
      // Comes after the picture of this frame was made: how late says how long that took.
      const channel = new MessageChannel();
      const begin = performance.now();
      channel.port1.onmessage = () => work.push(performance.now() - begin);
      channel.port2.postMessage(null);
      handle = requestAnimationFrame(next);
    });
    scope.stopFrames = () => {
      cancelAnimationFrame(handle);
      return { frames, work, places: places.size };
    };
  });
  await gesture();
  const { frames, work, places } = await page.evaluate(() =>
    (globalThis as unknown as { stopFrames(): { frames: number[]; work: number[]; places: number } }).stopFrames(),
  );
  if (places < 3) throw new Error('the gesture moved nothing');
  return { frame: percentile(frames, 0.95), work: percentile(work, 0.95) };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
}

/** A place of the canvas, near another one, on which nothing lies. */
async function emptyPlace(page: Page, near: { x: number; y: number }): Promise<{ x: number; y: number }> {
  const found = await page.evaluate(({ x, y }) => {
    for (let i = 0; i < 4_000; i += 1) {
      const [left, top] = [x + ((i * 37) % 400) - 200, y + ((i * 53) % 300) - 150];
      if (document.elementFromPoint(left, top)?.classList.contains('react-flow__pane')) return { x: left, y: top };
    }
    return null;
  }, near);
  if (!found) throw new Error('there is no empty place on the canvas');
  return found;
}

async function nodeNear(page: Page, { x, y }: { x: number; y: number }): Promise<{ x: number; y: number }> {
  const found = await page.evaluate(
    ([left = 0, top = 0]) =>
      [...document.querySelectorAll('.react-flow__node')]
        .map((node) => node.getBoundingClientRect())
        .map((box) => ({ x: box.x + Math.min(box.width / 2, 60), y: box.y + Math.min(box.height / 2, 14) }))
        .sort((a, b) => Math.hypot(a.x - left, a.y - top) - Math.hypot(b.x - left, b.y - top))[0],
    [x, y],
  );
  if (!found) throw new Error('there is no node on the canvas');
  return found;
}
