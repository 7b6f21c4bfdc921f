import { expect, test } from 'vitest';
import type { CanvasNode } from '../project/project-nodes.ts';
import { around, outlinesOf } from './outlines.ts';

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

test('given no steps, then there is no area, and what is in sight is the whole', () => {
  expect(outlinesOf([]).area).toBeNull();
  expect(around({ x: 0, y: 0, width: 10, height: 10 }, { x: 5, y: -5, width: 10, height: 10 })).toEqual({
    x: 0,
    y: -5,
    width: 15,
    height: 15,
  });
});
