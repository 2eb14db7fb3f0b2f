import type { TrainingExample } from '#dsl/model/classification-model.ts';

/** Of each category every fifth text is held back, so that the share is the same in all of them. */
const holdBackEvery = 5;

/** Texts to train on, and others to see how well that went. */
export interface Split {
  readonly train: readonly TrainingExample[];
  readonly heldBack: readonly TrainingExample[];
}

/** Holds back every fifth text of each category; none of a category with fewer. The same texts are always split the same. */
export function splitExamples(examples: readonly TrainingExample[]): Split {
  const seen = new Map<string, number>();
  const train: TrainingExample[] = [];
  const heldBack: TrainingExample[] = [];
  for (const example of examples) {
    const count = (seen.get(example.category) ?? 0) + 1;
    seen.set(example.category, count);
    if (count % holdBackEvery === 0) heldBack.push(example);
    else train.push(example);
  }
  return { train, heldBack };
}
