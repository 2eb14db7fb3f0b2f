import { describe, expect, it } from 'vitest';
import type { CanvasCard, CanvasWire } from './canvas-parts.ts';
import { rerouteWires, routeWires } from './route-wires.ts';

const card = (id: string, x: number, y: number): CanvasCard => ({
  id,
  x,
  y,
  width: 200,
  height: 80,
  label: id,
  shape: 'block',
  hue: '--sb-flow',
  hasEntrance: true,
  ports: [{ name: 'next', kind: 'success', isWired: true }],
  content: null,
});
const wire = (from: string, to: string): CanvasWire => ({
  id: `${from}>${to}`,
  from,
  port: 'next',
  to,
  kind: 'success',
});
const byId = (...cards: CanvasCard[]) => new Map(cards.map((one) => [one.id, one]));

describe('routes of wires', () => {
  const wires = [wire('a', 'b'), wire('c', 'd')];
  const [a, b, c, d] = [card('a', 0, 0), card('b', 0, 200), card('c', 600, 0), card('d', 600, 400)];
  const before = routeWires({ cards: byId(a, b, c, d), wires, direction: 'down' });

  it('are found anew in a drag only for the wires of what moves', () => {
    const moved = card('b', 40, 220);

    const after = rerouteWires({ cards: byId(a, moved, c, d), wires, direction: 'down' }, before, new Set(['b']));

    expect(after.get('a>b')?.corners.at(-1)).toEqual({ x: 140, y: 220 });
    expect(after.get('c>d')).toBe(before.get('c>d'));
  });

  it('give way to a card that is dragged onto them', () => {
    const moved = card('b', 560, 200);

    const after = rerouteWires({ cards: byId(a, moved, c, d), wires, direction: 'down' }, before, new Set(['b']));

    expect(after.get('c>d')?.corners).not.toEqual(before.get('c>d')?.corners);
  });

  it('are the same objects again on a large canvas, for wires whose cards stand where they stood', () => {
    const many = Array.from({ length: 200 }, (_, index) => card(`far-${index}`, index * 300, 2000));
    const first = routeWires({ cards: byId(a, b, c, d, ...many), wires, direction: 'down' });

    const second = routeWires({ cards: byId(a, card('b', 40, 220), c, d, ...many), wires, direction: 'down' });

    expect(second.get('c>d')).toBe(first.get('c>d'));
    expect(second.get('a>b')?.path).not.toBe(first.get('a>b')?.path);
  });
});
