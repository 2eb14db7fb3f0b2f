import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import {
  type BusinessProcess,
  type BusinessProcessInput,
  businessProcessSchema,
} from '#dsl/document/business-process.ts';
import { readStrategyInput } from './read-strategy-input.ts';

/** A document as the language reads it; without a process while its frame is not sound. */
export interface ReadDocument {
  readonly process?: BusinessProcess;
}

const read = new WeakMap<BusinessProcessInput, ReadDocument>();
let lastFrame: { readonly input: BusinessProcessInput; readonly process: BusinessProcess } | undefined;

/**
 * The document as the language reads it. Snapshots never change in place and share what did not change, so each document is
 * read once, and of the next one only what an edit touched: unchanged blocks are the very same objects in both.
 */
export function readDocument(document: BusinessProcessInput): ReadDocument {
  const known = read.get(document);
  if (known !== undefined) return known;
  const result = { ...(readByParts(document) ?? wholeDocument(document)) };
  read.set(document, result);
  return result;
}

function wholeDocument(document: BusinessProcessInput): ReadDocument {
  const { process } = parseBusinessProcess(document);
  return process === undefined ? {} : { process };
}

/** `undefined` when any part departs from its schema: the whole is then read in the order of the schemas. */
function readByParts(document: BusinessProcessInput): ReadDocument | undefined {
  const frame = readFrame(document);
  const { strategies = {} } = document;
  if (frame === undefined || !isRecord(strategies)) return undefined;
  const all: [string, BusinessProcess['strategies'][string]][] = [];
  for (const [name, strategy] of Object.entries(strategies)) {
    const one = readStrategyInput(name, strategy);
    if (one === undefined) return undefined;
    all.push([name, one]);
  }
  return { process: { ...frame, strategies: steady(Object.fromEntries(all)) } };
}

let lastStrategies: BusinessProcess['strategies'] = {};

/** The strategies of before while each of them is the very same. */
function steady(strategies: BusinessProcess['strategies']): BusinessProcess['strategies'] {
  const [names, before] = [Object.keys(strategies), Object.keys(lastStrategies)];
  const isSame =
    names.length === before.length &&
    names.every((name, index) => name === before[index] && strategies[name] === lastStrategies[name]);
  if (!isSame) lastStrategies = strategies;
  return lastStrategies;
}

/** Everything but the strategies; as it was when no other part changed. */
function readFrame(document: BusinessProcessInput): BusinessProcess | undefined {
  if (!isRecord(document)) return undefined;
  if (lastFrame !== undefined && isSameFrame(lastFrame.input, document)) return lastFrame.process;
  const parsed = businessProcessSchema.safeParse({ ...document, strategies: {} });
  if (!parsed.success) return undefined;
  lastFrame = {
    input: document,
    process: lastFrame === undefined ? parsed.data : withKnownParts(parsed.data, document, lastFrame),
  };
  return lastFrame.process;
}

/** Parts that say what they said before are the objects of before, so that what is drawn from them need not be drawn again. */
function withKnownParts(
  process: BusinessProcess,
  document: BusinessProcessInput,
  before: { readonly input: BusinessProcessInput; readonly process: BusinessProcess },
): BusinessProcess {
  const isKnown = (key: string): boolean => {
    const part = key as keyof BusinessProcess;
    return document[part] === before.input[part];
  };
  const parts = Object.entries(process).map(([key, part]) => [
    key,
    isKnown(key) ? before.process[key as keyof BusinessProcess] : part,
  ]);
  return Object.fromEntries(parts) as BusinessProcess;
}

function isSameFrame(left: BusinessProcessInput, right: BusinessProcessInput): boolean {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)] as (keyof BusinessProcessInput)[]);
  keys.delete('strategies');
  return [...keys].every((key) => left[key] === right[key]);
}

// what was loaded may be anything, whatever its type says
function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
