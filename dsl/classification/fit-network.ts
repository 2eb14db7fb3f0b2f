import { addScaled, type Network, scoresOf } from './network.ts';
import { randomNumbers, shuffle } from './random-numbers.ts';
import { softmax } from './softmax.ts';
import { thin, type Thinned, thinnedFor } from './thin.ts';
import type { TextVector } from './vectorize.ts';

/** What a network is fitted to. */
export interface FitInput {
  readonly vectors: readonly TextVector[];
  /** Category of each vector. */
  readonly labels: readonly number[];
  readonly categoryCount: number;
  /** How much each feature counts. */
  readonly factors: Float32Array;
  /** Networks of other seeds err in other texts, so that several of them together err less. */
  readonly seed: number;
}

// Chosen on messages of a bank, 10 and about 100 a category, and on short descriptions of software in English and German; the
// differences around these values are within what another split of the same texts makes.
const unitCount = 64;
const firstSpread = 0.03;
const firstRate = 0.5;
/** The second layer and the biases get every update at once, single features only now and then. */
const weightRate = 0.1;
const biasRate = 0.02;
/** Share of the hidden units that are silent at each step, so that none is relied on alone. */
const silent = 0.3;
/** Share of certainty given to all categories: labels that people set are wrong now and then. */
const doubt = 0.1;
const fewestPasses = 16;
const mostPasses = 80;
/** Small sets need more passes to get anywhere. */
const stepsWanted = 50_000;

/** Passes over the examples for a set of this size. */
export function passesFor(exampleCount: number): number {
  return Math.min(mostPasses, Math.max(fewestPasses, Math.ceil(stepsWanted / exampleCount)));
}

/** Stochastic descent of the cross-entropy with a falling rate. The same input gives the same network. */
export function fitNetwork(input: FitInput, onPass: () => void): Network {
  const { vectors, labels, seed } = input;
  const random = randomNumbers(seed);
  const network = firstNetwork(input, random);
  const order = Int32Array.from(vectors.keys());
  const passes = passesFor(vectors.length);
  const work: Work = { ...workFor(input), random };
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    const rate = firstRate * (1 - pass / passes);
    for (const index of order) {
      const vector = vectors[index];
      if (vector === undefined) continue;
      thin(vector, input.factors, work.thinned, random);
      // few features that speak for many move all the further: without this the steps of long texts overshoot
      step(network, labels[index] ?? 0, rate * work.thinned.share, work);
    }
    onPass();
  }
  return network;
}

function firstNetwork({ factors, categoryCount }: FitInput, random: () => number): Network {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return {
    embedding: Float32Array.from({ length: factors.length * unitCount }, () => normal() * firstSpread),
    hiddenBiases: new Float32Array(unitCount),
    weights: Float32Array.from({ length: unitCount * categoryCount }, () => normal() / Math.sqrt(unitCount)),
    biases: new Float32Array(categoryCount),
  };
}

/** Memory of a step, used again and again. */
interface Work {
  readonly thinned: Thinned;
  readonly hidden: Float32Array;
  readonly slopes: Float32Array;
  readonly random: () => number;
}

function workFor({ vectors }: FitInput): Omit<Work, 'random'> {
  return {
    thinned: thinnedFor(vectors),
    hidden: new Float32Array(unitCount),
    slopes: new Float32Array(unitCount),
  };
}

function step(network: Network, label: number, rate: number, work: Work): void {
  const { embedding, hiddenBiases, weights, biases } = network;
  const { thinned, hidden, slopes, random } = work;
  const { rows, values, count } = thinned;
  hidden.set(hiddenBiases);
  for (let at = 0; at < count; at++)
    addScaled(hidden, embedding, (rows[at] as number) * unitCount, values[at] as number);
  for (let unit = 0; unit < unitCount; unit++) {
    const value = hidden[unit] as number;
    hidden[unit] = value > 0 && random() >= silent ? value / (1 - silent) : 0;
  }
  const errors = scoresOf(network, hidden);
  softmax(errors);
  const width = errors.length;
  for (let column = 0; column < width; column++) errors[column] = (errors[column] as number) - doubt / width;
  errors[label] = (errors[label] ?? 0) - (1 - doubt);
  for (let unit = 0; unit < unitCount; unit++) {
    const value = hidden[unit] as number;
    slopes[unit] = value > 0 ? dot(errors, weights, unit * width) / (1 - silent) : 0;
    if (value > 0) addToRow(weights, unit * width, errors, -value * rate * weightRate);
  }
  for (let at = 0; at < count; at++)
    addToRow(embedding, (rows[at] as number) * unitCount, slopes, -rate * (values[at] as number));
  addToRow(biases, 0, errors, -rate * biasRate);
  addToRow(hiddenBiases, 0, slopes, -rate * biasRate);
}

function dot(vector: Float32Array, matrix: Float32Array, from: number): number {
  const width = vector.length;
  let sum = 0;
  for (let at = 0; at < width; at++) sum += (vector[at] as number) * (matrix[from + at] as number);
  return sum;
}

function addToRow(matrix: Float32Array, from: number, vector: Float32Array, factor: number): void {
  const width = vector.length;
  for (let at = 0; at < width; at++)
    matrix[from + at] = (matrix[from + at] as number) + (vector[at] as number) * factor;
}
