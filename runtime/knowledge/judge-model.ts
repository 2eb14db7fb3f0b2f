import type { TrainingExample } from '#dsl/model/classification-model.ts';
import type { ModelQuality } from '#dsl/protocol/knowledge.ts';

/** How well a model did on texts it had not seen. `answer` gives the surest category of a text, undefined for none. */
export function judgeModel(
  examples: readonly TrainingExample[],
  heldBack: readonly TrainingExample[],
  answer: (text: string) => string | undefined,
): ModelQuality {
  const judged = heldBack.map(({ text, category }) => ({ category, given: answer(text) }));
  const names = [...new Set(examples.map(({ category }) => category))].toSorted((left, right) =>
    left < right ? -1 : 1,
  );
  const right = judged.filter(({ category, given }) => category === given).length;
  return {
    accuracy: share(right, judged.length),
    heldBack: judged.length,
    categories: names.map((name) => {
      const hits = judged.filter(({ category, given }) => category === name && given === name).length;
      return {
        name,
        examples: examples.filter(({ category }) => category === name).length,
        precision: share(hits, judged.filter(({ given }) => given === name).length),
        recall: share(hits, judged.filter(({ category }) => category === name).length),
      };
    }),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
