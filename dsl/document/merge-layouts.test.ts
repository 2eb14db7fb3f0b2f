import { expect, test } from 'vitest';
import { layoutSchema } from './layout.ts';
import { mergeLayouts } from './merge-layouts.ts';

const note = (text: string) => ({ x: 0, y: 0, width: 100, height: 50, text });

function aLayout(positions: Record<string, [number, number]>, notes: Record<string, ReturnType<typeof note>> = {}) {
  const places = Object.entries(positions).map(([id, [x, y]]) => [id, { x, y }]);
  return layoutSchema.parse({ strategies: { Main: { positions: Object.fromEntries(places), notes } } });
}

test('takes each card from where its side moved it, ours where both did', () => {
  const base = aLayout({ a: [0, 0], b: [0, 0], c: [0, 0], gone: [0, 0] });
  const ours = aLayout({ a: [1, 1], b: [0, 0], c: [1, 1], new: [5, 5] });
  const theirs = aLayout({ a: [0, 0], b: [2, 2], c: [2, 2], gone: [0, 0] });

  expect(mergeLayouts(base, ours, theirs)).toEqual(aLayout({ a: [1, 1], b: [2, 2], c: [1, 1], new: [5, 5] }));
});

test('keeps both texts of a note that both rewrote', () => {
  const base = aLayout({}, { one: note('old') });

  const merged = mergeLayouts(base, aLayout({}, { one: note('mine') }), aLayout({}, { one: note('theirs') }));

  const texts = Object.values(merged.strategies.Main?.notes ?? {}).map(({ text }) => text);
  expect(texts).toEqual(['mine', 'theirs']);
});

test('a card follows its block to its new id', () => {
  const moved = [{ strategy: 'Main', from: 'stop', to: 'stop-2' }];

  const merged = mergeLayouts(aLayout({}), aLayout({ stop: [1, 1] }), aLayout({ stop: [2, 2] }), moved);

  expect(merged).toEqual(aLayout({ stop: [1, 1], 'stop-2': [2, 2] }));
});

test('leaves the places of a removed strategy away', () => {
  const base = aLayout({ a: [0, 0] });

  expect(mergeLayouts(base, layoutSchema.parse({}), base)).toEqual(layoutSchema.parse({}));
});
