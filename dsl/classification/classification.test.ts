import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasCode } from '../errors/coded-error.ts';
import { checkTrainingExamples } from './check-training-examples.ts';
import { classify } from './classify.ts';
import { decodeModel, encodeModel } from './encode-model.ts';
import type { TrainingExample } from './model.ts';
import { trainModel } from './train-model.ts';

const subjects: Readonly<Record<string, readonly string[]>> = {
  card: ['my card', 'the card', 'a new card', 'a credit card', 'this debit card'],
  loan: ['my loan', 'a mortgage', 'the interest rate', 'the monthly instalment', 'a loan contract'],
  login: ['my password', 'the app', 'logging in', 'my pin', 'a forgotten password'],
};
const sentences = [
  'I have a question about',
  'please help me with',
  'there is a problem with',
  'what about',
  'tell me about',
];
const examples: TrainingExample[] = Object.entries(subjects).flatMap(([category, words]) =>
  words.flatMap((word) => sentences.map((sentence) => ({ text: `${sentence} ${word}`, category }))),
);
const { model, answers } = trainModel(examples);

describe('trainModel', () => {
  test('learns to tell categories apart, also in texts it has not seen', () => {
    const guess = (text: string): string | undefined => classify(model, text, { top: 1 })[0]?.category;

    expect([guess('Where is my CREDIT CARD?'), guess('mortgages'), guess('I forgot the pasword')]).toEqual([
      'card',
      'loan',
      'login',
    ]);
  });

  test('gives the same model for the same examples', () => {
    expect(encodeModel(trainModel(examples).model)).toEqual(encodeModel(model));
  });

  test('tells how it did on examples kept back from it', () => {
    expect(answers).toHaveLength(examples.length);
    expect(answers.filter(({ category, given }) => category === given).length).toBeGreaterThan(examples.length * 0.8);
    expect(answers.every(({ rank, category, given }) => (rank === 1) === (category === given))).toBe(true);
  });

  test('reports its progress up to the end, never backwards', () => {
    const reports: number[] = [];
    trainModel(examples, { onProgress: (done) => reports.push(done) });

    expect(reports.at(-1)).toBe(1);
    expect(reports).toEqual(reports.toSorted((left, right) => left - right));
  });

  test('learns from two examples of two categories', () => {
    const { model: tiny } = trainModel([
      { text: 'apples', category: 'fruit' },
      { text: 'ripe pears', category: 'fruit' },
      { text: 'carrots', category: 'vegetable' },
      { text: 'green beans', category: 'vegetable' },
    ]);

    expect(classify(tiny, 'green carrots', { top: 1 })).toMatchObject([{ category: 'vegetable' }]);
  });

  test('passes over texts without words, and takes a category that occurred once', () => {
    const { model: odd } = trainModel([
      ...examples,
      { text: '?!', category: 'signs' },
      { text: 'steuerbescheid', category: 'tax' },
    ]);

    expect(odd.categories).toEqual(['card', 'loan', 'login', 'tax']);
    expect(classify(odd, 'steuerbescheid', { top: 1 })).toMatchObject([{ category: 'tax' }]);
  });

  test('refuses examples it cannot learn from and says which', () => {
    let thrown: unknown;
    try {
      trainModel([{ text: 'a b', category: 'one' }]);
    } catch (error) {
      thrown = error;
    }

    expect(hasCode(thrown, 'classification/untrainable') && thrown.facts.diagnostics.map(({ code }) => code)).toEqual([
      'classification/too-few-categories',
    ]);
  });
});

describe('long texts', () => {
  const filler = Array.from({ length: 700 }, (_, index) => `w${index % 350}`).join(' ');
  const long = examples.map(({ text, category }) => ({ text: `${text}. ${filler}. ${text}`, category }));

  test('are learned from by a part of their words at a time', () => {
    const { model: learned } = trainModel(long);
    const guess = (text: string): string | undefined => classify(learned, `${filler} ${text}`, { top: 1 })[0]?.category;

    expect([guess('my credit card'), guess('a mortgage'), guess('my forgotten password')]).toEqual([
      'card',
      'loan',
      'login',
    ]);
  });
});

describe('checkTrainingExamples', () => {
  test('leads to the example at fault', () => {
    const wrong = [...examples, { text: '?!', category: 'card' }, { text: 'a', category: ' ' }];

    expect(checkTrainingExamples(wrong)).toMatchObject([
      { code: 'classification/empty-text', severity: 'warning', path: [75, 'text'] },
      { code: 'classification/missing-category', severity: 'error', path: [76, 'category'] },
    ]);
  });

  test('warns of a category with few examples', () => {
    const few = [...examples, { text: 'fees', category: 'fees' }];

    expect(checkTrainingExamples(few)).toMatchObject([{ code: 'classification/few-examples', severity: 'warning' }]);
  });
});

describe('classify', () => {
  test('lists all categories or the first few, surest first', () => {
    const all = classify(model, 'help with my loan contract');

    expect(all.map(({ category }) => category).toSorted()).toEqual(['card', 'loan', 'login']);
    expect(all[0]?.category).toBe('loan');
    expect(classify(model, 'help with my loan contract', { top: 2 })).toEqual(all.slice(0, 2));
  });

  test('is less sure of a text about two things than of one about one', () => {
    const [both] = classify(model, 'my loan and my card');
    const [one] = classify(model, 'my loan and my mortgage');

    expect(both?.confidence).toBeLessThan(one?.confidence ?? 0);
  });

  test('answers any text with confidences from 0 to 100 that add up to 100 at most', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 300 })), (text) => {
        const confidences = classify(model, text).map(({ confidence }) => confidence);
        if (confidences.length === 0) return;
        expect(confidences).toEqual(confidences.toSorted((left, right) => right - left));
        expect(confidences.every((confidence) => confidence >= 0 && confidence <= 100)).toBe(true);
        expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThan(100.5);
      }),
    );
  });

  test('is unsure of a text about none of the categories, also where one fits it better than the others', () => {
    const foreign = [
      'we love hiking in the mountains',
      'the parcel was left with a neighbour',
      'what about lunch tomorrow',
    ];
    const known = ['please help me with the interest rate', 'there is a problem with my password', 'my new card'];
    const surest = (text: string): number => classify(model, text, { top: 1 })[0]?.confidence ?? 0;

    expect(Math.max(...foreign.map(surest))).toBeLessThan(Math.min(...known.map(surest)));
    expect(Math.max(...foreign.map(surest))).toBeLessThan(50);
  });

  test('names no category for a text without a known word', () => {
    expect([classify(model, ''), classify(model, '?? 漢')]).toEqual([[], []]);
  });
});

describe('encodeModel', () => {
  test('keeps the whole model', () => {
    expect(decodeModel(encodeModel(model))).toEqual(model);
  });

  test('is read from within a larger buffer', () => {
    const bytes = encodeModel(model);
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);

    expect(decodeModel(larger.subarray(3, 3 + bytes.length))).toEqual(model);
    // as a database gives them: a view into memory that others share
    expect(decodeModel(Buffer.from(bytes))).toEqual(model);
    expect(decodeModel(Buffer.from(larger).subarray(3, 3 + bytes.length))).toEqual(model);
  });

  test('refuses bytes that are not a whole model, with the reason', () => {
    const bytes = encodeModel(model);
    const newer = bytes.slice();
    newer[7] = 9;

    expect(() => decodeModel(new Uint8Array(3))).toThrow('does not begin like a model');
    expect(() => decodeModel(newer)).toThrow('its layout is version 9, known is 2');
    expect(() => decodeModel(bytes.subarray(0, bytes.length - 1))).toThrow('is not complete');
    expect(() => decodeModel(bytes.subarray(0, 20))).toThrow('its head is damaged');
  });

  test('never reads damaged bytes as anything but a model or a refusal', () => {
    const bytes = encodeModel(model);
    fc.assert(
      fc.property(fc.nat(200), fc.nat(255), (at, value) => {
        const damaged = bytes.slice();
        damaged[at] = value;
        try {
          expect(decodeModel(damaged).categories.length).toBeGreaterThan(1);
        } catch (error) {
          expect(hasCode(error, 'classification/unreadable-model')).toBe(true);
        }
      }),
    );
  });
});
