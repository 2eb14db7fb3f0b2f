import type { Answer } from '#dsl/classification/model.ts';
import { share } from './share.ts';

/** How well answers fit, apart from single categories. Shares are 0 to 1; null where there are no answers. */
export interface Measures {
  readonly accuracy: number | null;
  /** Mean of the F1 of all categories that occur or were given, each weighing the same. */
  readonly macroF1: number | null;
  /** Expected calibration error: how far confidence and correctness lie apart, on average over ten bands of confidence. */
  readonly calibrationError: number | null;
  /** Share that is right among the surest four fifths. */
  readonly surestAccuracy: number | null;
}

const surestShare = 0.8;
const bands = 10;

/** Measures answers against what people said. */
export function measureAnswers(answers: readonly Answer[]): Measures {
  const surest = answers
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, Math.ceil(answers.length * surestShare));
  return {
    accuracy: share(answers.filter(isRight).length, answers.length),
    macroF1: macroF1(answers),
    calibrationError: calibrationError(answers),
    surestAccuracy: share(surest.filter(isRight).length, surest.length),
  };
}

/** Whether the surest category is the one a person gave. */
export function isRight({ category, given }: Answer): boolean {
  return category === given;
}

function macroF1(answers: readonly Answer[]): number | null {
  const counts = new Map<string, { hits: number; occurs: number; given: number }>();
  const countOf = (category: string) => {
    const known = counts.get(category) ?? { hits: 0, occurs: 0, given: 0 };
    counts.set(category, known);
    return known;
  };
  for (const answer of answers) {
    countOf(answer.category).occurs += 1;
    if (answer.given !== undefined) countOf(answer.given).given += 1;
    if (isRight(answer)) countOf(answer.category).hits += 1;
  }
  const f1 = [...counts.values()].map(({ hits, occurs, given }) => (2 * hits) / (occurs + given));
  return share(
    f1.reduce((sum, one) => sum + one, 0),
    f1.length,
  );
}

function calibrationError(answers: readonly Answer[]): number | null {
  const sums = Array.from({ length: bands }, () => ({ confidence: 0, right: 0 }));
  for (const answer of answers) {
    const sum = sums[Math.min(bands - 1, Math.floor((answer.confidence / 100) * bands))];
    if (sum === undefined) continue;
    sum.confidence += answer.confidence / 100;
    sum.right += isRight(answer) ? 1 : 0;
  }
  return share(
    sums.reduce((total, { confidence, right }) => total + Math.abs(confidence - right), 0),
    answers.length,
  );
}
