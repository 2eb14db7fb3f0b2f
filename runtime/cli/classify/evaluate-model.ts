import { classify } from '#dsl/classification/classify.ts';
import type { Answer, ClassificationModel } from '#dsl/classification/model.ts';
import { measureAnswers } from '#runtime/knowledge/measure-answers.ts';
import type { TrainingExample } from '#dsl/model/classification-model.ts';
import { share } from '#runtime/knowledge/share.ts';
import { readModelFolder } from './model-folder.ts';
import { readExamplesFile } from './read-examples-file.ts';

/** Speed is measured over at least so many texts, so that few do not tell of the warming up only. */
const measuredTexts = 20_000;

/** `npm run classify -- evaluate`: prints how well and how fast the model of a directory does on the texts of a CSV file. */
export async function evaluateModel(directory: string, file: string, asJson: boolean): Promise<number> {
  const { model, about } = await readModelFolder(directory);
  const examples = await readExamplesFile(file);
  const answers = examples.map((example) => answer(model, example));
  const measures = measureAnswers(answers);
  const figures = {
    accuracy: rounded(measures.accuracy),
    macroF1: rounded(measures.macroF1),
    trainSeconds: about.trainSeconds,
    ...speed(model, examples),
    calibrationError: rounded(measures.calibrationError),
    surestAccuracy: rounded(measures.surestAccuracy),
    correctInTop3: rounded(share(answers.filter(({ rank }) => rank <= 3).length, answers.length)),
    texts: examples.length,
    categories: model.categories.length,
    trainedOn: about.examples,
    modelBytes: about.bytes,
    peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  if (!asJson) process.stdout.write(inWords(figures));
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  return 0;
}

function answer(model: ClassificationModel, { text, category }: TrainingExample): Answer {
  const given = classify(model, text);
  const place = given.findIndex((one) => one.category === category);
  const rank = (place === -1 ? model.categories.length : place) + 1;
  return { category, given: given[0]?.category, confidence: given[0]?.confidence ?? 0, rank };
}

/** Texts a second of one thread, and what one text takes, on average and in 99 of 100 cases. */
function speed(model: ClassificationModel, examples: readonly TrainingExample[]) {
  const rounds = Math.max(1, Math.ceil(measuredTexts / examples.length));
  const startedAt = performance.now();
  for (let round = 0; round < rounds; round++) for (const { text } of examples) classify(model, text, { top: 1 });
  const seconds = (performance.now() - startedAt) / 1000;
  const each = examples.map(({ text }) => {
    const from = performance.now();
    classify(model, text, { top: 1 });
    return performance.now() - from;
  });
  const sorted = each.toSorted((one, other) => one - other);
  return {
    textsPerSecond: Math.round((rounds * examples.length) / seconds),
    millisecondsPerText: rounded((seconds * 1000) / (rounds * examples.length)),
    millisecondsPerTextP99: rounded(sorted[Math.floor(sorted.length * 0.99)] ?? null),
  };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}

function inWords(figures: Readonly<Record<string, number | null>>): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name.padEnd(24)}${value ?? 'unknown'}\n`)
    .join('');
}
