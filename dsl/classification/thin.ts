import type { TextVector } from './vectorize.ts';

/** A part of the features of a text, with their values: the first `count` of each list. */
export interface Thinned {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  count: number;
  /** Share of the features that were drawn, compared with that of a short text, at most 1. */
  share: number;
}

/** Share of the features hidden at each step, so that no feature is relied on alone. */
const hidden = 0.5;
/**
 * Features of a text beyond which more of them are hidden: a long mail says what it is about many times over, and would take
 * twenty times as long as a short message to learn from. No short message reaches it.
 */
const mostShown = 300;

/** Room for the longest of some texts. */
export function thinnedFor(vectors: readonly TextVector[]): Thinned {
  const longest = vectors.reduce((most, vector) => Math.max(most, featureCount(vector)), 0);
  return { rows: new Int32Array(longest), values: new Float32Array(longest), count: 0, share: 1 };
}

/** Draws features of a text; those that stay speak for those that are hidden. */
export function thin(vector: TextVector, factors: Float32Array, into: Thinned, random: () => number): void {
  const shown = Math.min(1 - hidden, mostShown / featureCount(vector));
  // in a text of which every second feature is shown each is drawn for itself, in a longer one the distance to the next is
  const nextStep = shown < 1 - hidden ? longStep(shown, random) : shortStep(random);
  const draw: Draw = { factors, into, nextStep };
  into.count = 0;
  into.share = shown / (1 - hidden);
  let at = drawFrom(vector.rows, vector.wordScale / shown, nextStep() - 1, draw);
  for (const { rows } of vector.grams) at = drawFrom(rows, vector.gramScale / shown, at, draw);
}

function featureCount({ rows, grams }: TextVector): number {
  let count = rows.length;
  for (const one of grams) count += one.rows.length;
  return count;
}

/** One more for each feature that is hidden before the next one shown. */
function shortStep(random: () => number): () => number {
  return () => {
    let step = 1;
    while (random() < hidden) step++;
    return step;
  };
}

/** Spread evenly around the distance that shows the wanted share: one drawn number for many features. */
function longStep(shown: number, random: () => number): () => number {
  const span = 2 / shown - 1;
  return () => 1 + Math.floor(random() * span);
}

interface Draw {
  readonly factors: Float32Array;
  readonly into: Thinned;
  readonly nextStep: () => number;
}

/** Draws from the place on that was reached, and answers how far beyond the end of the list the next one is. */
function drawFrom(from: Int32Array, scale: number, start: number, { factors, into, nextStep }: Draw): number {
  const { rows, values } = into;
  let at = start;
  for (; at < from.length; at += nextStep()) {
    const row = from[at] as number;
    rows[into.count] = row;
    values[into.count++] = (factors[row] as number) * scale;
  }
  return at - from.length;
}
