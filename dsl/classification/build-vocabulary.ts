import type { TextFeatures } from './extract-features.ts';
import { FeatureColumns } from './feature-columns.ts';
import { randomNumbers, shuffle } from './random-numbers.ts';

/** The features a model knows, by their hashes, and how much each counts within a text. */
export interface Vocabulary {
  /** Hashes, ascending. */
  readonly features: Uint32Array;
  readonly factors: Float32Array;
}

/** Examples added in thought, spread over all categories: a feature seen once has not yet shown what it tells. */
const prior = 2;
/** What a feature counts that is found in every category alike; what it tells comes on top, at most 1. */
const leastFactor = 0.2;
/** From here on what occurs in one text only is left out: it fills half of the memory and tells next to nothing. */
const enoughToPrune = 2000;
/** Memory of the training and size of the model stay within bounds, whatever the texts are. */
const mostFeatures = 200_000;

/**
 * The features of the training texts, each with what it tells about the category: one minus the share of the uncertainty
 * that is left once the feature is seen. Measured on short customer messages in 77 categories, this beats the usual
 * inverse document frequency by half a percent.
 */
export function buildVocabulary(
  texts: readonly TextFeatures[],
  labels: readonly number[],
  categoryCount: number,
): Vocabulary {
  const columns = new FeatureColumns();
  const counts = countTexts(texts, columns);
  const fewest = fewestTexts(counts, texts.length);
  const told = toldBy({ texts, labels, categoryCount, columns, counts });
  const known = [...counts.keys()].filter((column) => (counts[column] ?? 0) >= fewest);
  known.sort((left, right) => (columns.hashes[left] ?? 0) - (columns.hashes[right] ?? 0));
  return {
    features: Uint32Array.from(known, (column) => columns.hashes[column] ?? 0),
    factors: Float32Array.from(known, (column) => leastFactor + (told[column] ?? 0)),
  };
}

/** Texts that hold each feature. */
function countTexts(texts: readonly TextFeatures[], columns: FeatureColumns): Int32Array {
  const counts: number[] = [];
  // in a drawn order, as not all features may find room, and texts often come sorted by category
  const order = Int32Array.from(texts.keys());
  shuffle(order, randomNumbers(3));
  for (const index of order) {
    const text = texts[index];
    if (text === undefined) continue;
    columns.visit(text, (column) => {
      counts[column] = (counts[column] ?? 0) + 1;
    });
  }
  return Int32Array.from(counts);
}

/** In how many texts a feature has to be, so that there are at most as many as there may be. */
function fewestTexts(counts: Int32Array, textCount: number): number {
  let fewest = textCount >= enoughToPrune ? 2 : 1;
  while (counts.reduce((sum, count) => sum + (count >= fewest ? 1 : 0), 0) > mostFeatures) fewest++;
  return fewest;
}

interface Counted {
  readonly texts: readonly TextFeatures[];
  readonly labels: readonly number[];
  readonly categoryCount: number;
  readonly columns: FeatureColumns;
  readonly counts: Int32Array;
}

/** What each feature tells of the category, from 0 to 1. The texts are gone through category by category. */
function toldBy({ texts, labels, categoryCount, columns, counts }: Counted): Float64Array {
  const share = prior / categoryCount;
  const entropies = new Float64Array(counts.length);
  const categories = new Int32Array(counts.length);
  const within = new Int32Array(counts.length);
  for (const indexes of byLabel(labels)) {
    const met: number[] = [];
    const see = (column: number): void => {
      if (within[column] === 0) met.push(column);
      within[column] = (within[column] ?? 0) + 1;
    };
    for (const index of indexes) {
      const text = texts[index];
      if (text !== undefined) columns.visit(text, see);
    }
    for (const column of met) {
      const probability = ((within[column] ?? 0) + share) / ((counts[column] ?? 0) + prior);
      entropies[column] = (entropies[column] ?? 0) - probability * Math.log(probability);
      categories[column] = (categories[column] ?? 0) + 1;
      within[column] = 0;
    }
  }
  return entropies.map((entropy, column) => {
    const unseen = share / ((counts[column] ?? 0) + prior);
    const rest = (categoryCount - (categories[column] ?? 0)) * unseen * Math.log(unseen);
    return Math.max(0, 1 - (entropy - rest) / Math.log(categoryCount));
  });
}

/** The texts of each label, by index. */
function byLabel(labels: readonly number[]): Iterable<readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const [index, label] of labels.entries()) {
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [index]);
    else group.push(index);
  }
  return groups.values();
}
