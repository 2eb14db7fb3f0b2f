import type { ModelQuality } from '#dsl/protocol/knowledge.ts';

/** Harmonic mean of precision and recall, 0 to 1; null when either is unknown. */
export function f1Of(category: ModelQuality['categories'][number]): number | null {
  const { precision, recall } = category;
  if (precision === null || recall === null) return null;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
