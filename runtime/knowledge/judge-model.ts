import type { Answer } from '#dsl/classification/model.ts';
import type { TrainingExample } from '#dsl/model/classification-model.ts';
import type { ModelQuality } from '#dsl/protocol/knowledge.ts';
import { isRight, measureAnswers } from './measure-answers.ts';
import { share } from './share.ts';

const ranks = [1, 2, 3, 5];
/** Points of the confidence curve, in percent. */
const thresholds = Array.from({ length: 20 }, (_, index) => index * 5);
/** Mix-ups listed, the most frequent first. */
const mostConfusions = 40;

/** How well a model does, by its answers to texts that it had not seen. */
export function judgeModel(examples: readonly TrainingExample[], answers: readonly Answer[]): ModelQuality {
  return {
    ...measureAnswers(answers),
    heldBack: answers.length,
    correctInTop: ranks.map((top) => ({
      top,
      share: share(answers.filter(({ rank }) => rank <= top).length, answers.length),
    })),
    curve: thresholds.map((confidence) => pointOf(answers, confidence)),
    confusions: confusionsOf(answers),
    categories: categoriesOf(examples, answers),
  };
}

/** What happens to texts when only those count that the model is at least this sure of. */
function pointOf(answers: readonly Answer[], confidence: number): ModelQuality['curve'][number] {
  const sure = answers.filter((answer) => answer.confidence >= confidence);
  return {
    confidence,
    classified: share(sure.length, answers.length),
    accuracy: share(sure.filter(isRight).length, sure.length),
  };
}

function confusionsOf(answers: readonly Answer[]): ModelQuality['confusions'] {
  const counts = new Map<string, ModelQuality['confusions'][number]>();
  for (const answer of answers) {
    const { category, given } = answer;
    if (isRight(answer) || given === undefined) continue;
    const key = JSON.stringify([category, given]);
    counts.set(key, { category, given, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count).slice(0, mostConfusions);
}

function categoriesOf(examples: readonly TrainingExample[], answers: readonly Answer[]): ModelQuality['categories'] {
  const totals = countsOf(examples.map(({ category }) => category));
  const occurs = countsOf(answers.map(({ category }) => category));
  const given = countsOf(answers.map((answer) => answer.given ?? ''));
  const hits = countsOf(answers.filter(isRight).map(({ category }) => category));
  const names = [...totals.keys()].toSorted((left, right) => (left < right ? -1 : 1));
  return names.map((name) => ({
    name,
    examples: totals.get(name) ?? 0,
    precision: share(hits.get(name) ?? 0, given.get(name) ?? 0),
    recall: share(hits.get(name) ?? 0, occurs.get(name) ?? 0),
  }));
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
