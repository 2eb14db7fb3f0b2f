import type { TrainingExample } from '#dsl/model/classification-model.ts';

type Weights = ReadonlyMap<string, number>;

/** What anybody would write first: the category whose mean TF-IDF vector of words and pairs is nearest by its angle. */
export function nearestCategory(examples: readonly TrainingExample[]): (text: string) => string | undefined {
  const found = new Map<string, number>();
  for (const { text } of examples) for (const term of termsOf(text)) found.set(term, (found.get(term) ?? 0) + 1);
  const rarity = new Map([...found].map(([term, count]) => [term, Math.log((1 + examples.length) / (1 + count)) + 1]));
  const sums = new Map<string, Map<string, number>>();
  for (const { text, category } of examples) {
    const sum = sums.get(category) ?? new Map<string, number>();
    sums.set(category, sum);
    for (const [term, weight] of unit(weigh(text, rarity))) sum.set(term, (sum.get(term) ?? 0) + weight);
  }
  const means = [...sums].map(([category, sum]) => ({ category, mean: unit(sum) }));
  return (text) => {
    const weights = weigh(text, rarity);
    return means
      .map(({ category, mean }) => ({ category, near: product(weights, mean) }))
      .reduce((best, one) => (one.near > best.near ? one : best)).category;
  };
}

function termsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return new Set([...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)]);
}

function weigh(text: string, rarity: Weights): Weights {
  return new Map([...termsOf(text)].map((term) => [term, rarity.get(term) ?? 0]));
}

function unit(weights: Weights): Weights {
  const length = Math.sqrt(product(weights, weights)) || 1;
  return new Map([...weights].map(([term, weight]) => [term, weight / length]));
}

function product(one: Weights, other: Weights): number {
  let sum = 0;
  for (const [term, weight] of one) sum += weight * (other.get(term) ?? 0);
  return sum;
}
