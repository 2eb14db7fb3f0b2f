import { randomNumbers, shuffle } from './random-numbers.ts';
import { softmax } from './softmax.ts';
import type { TextVector } from './vectorize.ts';

/** Weights of a linear model, row by row of the features, and the score each category starts from. */
export interface Weights {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** What the weights are fitted to. */
export interface FitInput {
  readonly vectors: readonly TextVector[];
  /** Category of each vector. */
  readonly labels: readonly number[];
  readonly categoryCount: number;
  readonly featureCount: number;
}

// Found by cross-validation on 8,000 short texts; flat around these values, so other texts are served as well.
const firstRate = 1;
const biasRate = 0.1;
/** Share of the features hidden at each step, so that no feature is relied on alone. */
const hidden = 0.7;
/** Share of certainty given to all categories: labels that people set are wrong now and then. */
const doubt = 0.1;
const fewestPasses = 16;
const mostPasses = 200;
/** Small sets need more passes to get anywhere. */
const stepsWanted = 60_000;

/** Passes over the examples for a set of this size. */
export function passesFor(exampleCount: number): number {
  return Math.min(mostPasses, Math.max(fewestPasses, Math.ceil(stepsWanted / exampleCount)));
}

/** Multinomial logistic regression by stochastic descent with a falling rate. The same input gives the same weights. */
export function fitWeights(input: FitInput, onPass: () => void): Weights {
  const { vectors, labels, categoryCount, featureCount } = input;
  const weights = new Float32Array(featureCount * categoryCount);
  const biases = new Float32Array(categoryCount);
  const random = randomNumbers(1);
  const order = Int32Array.from(vectors.keys());
  const passes = passesFor(vectors.length);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    const rate = firstRate * (1 - pass / passes);
    for (const index of order) {
      const vector = vectors[index];
      if (vector !== undefined) step({ weights, biases }, thinned(vector, random), labels[index] ?? 0, rate);
    }
    onPass();
  }
  return { weights, biases };
}

/** The scores of a vector, before they are made probabilities. */
export function scoresOf({ weights, biases }: Weights, { rows, values }: TextVector): Float64Array {
  const scores = Float64Array.from(biases);
  const width = scores.length;
  for (let at = 0; at < rows.length; at++) {
    const from = (rows[at] ?? 0) * width;
    const value = values[at] ?? 0;
    for (let column = 0; column < width; column++) {
      scores[column] = (scores[column] ?? 0) + (weights[from + column] ?? 0) * value;
    }
  }
  return scores;
}

function step(model: Weights, vector: TextVector, label: number, rate: number): void {
  const { weights, biases } = model;
  const width = biases.length;
  const errors = scoresOf(model, vector);
  softmax(errors);
  for (let column = 0; column < width; column++) {
    errors[column] = (errors[column] ?? 0) - doubt / width - (column === label ? 1 - doubt : 0);
  }
  const { rows, values } = vector;
  for (let at = 0; at < rows.length; at++) {
    const from = (rows[at] ?? 0) * width;
    const moved = (values[at] ?? 0) * rate;
    for (let column = 0; column < width; column++) {
      weights[from + column] = (weights[from + column] ?? 0) - moved * (errors[column] ?? 0);
    }
  }
  for (let column = 0; column < width; column++) {
    biases[column] = (biases[column] ?? 0) - biasRate * rate * (errors[column] ?? 0);
  }
}

function thinned({ rows, values }: TextVector, random: () => number): TextVector {
  const keptRows = new Int32Array(rows.length);
  const keptValues = new Float32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    if (random() >= hidden) {
      keptRows[count] = rows[at] ?? 0;
      // what stays speaks for what is hidden
      keptValues[count++] = (values[at] ?? 0) / (1 - hidden);
    }
  }
  return { rows: keptRows.subarray(0, count), values: keptValues.subarray(0, count) };
}
