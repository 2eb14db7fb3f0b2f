import { parentPort, workerData } from 'node:worker_threads';
import { encodeModel } from '#dsl/classification/encode-model.ts';
import { trainModel } from '#dsl/classification/train-model.ts';
import { judgeModel } from './judge-model.ts';
import type { TrainMessage, TrainRequest } from './train-message.ts';

function say(message: TrainMessage): void {
  parentPort?.postMessage(message);
}

const { examples } = workerData as TrainRequest;
const { model, answers } = trainModel(examples, { onProgress: (progress) => say({ kind: 'progress', progress }) });
say({ kind: 'trained', model: encodeModel(model), quality: judgeModel(examples, answers) });
