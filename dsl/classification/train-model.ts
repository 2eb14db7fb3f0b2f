import { CodedError } from '../errors/coded-error.ts';
import { buildVocabulary } from './build-vocabulary.ts';
import { checkTrainingExamples } from './check-training-examples.ts';
import { extractFeatures, type TextFeatures } from './extract-features.ts';
import { type FitInput, fitWeights, passesFor, scoresOf, type Weights } from './fit-weights.ts';
import { fitTemperature, type ScoredText } from './fit-temperature.ts';
import type { Answer, ClassificationModel, TrainingExample } from './model.ts';
import { randomNumbers, shuffle } from './random-numbers.ts';
import { softmax } from './softmax.ts';
import { type Vocabulary, vectorize } from './vectorize.ts';

/** Of every category one example in so many is kept back to see how sure the model may be. */
const foldCount = 5;
/** From here on one fold tells enough; smaller sets have every example kept back once. */
const enoughForOneFold = 2000;

/** How a model is trained. */
export interface TrainOptions {
  /** Told now and then what share is done, from 0 to 1, ending with 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** What came of a training. */
export interface Training {
  readonly model: ClassificationModel;
  /** What a model trained on a part of the examples said of those kept back; each example at most once. */
  readonly answers: readonly Answer[];
}

/**
 * Learns categories from labelled texts. The same examples in the same order always give the same model. Takes about a
 * second for a thousand short texts in many categories, and does not yield: run it where nobody waits. Texts without a
 * word are passed over.
 *
 * @throws CodedError classification/untrainable with what `checkTrainingExamples` found
 */
export function trainModel(examples: readonly TrainingExample[], options: TrainOptions = {}): Training {
  const diagnostics = checkTrainingExamples(examples).filter((diagnostic) => diagnostic.severity === 'error');
  if (diagnostics.length > 0) throw new CodedError('classification/untrainable', { diagnostics });
  const { categories, set } = read(examples);
  const folds = foldsOf(set.labels);
  const onPass = progress(set, folds, options.onProgress);
  const scored = folds.flatMap((fold) => scoreHeldOut(set, fold, onPass));
  const { vocabulary, fitted } = fit(set, onPass);
  const temperature = fitTemperature(scored);
  return {
    model: { categories, ...vocabulary, ...inBytes(fitted), temperature },
    answers: scored.map((text) => answerOf(text, temperature, categories)),
  };
}

function read(examples: readonly TrainingExample[]): { categories: readonly string[]; set: LabelledSet } {
  const read = examples
    .map(({ text, category }) => ({ features: extractFeatures(text), category }))
    .filter(({ features }) => features.words.size > 0);
  const categories = [...new Set(read.map(({ category }) => category))].sort();
  const columns = new Map(categories.map((category, column) => [category, column]));
  const labels = read.map(({ category }) => columns.get(category) ?? 0);
  return { categories, set: { texts: read.map(({ features }) => features), labels, categoryCount: categories.length } };
}

function answerOf({ scores, label }: ScoredText, temperature: number, categories: readonly string[]): Answer {
  const probabilities = Float64Array.from(scores);
  softmax(probabilities, temperature);
  const highest = Math.max(...probabilities);
  const wanted = probabilities[label] ?? 0;
  return {
    category: categories[label] ?? '',
    given: categories[probabilities.indexOf(highest)],
    confidence: highest * 100,
    rank: probabilities.filter((probability) => probability > wanted).length + 1,
  };
}

interface LabelledSet {
  readonly texts: readonly TextFeatures[];
  readonly labels: readonly number[];
  readonly categoryCount: number;
}

function fit(set: LabelledSet, onPass: () => void): { vocabulary: Vocabulary; fitted: Weights } {
  const vocabulary = buildVocabulary(set.texts, set.labels, set.categoryCount);
  const input: FitInput = {
    vectors: set.texts.map((text) => vectorize(text, vocabulary)),
    labels: set.labels,
    categoryCount: set.categoryCount,
    featureCount: vocabulary.features.length,
  };
  return { vocabulary, fitted: fitWeights(input, onPass) };
}

/** Lists of examples to keep back together: of each category its share, drawn but always the same. */
function foldsOf(labels: readonly number[]): ReadonlySet<number>[] {
  const order = Int32Array.from(labels.keys());
  shuffle(order, randomNumbers(2));
  const folds = Array.from({ length: foldCount }, () => new Set<number>());
  const seen = new Map<number, number>();
  for (const index of order) {
    const label = labels[index] ?? 0;
    const rank = seen.get(label) ?? 0;
    folds[rank % foldCount]?.add(index);
    seen.set(label, rank + 1);
  }
  const used = labels.length >= enoughForOneFold ? folds.slice(0, 1) : folds;
  return used.filter((fold) => fold.size > 0);
}

function scoreHeldOut(set: LabelledSet, heldOut: ReadonlySet<number>, onPass: () => void): ScoredText[] {
  const indexes = [...set.labels.keys()];
  const rest = indexes.filter((index) => !heldOut.has(index));
  const { vocabulary, fitted } = fit(subset(set, rest), onPass);
  const { texts, labels } = subset(set, [...heldOut]);
  return texts.map((text, at) => ({ scores: scoresOf(fitted, vectorize(text, vocabulary)), label: labels[at] ?? 0 }));
}

function subset(set: LabelledSet, indexes: readonly number[]): LabelledSet {
  const texts: TextFeatures[] = [];
  const labels: number[] = [];
  for (const index of indexes) {
    const text = set.texts[index];
    if (text !== undefined) {
      texts.push(text);
      labels.push(set.labels[index] ?? 0);
    }
  }
  return { ...set, texts, labels };
}

/** A quarter of the memory, and no more than a hundredth of the accuracy's own uncertainty. */
function inBytes({ weights, biases }: Weights): Pick<ClassificationModel, 'weights' | 'scales' | 'biases'> {
  const width = biases.length;
  const scales = new Float32Array(weights.length / width);
  const bytes = new Int8Array(weights.length);
  for (let row = 0; row < scales.length; row++) {
    let largest = 0;
    for (let at = row * width; at < (row + 1) * width; at++) largest = Math.max(largest, Math.abs(weights[at] ?? 0));
    if (largest > 0) {
      scales[row] = largest / 127;
      for (let at = row * width; at < (row + 1) * width; at++)
        bytes[at] = Math.round(((weights[at] ?? 0) / largest) * 127);
    }
  }
  return { weights: bytes, scales, biases };
}

function progress(
  { labels }: LabelledSet,
  folds: readonly ReadonlySet<number>[],
  report: ((done: number) => void) | undefined,
): () => void {
  const total = folds.reduce((sum, fold) => sum + passesFor(labels.length - fold.size), passesFor(labels.length));
  let done = 0;
  return () => report?.(++done / total);
}
