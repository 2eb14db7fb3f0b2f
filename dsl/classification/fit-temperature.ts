import { softmax } from './softmax.ts';

/** Scores of a text the model was not trained on, and the category it belongs to. */
export interface ScoredText {
  readonly scores: Float32Array;
  readonly label: number;
}

const lowest = 0.05;
const highest = 20;
// each halving and a bit of the interval; forty leave no digit that a confidence in tenths would show
const rounds = 40;
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * The temperature under which the probabilities fit best what really was the case (least cross-entropy). Without any
 * scored text it is 1.
 */
export function fitTemperature(texts: readonly ScoredText[]): number {
  if (texts.length === 0) return 1;
  let low = Math.log(lowest);
  let high = Math.log(highest);
  for (let round = 0; round < rounds; round++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (crossEntropy(texts, Math.exp(left)) <= crossEntropy(texts, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** That all texts kept back were right is no proof that none ever is wrong: as if a few more had come out anyhow (Platt 1999). */
const unseenErrors = 2;

function crossEntropy(texts: readonly ScoredText[], temperature: number): number {
  let total = 0;
  const error = unseenErrors / (texts.length + unseenErrors);
  for (const { scores, label } of texts) {
    const probabilities = Float32Array.from(scores);
    softmax(probabilities, temperature);
    // never the logarithm of 0, which underflow gives for a hopeless text
    const logarithms = probabilities.map((probability) => Math.log(Math.max(probability, 1e-30)));
    const mean = logarithms.reduce((sum, one) => sum + one, 0) / logarithms.length;
    total -= (1 - error) * (logarithms[label] ?? 0) + error * mean;
  }
  return total;
}
