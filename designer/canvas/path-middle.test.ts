import { expect, test } from 'vitest';
import { pathMiddle } from './path-middle.ts';
import { wirePath } from './route-wire.ts';

test('is half-way along a wire, also round a corner', () => {
  const corners = [
    { x: 0, y: 0 },
    { x: 0, y: 100 },
    { x: 300, y: 100 },
  ];
  const { x, y } = pathMiddle(wirePath(corners));
  expect(x).toBeCloseTo(100, -1);
  expect(y).toBe(100);
  expect(pathMiddle('M 0 0 L 0 -50.5')).toEqual({ x: 0, y: -25.25 });
});

test('of a wire without length is where it begins', () => {
  expect(pathMiddle('M 7 8 L 7 8')).toEqual({ x: 7, y: 8 });
});
