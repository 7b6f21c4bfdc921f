import { expect, test } from 'vitest';
import type { CanvasNode } from '../project/project-nodes.ts';
import { frameOf, mapOf } from './map-of.ts';
import { outlinesOf } from './outlines.ts';

const node = (id: string, change: object): CanvasNode =>
  ({ id, type: 'step', data: {}, position: { x: 0, y: 0 }, width: 200, height: 50, ...change }) as CanvasNode;

test('given steps, a chosen one and a note, then each is in the outline of its kind and all are in the area', () => {
  const { area, paths } = outlinesOf([
    node('a', { position: { x: -10, y: 5 }, data: { severity: 'error' } }),
    node('b', { position: { x: 300, y: 100 }, selected: true, data: { severity: 'info' } }),
    node('note:c', { type: 'note', position: { x: 0, y: 400 }, width: 80, height: 60 }),
  ]);
  expect(area).toEqual({ x: -10, y: 5, width: 510, height: 455 });
  expect(paths).toEqual({
    step: 'M-10 5h200v50h-200z',
    chosen: 'M300 100h200v50h-200z',
    note: 'M0 400h80v60h-80z',
    error: 'M90 30h0',
    warning: '',
  });
});

test('given a part of the canvas in sight, then its frame lies over it on the map', () => {
  const size = { width: 120, height: 120 };
  const map = mapOf({ x: 0, y: 0, width: 2_000, height: 1_000 }, size);
  expect(map).toEqual({ x: -200, y: -700, scale: 20, box: '-200 -700 2400 2400' });
  const frame = frameOf({ transform: [-400, -200, 0.5], width: 500, height: 250 }, map, size);
  expect(frame).toEqual({ x: 50, y: 55, width: 50, height: 25 });
});

test('given something far from all steps in sight, then an edge of its frame stays on the map', () => {
  const size = { width: 120, height: 120 };
  const map = mapOf(null, size);
  const frame = frameOf({ transform: [90_000, -90_000, 1], width: 800, height: 800 }, map, size);
  expect(frame).toEqual({ x: -94, y: 114, width: 100, height: 100 });
});
