import { describe, expect, it } from 'vitest';
import { makeRoom } from './make-room.ts';

const size = { width: 200, height: 80 };
const cards = [
  { id: 'a', ...size },
  { id: 'b', ...size },
  { id: 'c', ...size },
];
const places = { a: { x: 0, y: 0 }, b: { x: 0, y: 140 }, c: { x: 400, y: 300 } };

describe('makeRoom', () => {
  it('moves what lies below down when the new card would cover something', () => {
    expect(makeRoom(cards, places, { id: 'new', ...size, x: 10, y: 130 })).toEqual({
      b: { x: 0, y: 266 },
      c: { x: 400, y: 426 },
    });
  });

  it('moves nothing when there is room', () => {
    expect(makeRoom(cards, places, { id: 'new', ...size, x: 400, y: 100 })).toEqual({});
  });
});
