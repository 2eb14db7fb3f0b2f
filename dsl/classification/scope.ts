/**
 * How well a text has to fit its best category to be taken for one of the texts that a model is about. What is about a neighbour
 * of the categories has one that fits it better than the others, but none that fits it well: shares of the scores do not tell
 * that, the highest score does.
 */
export interface Scope {
  /** The highest score at which it is as likely that the text belongs to none of the categories. */
  readonly middle: number;
  /** How far from there one is rather sure. */
  readonly width: number;
}

/** Share of the texts kept back that may fit worse than the middle. */
const poorlyFitting = 0.03;
/** Of the distance between what fits poorly and what fits as usual. Chosen on messages of a bank without a fifth of its categories. */
const widthShare = 0.15;
/** Fewer texts kept back say nothing of the rare ones that fit poorly. */
const enoughTexts = 20;
/** A model that errs more has low shares for what it does not know; lowering them again would make it too modest by a percent. */
const rightEnough = 0.8;

/**
 * The scope of a model, by the highest scores of texts that were kept back from it, and the share of them it was right in. None
 * when they are too few, or too many were wrong.
 */
export function fitScope(highest: readonly number[], right: number): Scope | undefined {
  if (highest.length < enoughTexts || right < rightEnough) return undefined;
  const sorted = highest.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0;
  const middle = at(poorlyFitting);
  const width = (at(0.5) - middle) * widthShare;
  return width > 0 ? { middle, width } : undefined;
}

/** How likely a text whose best category has this score is one that the model is about, from 0 to 1. */
export function withinScope(scope: Scope | undefined, highest: number): number {
  return scope === undefined ? 1 : 1 / (1 + Math.exp((scope.middle - highest) / scope.width));
}

/** The highest of some scores. */
export function highestOf(scores: Float32Array): number {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  return highest;
}
