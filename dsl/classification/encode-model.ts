import { z } from 'zod';
import { CodedError } from '../errors/coded-error.ts';
import type { ClassificationModel } from './model.ts';

// "SBCM"
const signature = 0x5342434d;
/** Of the layout. Models of another are trained anew. */
export const modelVersion = 2;

const headStart = 12;

const headSchema = z.strictObject({
  categories: z.array(z.string()).min(2),
  features: z.int().min(0),
  units: z.int().min(1),
  temperature: z.number().positive(),
  scope: z.strictObject({ middle: z.number(), width: z.number().positive() }).optional(),
});

type Lists = Omit<ClassificationModel, 'categories' | 'temperature' | 'scope'>;

/**
 * A model as bytes, the same on every machine: signature, version and length of the head as 32-bit numbers, the head as
 * JSON, then features, factors, scales, hiddenBiases, weights, biases (32 bits each, the lowest byte first) and the embedding
 * (8 bits each).
 */
export function encodeModel(model: ClassificationModel): Uint8Array<ArrayBuffer> {
  const { categories, temperature, scope, features, embedding } = model;
  const about: z.infer<typeof headSchema> = {
    categories: [...categories],
    features: features.length,
    units: model.hiddenBiases.length,
    temperature,
    ...(scope === undefined ? {} : { scope }),
  };
  const head = new TextEncoder().encode(JSON.stringify(about));
  const lists = floatLists(model);
  const numbers = lists.reduce((sum, { length }) => sum + length, features.length);
  const bytes = new Uint8Array(headStart + head.length + numbers * 4 + embedding.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature);
  view.setUint32(4, modelVersion);
  view.setUint32(8, head.length);
  bytes.set(head, headStart);
  let at = headStart + head.length;
  for (const feature of features) {
    view.setUint32(at, feature, true);
    at += 4;
  }
  for (const list of lists) {
    for (const value of list) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  bytes.set(new Uint8Array(embedding.buffer, embedding.byteOffset, embedding.length), at);
  return bytes;
}

function floatLists({ factors, scales, hiddenBiases, weights, biases }: Lists): readonly Float32Array[] {
  return [factors, scales, hiddenBiases, weights, biases];
}

/**
 * Reads what `encodeModel` wrote.
 *
 * @throws CodedError classification/unreadable-model when the bytes are no model, or not all of one
 */
export function decodeModel(bytes: Uint8Array): ClassificationModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headStart || view.getUint32(0) !== signature) throw unreadable('it does not begin like a model');
  if (view.getUint32(4) !== modelVersion)
    throw unreadable(`its layout is version ${view.getUint32(4)}, known is ${modelVersion}`);
  const headEnd = headStart + view.getUint32(8);
  const { features: count, units, ...about } = readHead(bytes.subarray(headStart, headEnd));
  const width = about.categories.length;
  const numbers = count * 3 + units + units * width + width;
  if (bytes.length !== headEnd + numbers * 4 + count * units) throw unreadable('it is not complete');
  let at = headEnd + count * 4;
  const floats = (length: number): Float32Array => {
    const list = new Float32Array(length);
    for (let index = 0; index < length; index++) list[index] = view.getFloat32(at + index * 4, true);
    at += length * 4;
    return list;
  };
  const features = new Uint32Array(count);
  for (let index = 0; index < count; index++) features[index] = view.getUint32(headEnd + index * 4, true);
  const [factors, scales, hiddenBiases] = [floats(count), floats(count), floats(units)];
  const [weights, biases] = [floats(units * width), floats(width)];
  // Not `bytes.slice`: that of a Node Buffer is a view of memory that others share.
  const embedding = new Int8Array(bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + bytes.length));
  const { categories, temperature, scope } = about;
  return {
    categories,
    temperature,
    ...(scope === undefined ? {} : { scope }),
    features,
    factors,
    scales,
    hiddenBiases,
    weights,
    biases,
    embedding,
  };
}

function readHead(bytes: Uint8Array): z.infer<typeof headSchema> {
  try {
    return headSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw unreadable('its head is damaged', cause);
  }
}

function unreadable(reason: string, cause?: unknown): CodedError {
  return new CodedError('classification/unreadable-model', { reason }, { cause });
}
