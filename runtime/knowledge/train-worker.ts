import { parentPort, workerData } from 'node:worker_threads';
import { classify } from '#dsl/classification/classify.ts';
import { encodeModel } from '#dsl/classification/encode-model.ts';
import { trainModel } from '#dsl/classification/train-model.ts';
import { judgeModel } from './judge-model.ts';
import { splitExamples } from './split-examples.ts';
import type { TrainMessage, TrainRequest } from './train-message.ts';

/** Share of the whole that judging takes: it trains on four fifths of the texts. */
const judgingShare = 0.45;

function say(message: TrainMessage): void {
  parentPort?.postMessage(message);
}

/** Trains once without the texts held back, to judge by them, and then on all texts: that model is kept. */
function train({ examples }: TrainRequest): void {
  const { train: rest, heldBack } = splitExamples(examples);
  const tried =
    heldBack.length === 0
      ? undefined
      : trainModel(rest, { onProgress: (done) => say({ kind: 'progress', progress: done * judgingShare }) });
  const model = trainModel(examples, {
    onProgress: (done) => say({ kind: 'progress', progress: judgingShare + done * (1 - judgingShare) }),
  });
  const judged = judgeModel(examples, tried === undefined ? [] : heldBack, (text) =>
    tried === undefined ? undefined : classify(tried, text, { top: 1 })[0]?.category,
  );
  // The training tells how it did on all texts, each kept back once; that is steadier than the fifth judged here.
  const { examples: seen, correct } = model.heldOut;
  const whole = seen === 0 ? {} : { accuracy: correct / seen, heldBack: seen };
  say({ kind: 'trained', model: encodeModel(model), quality: { ...judged, ...whole } });
}

train(workerData as TrainRequest);
