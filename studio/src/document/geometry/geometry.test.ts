import { describe, expect, test } from 'vitest';
import { align, distribute, makeSpace, nearestStep, type Edge } from '../index.ts';

const boxes = [
  { id: 'a', x: 0, y: 0, width: 100, height: 40 },
  { id: 'b', x: 50, y: 100, width: 200, height: 60 },
  { id: 'c', x: 400, y: 30, width: 100, height: 20 },
];

test.each<[Edge, number[]]>([
  ['left', [0, 0, 0]],
  ['right', [400, 300, 400]],
  ['centre', [200, 150, 200]],
  ['top', [0, 0, 0]],
  ['bottom', [120, 100, 140]],
  ['middle', [60, 50, 70]],
])('aligns %s', (edge, expected) => {
  const axis = ['left', 'right', 'centre'].includes(edge) ? 'x' : 'y';
  const other = axis === 'x' ? 'y' : 'x';
  const positions = align(boxes, edge);
  expect(boxes.map(({ id }) => positions[id]?.[axis])).toEqual(expected);
  expect(boxes.map(({ id }) => positions[id]?.[other])).toEqual(boxes.map((box) => box[other]));
});

test('distributes with equal gaps; two stay as they are', () => {
  expect(distribute(boxes, 'x')).toEqual({ a: { x: 0, y: 0 }, b: { x: 150, y: 100 }, c: { x: 400, y: 30 } });
  expect(distribute(boxes.slice(0, 2), 'x')).toEqual({ a: { x: 0, y: 0 }, b: { x: 50, y: 100 } });
});

test('makes space behind a line, and takes it away up to the line', () => {
  const layout = { a: { x: 0, y: 5 }, b: { x: 50, y: 5 }, c: { x: 400, y: 5 } };
  expect(makeSpace(layout, { axis: 'x', from: 50, by: 30 })).toEqual({ b: { x: 80, y: 5 }, c: { x: 430, y: 5 } });
  expect(makeSpace(layout, { axis: 'x', from: 300, by: -500 })).toEqual({ c: { x: 300, y: 5 } });
  expect(makeSpace(layout, { axis: 'y', from: 6, by: 1 })).toEqual({});
});

describe('the next step by an arrow', () => {
  const layout = {
    here: { x: 0, y: 0 },
    far: { x: 300, y: 0 },
    near: { x: 100, y: 30 },
    steep: { x: 20, y: 90 },
    above: { x: 0, y: -10 },
  };
  test.each([
    ['right', 'near'],
    ['down', 'steep'],
    ['up', 'above'],
    ['left', undefined],
  ] as const)('%s', (direction, expected) => {
    expect(nearestStep(layout, 'here', direction)).toBe(expected);
  });
});
