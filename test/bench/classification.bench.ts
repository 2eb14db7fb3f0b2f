import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify } from '#dsl/classification/classify.ts';
import { encodeModel } from '#dsl/classification/encode-model.ts';
import { trainModel } from '#dsl/classification/train-model.ts';
import type { TrainingExample } from '#dsl/model/classification-model.ts';
import { measureAnswers } from '#runtime/knowledge/measure-answers.ts';
import { readExamples } from '#runtime/knowledge/read-examples.ts';
import type { BenchResult } from './bench-result.ts';
import { nearestCategory } from './classification-peer.ts';

/** Name on the command line. */
export const name = 'classification';

const folder = join(import.meta.dirname, '../../../shared/data/intents');
const measuredTexts = 20_000;

/**
 * Share of texts put into the right category, against the nearest mean of plain TF-IDF vectors in the same run. Needs the data
 * set beside the project. Speeds are those of one thread, by the time of the processor, which a busy machine changes less.
 */
export async function run(): Promise<BenchResult> {
  if (!existsSync(folder)) throw new Error(`there are no labelled texts at ${folder}`);
  const train = readExamples(readFileSync(join(folder, 'train.csv'), 'utf8'));
  const test = readExamples(readFileSync(join(folder, 'validation.csv'), 'utf8'));
  const trainStart = cpuSeconds();
  const { model } = trainModel(train);
  const trainSeconds = cpuSeconds() - trainStart;
  const answers = test.map(({ text, category }) => {
    const given = classify(model, text);
    const place = given.findIndex((one) => one.category === category);
    return { category, given: given[0]?.category, confidence: given[0]?.confidence ?? 0, rank: place + 1 };
  });
  const measures = measureAnswers(answers);
  const peer = nearestCategory(train);
  const ours = rounded(measures.accuracy ?? 0);
  const theirs = rounded(test.filter(({ text, category }) => peer(text) === category).length / test.length);
  return {
    ours,
    peer: theirs,
    ratio: rounded(ours / theirs),
    unit: 'share right',
    detail: {
      trainedOn: train.length,
      texts: test.length,
      trainSeconds: rounded(trainSeconds),
      textsPerSecond: speed(test, (text) => classify(model, text, { top: 1 })),
      peerTextsPerSecond: speed(test, peer),
      macroF1: rounded(measures.macroF1 ?? 0),
      calibrationError: rounded(measures.calibrationError ?? 0),
      surestAccuracy: rounded(measures.surestAccuracy ?? 0),
      modelBytes: encodeModel(model).length,
    },
  };
}

function speed(examples: readonly TrainingExample[], answer: (text: string) => unknown): number {
  const startedAt = cpuSeconds();
  let done = 0;
  while (done < measuredTexts) {
    for (const { text } of examples) answer(text);
    done += examples.length;
  }
  return Math.round(done / (cpuSeconds() - startedAt));
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
