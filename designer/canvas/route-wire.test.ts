import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crosses, inflate } from './box-geometry.ts';
import { routeWire, wirePath } from './route-wire.ts';

const box = (id: string, x: number, y: number) => ({ id, x, y, width: 200, height: 80 });

describe('routeWire', () => {
  it('goes straight down to a card below', () => {
    expect(routeWire({ from: { x: 100, y: 80 }, to: { x: 100, y: 160 }, boxes: [] })).toEqual([
      { x: 100, y: 80 },
      { x: 100, y: 160 },
    ]);
  });

  it('goes around a card in between', () => {
    const boxes = [box('a', 0, 0), box('b', 0, 140), box('c', 0, 280)];

    const route = routeWire({ from: { x: 100, y: 80 }, to: { x: 100, y: 280 }, boxes });

    expect(route.length).toBeGreaterThan(2);
    expect(passes(route, inflate(box('b', 0, 140), -1))).toBe(false);
  });

  it('goes back up beside the cards it passes', () => {
    const boxes = [box('a', 0, 0), box('b', 0, 140)];

    const route = routeWire({ from: { x: 100, y: 220 }, to: { x: 100, y: 0 }, boxes });

    expect(route[0]).toEqual({ x: 100, y: 220 });
    expect(route.at(-1)).toEqual({ x: 100, y: 0 });
    expect(boxes.some((card) => passes(route, inflate(card, -1)))).toBe(false);
  });

  it('crosses no card, wherever cards stand apart from each other', () => {
    const slots = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 2, maxLength: 12, selector: String });
    fc.assert(
      fc.property(slots, (places) => {
        const boxes = places.map(([column, row], index) => box(String(index), column * 260, row * 150));
        const [from, to] = boxes;
        if (from === undefined || to === undefined) return;
        const route = routeWire({
          from: { x: from.x + 100, y: from.y + 80 },
          to: { x: to.x + 100, y: to.y },
          boxes,
        });
        expect(boxes.some((card) => passes(route, inflate(card, -1)))).toBe(false);
        expect(route.every((point, index) => isStraight(route[index - 1] ?? point, point))).toBe(true);
      }),
    );
  });
});

describe('wirePath', () => {
  it('rounds corners and keeps both ends', () => {
    const path = wirePath([
      { x: 0, y: 0 },
      { x: 0, y: 50 },
      { x: 40, y: 50 },
    ]);

    expect(path).toBe('M 0 0 L 0 42 Q 0 50 8 50 L 40 50');
  });
});

function passes(route: { x: number; y: number }[], card: Parameters<typeof crosses>[0]): boolean {
  return route.some((point, index) => index > 0 && crosses(card, route[index - 1] ?? point, point));
}

function isStraight(a: { x: number; y: number }, b: { x: number; y: number }): boolean {
  return a.x === b.x || a.y === b.y;
}
