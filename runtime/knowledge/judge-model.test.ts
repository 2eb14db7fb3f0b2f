import { expect, test } from 'vitest';
import { judgeModel } from './judge-model.ts';
import { splitExamples } from './split-examples.ts';

const examples = Array.from({ length: 10 }, (_, index) => [
  { category: 'Billing', text: `bill ${index}` },
  { category: 'Delivery', text: `parcel ${index}` },
]).flat();

test('holds back every fifth text of each category', () => {
  const { train, heldBack } = splitExamples(examples);

  expect(heldBack.map(({ text }) => text)).toEqual(['bill 4', 'parcel 4', 'bill 9', 'parcel 9']);
  expect(train).toHaveLength(16);
});

test('holds back nothing of a category with few texts', () => {
  expect(splitExamples(examples.slice(0, 8)).heldBack).toEqual([]);
});

test('says what share was right, all in all and by category', () => {
  const { heldBack } = splitExamples(examples);
  const quality = judgeModel(examples, heldBack, (text) => (text === 'parcel 9' ? 'Delivery' : 'Billing'));

  expect(quality).toEqual({
    accuracy: 0.75,
    heldBack: 4,
    categories: [
      { name: 'Billing', examples: 10, precision: 2 / 3, recall: 1 },
      { name: 'Delivery', examples: 10, precision: 1, recall: 0.5 },
    ],
  });
});

test('does not judge where nothing was held back', () => {
  expect(judgeModel(examples, [], () => undefined)).toMatchObject({ accuracy: null, heldBack: 0 });
});
