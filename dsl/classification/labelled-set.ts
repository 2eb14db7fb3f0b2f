import { extractFeatures, type TextFeatures } from './extract-features.ts';
import type { TrainingExample } from './model.ts';
import { randomNumbers, shuffle } from './random-numbers.ts';

/** Texts with the category of each, as the number of its column. */
export interface LabelledSet {
  readonly texts: readonly TextFeatures[];
  readonly labels: readonly number[];
  readonly categoryCount: number;
}

/** Of every category one example in so many is kept back together. */
const foldCount = 5;
/** From here on fewer folds tell enough of how sure the model may be. */
const enoughForTwoFolds = 250;
const enoughForOneFold = 2000;
/** Words and pairs from here on take long to learn from: one fold has to do, if there are texts enough for two. */
const muchToLearn = 400_000;

/** Examples as the training takes them, without those that have no words, and the categories that the labels stand for. */
export function labelledSet(examples: readonly TrainingExample[]): {
  categories: readonly string[];
  set: LabelledSet;
} {
  const read = examples
    .map(({ text, category }) => ({ features: extractFeatures(text), category }))
    .filter(({ features }) => features.wordCount > 0);
  const categories = [...new Set(read.map(({ category }) => category))].sort();
  const columns = new Map(categories.map((category, column) => [category, column]));
  const labels = read.map(({ category }) => columns.get(category) ?? 0);
  return { categories, set: { texts: read.map(({ features }) => features), labels, categoryCount: categories.length } };
}

/** Lists of examples to keep back together, by index: of each category its share, drawn but always the same. */
export function foldsOf({ texts, labels }: Pick<LabelledSet, 'texts' | 'labels'>): ReadonlySet<number>[] {
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
  return folds.slice(0, foldsUsed(texts)).filter((fold) => fold.size > 0);
}

function foldsUsed(texts: readonly TextFeatures[]): number {
  if (texts.length < enoughForTwoFolds) return foldCount;
  const isMuch = texts.reduce((sum, { hashes }) => sum + hashes.length, 0) >= muchToLearn;
  return texts.length >= enoughForOneFold || isMuch ? 1 : 2;
}

/** The texts of a set that are, or are not, among some indexes. */
export function partOf(set: LabelledSet, indexes: ReadonlySet<number>, isAmong: boolean): LabelledSet {
  const texts = set.texts.filter((_, index) => indexes.has(index) === isAmong);
  const labels = set.labels.filter((_, index) => indexes.has(index) === isAmong);
  return { ...set, texts, labels };
}
