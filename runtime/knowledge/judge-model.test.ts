import { expect, test } from 'vitest';
import type { Answer } from '#dsl/classification/model.ts';
import { judgeModel } from './judge-model.ts';
import { measureAnswers } from './measure-answers.ts';

const examples = Array.from({ length: 10 }, (_, index) => [
  { category: 'Billing', text: `bill ${index}` },
  { category: 'Delivery', text: `parcel ${index}` },
]).flat();

const answers: Answer[] = [
  { category: 'Billing', given: 'Billing', confidence: 90, rank: 1 },
  { category: 'Delivery', given: 'Billing', confidence: 40, rank: 2 },
  { category: 'Billing', given: 'Billing', confidence: 80, rank: 1 },
  { category: 'Delivery', given: 'Delivery', confidence: 95, rank: 1 },
];

test('says what share was right, all in all and by category', () => {
  expect(judgeModel(examples, answers)).toMatchObject({
    accuracy: 0.75,
    heldBack: 4,
    categories: [
      { name: 'Billing', examples: 10, precision: 2 / 3, recall: 1 },
      { name: 'Delivery', examples: 10, precision: 1, recall: 0.5 },
    ],
  });
});

test('says what is taken for what', () => {
  const twice = [...answers, ...answers, { category: 'Billing', given: 'Delivery', confidence: 50, rank: 2 }];

  expect(judgeModel(examples, twice).confusions).toEqual([
    { category: 'Delivery', given: 'Billing', count: 2 },
    { category: 'Billing', given: 'Delivery', count: 1 },
  ]);
});

test('says how many texts are left and right when only the surer count', () => {
  const { curve } = judgeModel(examples, answers);

  expect(curve.find(({ confidence }) => confidence === 0)).toMatchObject({ classified: 1, accuracy: 0.75 });
  expect(curve.find(({ confidence }) => confidence === 85)).toMatchObject({ classified: 0.5, accuracy: 1 });
});

test('says how often the category is among the first few', () => {
  expect(judgeModel(examples, answers).correctInTop).toMatchObject([
    { top: 1, share: 0.75 },
    { top: 2, share: 1 },
    { top: 3, share: 1 },
    { top: 5, share: 1 },
  ]);
});

test('does not judge where nothing was held back', () => {
  expect(judgeModel(examples, [])).toMatchObject({ accuracy: null, heldBack: 0, confusions: [] });
});

test('measures how far confidence and correctness lie apart', () => {
  // 90: right, off by 0.1; 40: wrong, off by 0.4; 80: right, off by 0.2; 95: right, off by 0.05 together with 90
  const { calibrationError, macroF1, surestAccuracy } = measureAnswers(answers);

  expect(calibrationError).toBeCloseTo((0.15 + 0.4 + 0.2) / 4);
  expect(macroF1).toBeCloseTo((0.8 + 2 / 3) / 2);
  expect(surestAccuracy).toBe(0.75);
  expect(measureAnswers(answers.slice(2)).surestAccuracy).toBe(1);
});
