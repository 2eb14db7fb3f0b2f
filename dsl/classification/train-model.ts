import { CodedError } from '../errors/coded-error.ts';
import { buildVocabulary, type Vocabulary } from './build-vocabulary.ts';
import { checkTrainingExamples } from './check-training-examples.ts';
import { FeatureIndex } from './feature-index.ts';
import { fitNetwork, passesFor } from './fit-network.ts';
import { fitTemperature, type ScoredText } from './fit-temperature.ts';
import { foldsOf, type LabelledSet, labelledSet, partOf } from './labelled-set.ts';
import type { Answer, ClassificationModel, TrainingExample } from './model.ts';
import { ModelReader } from './model-reader.ts';
import { joinNetworks, type Network } from './network.ts';
import { rowsInBytes } from './rows-in-bytes.ts';
import { fitScope, highestOf, type Scope, withinScope } from './scope.ts';
import { softmax } from './softmax.ts';
import { vectorize } from './vectorize.ts';
import { type WordGrams, wordGrams } from './word-grams.ts';

/** Networks of a model; those that only judge are alone, as a second one would take its time and tell little more. */
const networkCount = 2;

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
 * Learns categories from labelled texts. The same examples in the same order always give the same model. Takes some seconds
 * for some thousand short texts, and does not yield: run it where nobody waits. Texts without a word are passed over.
 *
 * @throws CodedError classification/untrainable with what `checkTrainingExamples` found
 */
export function trainModel(examples: readonly TrainingExample[], options: TrainOptions = {}): Training {
  const diagnostics = checkTrainingExamples(examples).filter((diagnostic) => diagnostic.severity === 'error');
  if (diagnostics.length > 0) throw new CodedError('classification/untrainable', { diagnostics });
  const { categories, set } = labelledSet(examples);
  const folds = foldsOf(set);
  const onPass = progress(set, folds, options.onProgress);
  const scored = folds.flatMap((fold) => scoreHeldOut(set, categories, fold, onPass));
  const judged: Judged = {
    categories,
    temperature: fitTemperature(scored),
    scope: scopeOf(scored),
  };
  return {
    model: { ...fit(set, networkCount, onPass), ...judged },
    answers: scored.map((text) => answerOf(text, judged)),
  };
}

function scopeOf(scored: readonly ScoredText[]): Scope | undefined {
  const highest = scored.map(({ scores }) => highestOf(scores));
  const right = scored.filter(({ scores, label }, at) => scores[label] === highest[at]).length;
  return fitScope(highest, right / scored.length);
}

type Judged = Pick<ClassificationModel, 'categories' | 'temperature' | 'scope'>;
type Fitted = Omit<ClassificationModel, keyof Judged>;

function fit(set: LabelledSet, count: number, onPass: () => void): Fitted {
  const vocabulary = buildVocabulary(set.texts, set.labels, set.categoryCount);
  const vectors = vectorsOf(set, vocabulary);
  const { labels, categoryCount } = set;
  const networks = Array.from({ length: count }, (_, index) =>
    fitNetwork({ vectors, labels, categoryCount, factors: vocabulary.factors, seed: index + 1 }, onPass),
  );
  return { ...vocabulary, ...small(joinNetworks(networks)) };
}

function small({ embedding, ...rest }: Network): Omit<Fitted, keyof Vocabulary> {
  const { bytes, scales } = rowsInBytes(embedding, rest.hiddenBiases.length);
  return { ...rest, embedding: bytes, scales };
}

function vectorsOf({ texts }: LabelledSet, vocabulary: Vocabulary) {
  const index = new FeatureIndex(vocabulary.features);
  const grams = new Map<string, WordGrams>();
  const gramsOfWord = (word: string): WordGrams => {
    const known = grams.get(word) ?? wordGrams(word, vocabulary, index);
    grams.set(word, known);
    return known;
  };
  return texts.map((text) => vectorize(text, vocabulary, index, gramsOfWord));
}

function scoreHeldOut(
  set: LabelledSet,
  categories: readonly string[],
  heldOut: ReadonlySet<number>,
  onPass: () => void,
): ScoredText[] {
  const rest = partOf(set, heldOut, false);
  const reader = new ModelReader({ ...fit(rest, 1, onPass), categories, temperature: 1 });
  const { texts, labels } = partOf(set, heldOut, true);
  return texts.map((text, at) => ({
    scores: reader.scoresOf(text) ?? new Float32Array(categories.length),
    label: labels[at] ?? 0,
  }));
}

function answerOf({ scores, label }: ScoredText, { categories, temperature, scope }: Judged): Answer {
  const probabilities = Float32Array.from(scores);
  softmax(probabilities, temperature);
  const highest = probabilities.reduce((best, one) => Math.max(best, one), 0);
  const wanted = probabilities[label] ?? 0;
  return {
    category: categories[label] ?? '',
    given: categories[probabilities.indexOf(highest)],
    confidence: highest * withinScope(scope, highestOf(scores)) * 100,
    rank: probabilities.filter((probability) => probability > wanted).length + 1,
  };
}

function progress(
  { labels }: LabelledSet,
  folds: readonly ReadonlySet<number>[],
  report: ((done: number) => void) | undefined,
): () => void {
  const whole = passesFor(labels.length) * labels.length * networkCount;
  const total = folds.reduce((sum, { size }) => sum + passesFor(labels.length - size) * (labels.length - size), whole);
  const steps = [
    ...folds.flatMap(({ size }) => passSteps(labels.length - size)),
    ...Array.from({ length: networkCount }, () => passSteps(labels.length)).flat(),
  ];
  let pass = 0;
  let done = 0;
  return () => {
    done += steps[pass++] ?? 0;
    report?.(pass === steps.length ? 1 : done / total);
  };
}

/** The size of each pass over so many examples. */
function passSteps(exampleCount: number): number[] {
  return Array.from({ length: passesFor(exampleCount) }, () => exampleCount);
}
