import { describe, expect, test } from 'vitest';
import { CARD } from '../project/geometry.ts';
import { freeSpot } from './free-spot.ts';
import { guidesFor } from './guides-for.ts';
import { roomInFlow } from './room-in-flow.ts';

const box = (id: string, x: number, y: number) => ({ id, x, y, width: CARD.width, height: 80 });

test('given a place that a card covers, then a new one goes below it, and below the next', () => {
  const boxes = [box('a', 0, 0), box('b', 0, 120), box('far', 900, 0)];
  expect(freeSpot(boxes, { x: 20, y: 10 })).toEqual({ x: 20, y: 224 });
  expect(freeSpot(boxes, { x: 400, y: 10 })).toEqual({ x: 400, y: 10 });
});

describe('a step that is put into a flow', () => {
  const flow = { id: 'f', from: 'a', to: 'b', on: 'next' };

  test('pushes what is behind it where there is too little room', () => {
    const { at, moved } = roomInFlow([box('a', 0, 0), box('b', 300, 0), box('c', 900, 0)], flow, { x: 0, y: 0 });
    expect(at.x).toBeGreaterThan(CARD.width);
    expect(moved['b']?.x).toBeGreaterThan(at.x + CARD.width);
    expect((moved['c']?.x ?? 0) - (moved['b']?.x ?? 0)).toBe(600);
    expect(moved['a']).toBeUndefined();
  });

  test('lies in the middle where there is enough, and as wanted where the flow leads back', () => {
    expect(roomInFlow([box('a', 0, 0), box('b', 1_000, 100)], flow, { x: 0, y: 0 })).toEqual({
      at: { x: 500, y: 50 },
      moved: {},
    });
    expect(roomInFlow([box('a', 500, 0), box('b', 0, 0)], flow, { x: 7, y: 9 })).toEqual({
      at: { x: 7, y: 9 },
      moved: {},
    });
  });
});

test('given a card near the edges and middles of others, then it is drawn to the nearest, in each direction alone', () => {
  const others = [box('a', 0, 0), box('b', 400, 300)];
  expect(guidesFor(box('m', 404, 600), others)).toEqual({ position: { x: 400, y: 600 }, vertical: 400 });
  expect(guidesFor(box('m', 700, -3), others)).toEqual({ position: { x: 700, y: 0 }, horizontal: 0 });
  expect(guidesFor(box('a', 3, 3), [box('a', 0, 0)])).toEqual({ position: { x: 3, y: 3 } });
});
