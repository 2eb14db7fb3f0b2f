import type { TextFeatures } from './extract-features.ts';

/** A text as the rows of the features it holds and their values. Its length is 1, or 0 when nothing in it is known. */
export interface TextVector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** The features a model knows. */
export interface Vocabulary {
  /** Hashes, ascending. */
  readonly features: Uint32Array;
  readonly factors: Float32Array;
}

/** Turns a text into a vector: words and letters weigh the same, however many there are of either. */
export function vectorize({ words, grams }: TextFeatures, vocabulary: Vocabulary): TextVector {
  const rows = new Int32Array(words.size + grams.size);
  const values = new Float32Array(rows.length);
  let count = 0;
  let parts = 0;
  for (const hashes of [words, grams]) {
    const from = count;
    let squares = 0;
    for (const hash of hashes) {
      const row = rowOf(hash, vocabulary.features);
      const factor = row === -1 ? 0 : (vocabulary.factors[row] ?? 0);
      if (factor > 0) {
        rows[count] = row;
        values[count++] = factor;
        squares += factor * factor;
      }
    }
    if (squares > 0) parts++;
    const length = Math.sqrt(squares);
    for (let at = from; at < count; at++) values[at] = (values[at] ?? 0) / length;
  }
  const length = Math.sqrt(parts);
  for (let at = 0; at < count; at++) values[at] = (values[at] ?? 0) / length;
  return { rows: rows.subarray(0, count), values: values.subarray(0, count) };
}

function rowOf(hash: number, features: Uint32Array): number {
  let low = 0;
  let high = features.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = features[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
