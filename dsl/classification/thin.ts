import type { TextVector } from './vectorize.ts';

/** A part of the features of a text, with their values: the first `count` of each list. */
export interface Thinned {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  count: number;
}

/** Share of the features hidden at each step, so that no feature is relied on alone. */
const hidden = 0.5;

/** Room for the longest of some texts. */
export function thinnedFor(vectors: readonly TextVector[]): Thinned {
  let longest = 0;
  for (const { rows, grams } of vectors) {
    longest = Math.max(
      longest,
      grams.reduce((sum, one) => sum + one.rows.length, rows.length),
    );
  }
  return { rows: new Int32Array(longest), values: new Float32Array(longest), count: 0 };
}

/** Draws features of a text; those that stay speak for those that are hidden. */
export function thin(vector: TextVector, factors: Float32Array, into: Thinned, random: () => number): void {
  into.count = 0;
  draw(vector.rows, vector.wordScale, { factors, into, random });
  for (const { rows } of vector.grams) draw(rows, vector.gramScale, { factors, into, random });
}

interface Draw {
  readonly factors: Float32Array;
  readonly into: Thinned;
  readonly random: () => number;
}

function draw(from: Int32Array, scale: number, { factors, into, random }: Draw): void {
  const { rows, values } = into;
  let count = into.count;
  for (const row of from) {
    if (random() < hidden) continue;
    rows[count] = row;
    values[count++] = ((factors[row] as number) * scale) / (1 - hidden);
  }
  into.count = count;
}
