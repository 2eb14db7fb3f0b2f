import { extractFeatures } from './extract-features.ts';
import type { ClassificationModel, Classified } from './model.ts';
import { softmax } from './softmax.ts';
import { type TextVector, vectorize } from './vectorize.ts';

/** How many categories are wanted. */
export interface ClassifyOptions {
  /** Default: all. */
  readonly top?: number | undefined;
}

/**
 * The categories of a text, surest first, with a confidence from 0 to 100 in tenths; over all categories they add up to
 * about 100. Texts were labelled by people, so the confidence is that of agreeing with them. Nothing at all
 * for a text of which the model knows no word and no part of one.
 */
export function classify(model: ClassificationModel, text: string, options: ClassifyOptions = {}): Classified[] {
  const vector = vectorize(extractFeatures(text), model);
  if (vector.rows.length === 0) return [];
  const probabilities = scoresOf(model, vector);
  softmax(probabilities, model.temperature);
  return model.categories
    .map((category, column) => ({ category, confidence: Math.round((probabilities[column] ?? 0) * 1000) / 10, column }))
    .sort((left, right) => (probabilities[right.column] ?? 0) - (probabilities[left.column] ?? 0))
    .slice(0, options.top ?? model.categories.length)
    .map(({ category, confidence }) => ({ category, confidence }));
}

function scoresOf(model: ClassificationModel, { rows, values }: TextVector): Float64Array {
  const scores = Float64Array.from(model.biases);
  const width = scores.length;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const value = (values[at] ?? 0) * (model.scales[row] ?? 0);
    const from = row * width;
    for (let column = 0; column < width; column++) {
      scores[column] = (scores[column] ?? 0) + (model.weights[from + column] ?? 0) * value;
    }
  }
  return scores;
}
