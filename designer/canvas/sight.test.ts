import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInSight, mayPass, type Outlook, sightKey, sightOf } from './sight.ts';

const coordinate = fc.integer({ min: -20_000, max: 20_000 });
const outlooks: fc.Arbitrary<Outlook> = fc.record({
  transform: fc.tuple(coordinate, coordinate, fc.double({ min: 0.2, max: 2, noNaN: true })),
  width: fc.integer({ min: 1, max: 2000 }),
  height: fc.integer({ min: 1, max: 2000 }),
});
const box = (id: string, x: number, y: number) => ({ id, x, y, width: 256, height: 82 });

describe('what is in sight', () => {
  it('holds every card of which the pane shows anything', () => {
    fc.assert(
      fc.property(outlooks, coordinate, coordinate, (outlook, screenX, screenY) => {
        const [x, y, zoom] = outlook.transform;
        const card = box('card', (screenX - x) / zoom, (screenY - y) / zoom);
        const isShown =
          screenX < outlook.width && screenX + 256 * zoom > 0 && screenY < outlook.height && screenY + 82 * zoom > 0;
        fc.pre(isShown);
        expect(isInSight(card, sightOf(sightKey(outlook)))).toBe(true);
      }),
    );
  });

  it('stays the same while a small pan brings nothing new, and is nothing before the pane has its size', () => {
    const outlook: Outlook = { transform: [0, 0, 1], width: 800, height: 600 };

    expect(sightKey({ ...outlook, transform: [-3, 5, 1] })).toBe(sightKey(outlook));
    expect(sightKey({ ...outlook, transform: [-600, 5, 1] })).not.toBe(sightKey(outlook));
    expect(isInSight(box('card', 0, 0), sightOf(sightKey({ ...outlook, width: 0 })))).toBe(false);
  });

  it('holds a wire between two cards on either side of it', () => {
    const sight = { left: 0, top: 0, right: 800, bottom: 600 };

    expect(mayPass(box('left', -900, 100), box('right', 1200, 300), sight)).toBe(true);
    expect(mayPass(box('left', -900, 100), box('below', -600, 300), sight)).toBe(false);
  });
});
