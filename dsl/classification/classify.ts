import { extractFeatures } from './extract-features.ts';
import type { ClassificationModel, Classified } from './model.ts';
import { ModelReader } from './model-reader.ts';
import { highestOf, withinScope } from './scope.ts';
import { softmax } from './softmax.ts';

/** How many categories are wanted. */
export interface ClassifyOptions {
  /** Default: all. */
  readonly top?: number | undefined;
}

/** What was prepared for a model, as long as it is used. */
const readers = new WeakMap<ClassificationModel, ModelReader>();

/**
 * The categories of a text, surest first, with a confidence from 0 to 100 in tenths; over all categories they add up to
 * how sure it is that the text is about any of them, at most about 100. Texts were labelled by people, so the confidence is that of agreeing with them. Nothing at all
 * for a text of which the model knows no word and no part of one.
 */
export function classify(model: ClassificationModel, text: string, options: ClassifyOptions = {}): Classified[] {
  const reader = readers.get(model) ?? new ModelReader(model);
  readers.set(model, reader);
  const probabilities = reader.scoresOf(extractFeatures(text));
  if (probabilities === undefined) return [];
  const within = withinScope(model.scope, highestOf(probabilities));
  softmax(probabilities, model.temperature);
  return surest(probabilities, options.top ?? probabilities.length).map((column) => ({
    category: model.categories[column] ?? '',
    confidence: Math.round((probabilities[column] ?? 0) * within * 1000) / 10,
  }));
}

/** The columns of the highest values, highest first; of equals the first. */
function surest(values: Float32Array, count: number): number[] {
  if (count === 1) {
    let best = 0;
    for (let at = 1; at < values.length; at++) if ((values[at] as number) > (values[best] as number)) best = at;
    return [best];
  }
  const columns = [...values.keys()].sort((left, right) => (values[right] ?? 0) - (values[left] ?? 0));
  return columns.slice(0, count);
}
