import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignBoxes, distributeBoxes } from './align-boxes.ts';

const boxes = [
  { id: 'a', x: 0, y: 0, width: 100, height: 40 },
  { id: 'b', x: 50, y: 200, width: 60, height: 80 },
  { id: 'c', x: 300, y: 90, width: 200, height: 40 },
];

test('aligned boxes share an edge or a middle, and only those that move are named', () => {
  expect(alignBoxes(boxes, 'left')).toEqual({ b: { x: 0, y: 200 }, c: { x: 0, y: 90 } });
  expect(alignBoxes(boxes, 'right')).toEqual({ a: { x: 400, y: 0 }, b: { x: 440, y: 200 } });
  expect(alignBoxes(boxes, 'middle')).toEqual({
    a: { x: 0, y: 120 },
    b: { x: 50, y: 100 },
    c: { x: 300, y: 120 },
  });
});

test('distributed boxes keep the outer two and have the same gap everywhere', () => {
  expect(distributeBoxes(boxes, 'down')).toEqual({ c: { x: 300, y: 100 } });
});

test('aligning twice moves nothing the second time', () => {
  const box = fc.record({
    id: fc.uuid(),
    x: fc.integer({ min: -500, max: 500 }),
    y: fc.integer({ min: -500, max: 500 }),
    width: fc.integer({ min: 1, max: 300 }),
    height: fc.integer({ min: 1, max: 300 }),
  });
  const alignment = fc.constantFrom('left', 'right', 'top', 'bottom');
  fc.assert(
    fc.property(
      fc.uniqueArray(box, { minLength: 2, maxLength: 8, selector: ({ id }) => id }),
      alignment,
      (all, how) => {
        const places = alignBoxes(all, how);
        const placed = all.map((one) => ({ ...one, ...places[one.id] }));
        expect(alignBoxes(placed, how)).toEqual({});
      },
    ),
  );
});
