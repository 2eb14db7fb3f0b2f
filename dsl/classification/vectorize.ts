import type { Vocabulary } from './build-vocabulary.ts';
import type { TextFeatures } from './extract-features.ts';
import type { FeatureIndex } from './feature-index.ts';
import { unknownFactor, type WordGrams } from './word-grams.ts';

/** A text as the rows of the features it holds. Words and letters weigh the same, however many there are of either. */
export interface TextVector {
  /** Words and pairs that are known. */
  readonly rows: Int32Array;
  /** What the factor of a word or pair is multiplied with. */
  readonly wordScale: number;
  readonly grams: readonly WordGrams[];
  /** What the factor of a run of letters is multiplied with. */
  readonly gramScale: number;
}

/** Turns a text into a vector. `gramsOfWord` is asked for each of its words. */
export function vectorize(
  { words, hashes, wordCount }: TextFeatures,
  { factors }: Vocabulary,
  index: FeatureIndex,
  gramsOfWord: (word: string) => WordGrams,
): TextVector {
  const rows = new Int32Array(hashes.length);
  let count = 0;
  let squares = 0;
  for (const [at, hash] of hashes.entries()) {
    const row = index.rowOf(hash);
    if (row !== -1) {
      rows[count++] = row;
      squares += (factors[row] ?? 0) ** 2;
    } else if (at < wordCount) squares += unknownFactor * unknownFactor;
  }
  const grams = words.map(gramsOfWord);
  let gramSquares = 0;
  for (const one of grams) gramSquares += one.squares;
  return { rows: rows.subarray(0, count), wordScale: scaleOf(squares), grams, gramScale: scaleOf(gramSquares) };
}

/** Each of the two parts gets half of the squared length, which is 1 as a whole. */
function scaleOf(squares: number): number {
  return squares === 0 ? 0 : Math.SQRT1_2 / Math.sqrt(squares);
}
