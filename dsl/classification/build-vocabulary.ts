import { gramsOf, type TextFeatures } from './extract-features.ts';

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
  const known = frequent(texts);
  const counts = new Map<number, Map<number, number>>();
  eachFeature(texts, (hash, index) => {
    if (!known.has(hash)) return;
    const label = labels[index] ?? 0;
    const byLabel = counts.get(hash);
    if (byLabel === undefined) counts.set(hash, new Map([[label, 1]]));
    else byLabel.set(label, (byLabel.get(label) ?? 0) + 1);
  });
  const features = Uint32Array.from(counts.keys()).sort();
  const factors = Float32Array.from(
    features,
    (hash) => leastFactor + told(counts.get(hash) ?? new Map(), categoryCount),
  );
  return { features, factors };
}

/** Features that occur often enough, at most as many as there may be. */
function frequent(texts: readonly TextFeatures[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let fewest = texts.length >= enoughToPrune ? 2 : 1;
  eachFeature(texts, (hash) => {
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
    // what was rare so far will hardly become frequent
    if (counts.size > mostFeatures * 8) drop(counts, 2);
  });
  drop(counts, fewest);
  while (counts.size > mostFeatures) drop(counts, ++fewest);
  return counts;
}

function drop(counts: Map<number, number>, below: number): void {
  for (const [hash, count] of counts) if (count < below) counts.delete(hash);
}

function eachFeature(texts: readonly TextFeatures[], see: (hash: number, index: number) => void): void {
  const gramsByWord = new Map<string, readonly number[]>();
  for (const [index, { words, hashes }] of texts.entries()) {
    for (const hash of hashes) see(hash, index);
    for (const hash of distinctGrams(words, gramsByWord)) see(hash, index);
  }
}

function distinctGrams(words: readonly string[], gramsByWord: Map<string, readonly number[]>): Set<number> {
  const grams = new Set<number>();
  for (const one of words) {
    const known = gramsByWord.get(one) ?? gramsOf(one);
    gramsByWord.set(one, known);
    for (const hash of known) grams.add(hash);
  }
  return grams;
}

function told(byLabel: ReadonlyMap<number, number>, categoryCount: number): number {
  let total = prior;
  for (const count of byLabel.values()) total += count;
  const share = prior / categoryCount;
  const unseen = share / total;
  let entropy = -(categoryCount - byLabel.size) * unseen * Math.log(unseen);
  for (const count of byLabel.values()) {
    const probability = (count + share) / total;
    entropy -= probability * Math.log(probability);
  }
  return Math.max(0, 1 - entropy / Math.log(categoryCount));
}
