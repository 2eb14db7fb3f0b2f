import type { Vocabulary } from './build-vocabulary.ts';
import { gramsOf } from './extract-features.ts';
import type { FeatureIndex } from './feature-index.ts';

/** The runs of letters of one word: the rows of those that are known, and the squares of all their factors together. */
export interface WordGrams {
  readonly rows: Int32Array;
  readonly squares: number;
}

/**
 * What a word or a run of letters counts that was in no training text. It adds to the length of a text without adding to any
 * category, so that a text about something else gets low scores everywhere and with them a low confidence.
 */
export const unknownFactor = 0.4;

/** The runs of letters of a word as a vocabulary knows them. */
export function wordGrams(word: string, { factors }: Vocabulary, index: FeatureIndex): WordGrams {
  const rows: number[] = [];
  let squares = 0;
  for (const hash of gramsOf(word)) {
    const row = index.rowOf(hash);
    if (row === -1) squares += unknownFactor * unknownFactor;
    else {
      rows.push(row);
      squares += (factors[row] ?? 0) ** 2;
    }
  }
  return { rows: Int32Array.from(rows), squares };
}
