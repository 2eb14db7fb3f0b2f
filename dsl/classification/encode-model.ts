import { z } from 'zod';
import { CodedError } from '../errors/coded-error.ts';
import type { ClassificationModel } from './model.ts';

// "SBCM" and the version of the layout
const signature = 0x5342434d;
const version = 2;
const headStart = 12;

const headSchema = z.strictObject({
  categories: z.array(z.string()).min(2),
  features: z.int().min(0),
  temperature: z.number().positive(),
});

/**
 * A model as bytes, the same on every machine: signature, version and length of the head as 32-bit numbers, the head as
 * JSON, then features, factors, scales, biases (32 bits each, the lowest byte first) and weights (8 bits each).
 */
export function encodeModel(model: ClassificationModel): Uint8Array<ArrayBuffer> {
  const { categories, temperature, features, factors, scales, biases, weights } = model;
  const head = new TextEncoder().encode(
    JSON.stringify({ categories: [...categories], features: features.length, temperature } satisfies z.infer<
      typeof headSchema
    >),
  );
  const numbers = features.length + factors.length + scales.length + biases.length;
  const bytes = new Uint8Array(headStart + head.length + numbers * 4 + weights.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature);
  view.setUint32(4, version);
  view.setUint32(8, head.length);
  bytes.set(head, headStart);
  let at = headStart + head.length;
  for (const feature of features) {
    view.setUint32(at, feature, true);
    at += 4;
  }
  for (const list of [factors, scales, biases]) {
    for (const value of list) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
  return bytes;
}

/**
 * Reads what `encodeModel` wrote.
 *
 * @throws CodedError classification/unreadable-model when the bytes are no model, or not all of one
 */
export function decodeModel(bytes: Uint8Array): ClassificationModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headStart || view.getUint32(0) !== signature) throw unreadable('it does not begin like a model');
  if (view.getUint32(4) !== version)
    throw unreadable(`its layout is version ${view.getUint32(4)}, known is ${version}`);
  const headEnd = headStart + view.getUint32(8);
  const { features: count, ...head } = readHead(bytes.subarray(headStart, headEnd));
  const width = head.categories.length;
  if (bytes.length !== headEnd + (count * 3 + width) * 4 + count * width) throw unreadable('it is not complete');
  let at = headEnd;
  const floats = (length: number): Float32Array => {
    const list = Float32Array.from({ length }, (_, index) => view.getFloat32(at + index * 4, true));
    at += length * 4;
    return list;
  };
  const features = Uint32Array.from({ length: count }, (_, index) => view.getUint32(headEnd + index * 4, true));
  at += count * 4;
  const [factors, scales, biases] = [floats(count), floats(count), floats(width)];
  // Not `bytes.slice`: that of a Node Buffer is a view of memory that others share.
  const weights = new Int8Array(bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + bytes.length));
  return { ...head, features, factors, scales, biases, weights };
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
