import type { z } from 'zod';
import type { CallAnswer, JournalEntry, RunFailure, RunInput } from '../run-contract.ts';
import type { RealmText } from './realm-text.ts';
import type { RunGlobals } from './run-globals.ts';

type Json = z.core.util.JSONType;

/** Budgets of every run of a realm. */
export interface RealmLimits {
  /** Blocks a run may take in all. */
  readonly maxSteps: number;
  /** Bytes of JSON a turn may bring out. */
  readonly maxResultBytes: number;
}

/** A compiled source, made anew for each run: functions by strategy name. */
export type MakeStrategies = (clock: DateConstructor, chance: Math) => Record<string, (run: unknown) => Promise<void>>;

/** A host call the run waits for. */
interface WaitingCall {
  readonly name: string;
  readonly block: string;
  /** Parameters as JSON, taken when the call was made. */
  readonly params: string;
  resolve(result: Json | undefined): void;
  reject(error: Error): void;
}

/** All there is of a run inside the realm. */
export interface RealmRun {
  readonly input: RunInput;
  /** Answers to give, one at a time, each after everything the one before it caused has happened. */
  readonly inbox: (CallAnswer | JournalEntry)[];
  readonly waiting: Map<number, WaitingCall>;
  readonly data: Record<string, Json>;
  state: 'running' | 'ended' | 'failed';
  error: RunFailure | undefined;
  /** The run's clock, in Unix milliseconds. */
  at: number;
  seq: number;
  steps: number;
  /** True from the answer by which the interaction left the strategy. */
  placed: boolean;
  /** Bytes the next turn has gathered. */
  bytes: number;
  /** Calls of the next turn that have no answer yet, by number; steps and lines of log; each as JSON. */
  readonly calls: Map<number, string>;
  path: string[];
  log: string[];
  logged: number;
  /** Attached data as JSON: as the host knows it, and as it is. */
  knownData: string;
  currentData: string;
  hasSnapshotDue: boolean;
}

/** Stands for all that `createRun` may use. */
export interface RunTools {
  readonly text: RealmText;
  readonly limits: RealmLimits;
  readonly make: MakeStrategies;
  globalsOf(seed: string, now: () => number): RunGlobals;
}

/** What keeps a run, and what begins its strategy. The strategy's code runs from `begin` on, in microtasks only. */
export interface CreatedRun {
  readonly run: RealmRun;
  begin(): void;
  /** Writes attached data anew, once what is going on has happened. */
  snapshotSoon(): void;
  fail(code: string, message: string, block?: string): void;
}

/** Makes the state of one run and the `run` object its strategy gets. Runs inside the realm as text. */
export function createRun(tools: RunTools, input: RunInput, journal: readonly JournalEntry[]): CreatedRun {
  interface Frame {
    readonly strategy: string;
    readonly depth: number;
    readonly given: Record<string, Json>;
    readonly vars: Record<string, unknown>;
    readonly outs: string[];
    block: string;
    lastError: RunFailure | undefined;
  }
  type Variables = Record<string, { type?: string; direction?: string; default?: Json }>;

  const { text, limits } = tools;
  // deep enough for any nesting people draw, shallow enough for a stack of awaits
  const maxDepth = 20;
  const maxLines = 200;
  const maxLine = 1000;
  // what the language itself asks an object for: `then` would make it look like a promise
  const notCalls = new Set(['then', 'toJSON', 'toString', 'valueOf', 'constructor']);
  const never = new Promise<never>(() => {});
  const known = text.toJson(input.data);
  const run: RealmRun = {
    input,
    inbox: [...journal],
    waiting: new Map(),
    data: input.data,
    state: 'running',
    error: undefined,
    at: input.startedAt,
    seq: 0,
    steps: 0,
    placed: false,
    bytes: 0,
    calls: new Map(),
    path: [],
    log: [],
    logged: 0,
    knownData: known,
    currentData: known,
    hasSnapshotDue: false,
  };
  let strategies: Record<string, (run: unknown) => Promise<void>> = {};

  function fail(code: string, message: string, block?: string): void {
    if (run.state !== 'running') return;
    run.state = 'failed';
    run.error = { code, message, ...(block === undefined || block === '' ? {} : { block }) };
    run.calls.clear();
  }

  /** False when there is no room for it in the turn, and the run has failed of it. */
  function hasRoomFor(json: string): boolean {
    if (run.state !== 'running') return false;
    run.bytes += text.bytesOf(json, limits.maxResultBytes);
    if (run.bytes > limits.maxResultBytes) failTooLarge(run.bytes);
    return run.bytes <= limits.maxResultBytes;
  }

  function failTooLarge(bytes: number): void {
    const message = `Strategy "${input.strategy}" produced ${bytes} bytes at once; the limit is ${limits.maxResultBytes}.`;
    fail('sandbox/result-too-large', message);
  }

  /** Attached data may hold getters and toJSON of the author's: they run here, where a time limit holds. */
  function snapshot(): void {
    run.hasSnapshotDue = false;
    if (run.state === 'failed') return;
    const reached = run.state;
    // an ended run has not been told yet: when its last data cannot be kept, it has failed after all
    run.state = 'running';
    try {
      const json = text.toJson(run.data);
      if (json[0] !== '{') throw new Error('it is no longer an object');
      const bytes = text.bytesOf(json, limits.maxResultBytes);
      if (bytes > limits.maxResultBytes) return failTooLarge(bytes);
      run.currentData = json;
      if ((run.state as string) === 'running') run.state = reached;
    } catch (thrown) {
      const { message } = text.failureOf(thrown, '');
      fail('run/not-json', `Attached data cannot be written as JSON: ${message}`);
    }
  }

  function snapshotSoon(): void {
    if (run.hasSnapshotDue) return;
    run.hasSnapshotDue = true;
    void Promise.resolve().then(snapshot);
  }

  function frozen<Value>(value: Value): Value {
    if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(frozen);
      Object.freeze(value);
    }
    return value;
  }

  function call(frame: Frame, name: unknown, params: unknown): Promise<unknown> {
    if (run.state !== 'running') return never;
    let json: string;
    try {
      json = text.toJson(params ?? {});
      // a function or a symbol says nothing, as does what is left out
      if (json === 'null') json = '{}';
    } catch (thrown) {
      const { message } = text.failureOf(thrown, '');
      const reason = `The parameters of ${String(name)} cannot be written as JSON: ${message}`;
      return Promise.reject(text.errorOf({ code: 'run/not-json', message: reason }));
    }
    const seq = run.seq;
    run.seq += 1;
    const block = frame.block;
    const asked = String(name).slice(0, maxLine);
    const head = `{"seq":${seq},"block":${JSON.stringify(block)},"name":${JSON.stringify(asked)},"params":`;
    if (!hasRoomFor(json)) return never;
    run.calls.set(seq, `${head}${json}}`);
    snapshotSoon();
    return new Promise((resolve, reject) => {
      run.waiting.set(seq, { name: asked, block, params: json, resolve, reject });
    });
  }

  async function block(frame: Frame, name: unknown, ports: Record<string, string>, body: unknown): Promise<unknown> {
    if (run.state !== 'running') return never;
    // a script may hand in an object: it becomes a text here, where a limit holds, and stays one in what leaves the realm
    const id = String(name).slice(0, maxLine);
    run.steps += 1;
    if (run.steps > limits.maxSteps) {
      fail(
        'run/budget-steps',
        `Strategy "${input.strategy}" took more than ${limits.maxSteps} blocks; it probably loops.`,
        id,
      );
      return never;
    }
    frame.block = id;
    let port = 'error';
    try {
      const left = await (body as (lastError: unknown) => Promise<unknown>)(frame.lastError);
      if (typeof left !== 'string') throw new Error('The block named no port to leave by.');
      port = left;
    } catch (thrown) {
      if (run.state !== 'running') return never;
      const failure = text.failureOf(thrown, id);
      if (!Object.hasOwn(ports, 'error')) throw text.errorOf(failure);
      frame.lastError = failure;
    }
    if (run.state !== 'running') return never;
    const inner = frame.depth === 0 ? '' : `,"strategy":${JSON.stringify(frame.strategy)}`;
    const step = `{"block":${JSON.stringify(id)},"port":${JSON.stringify(port.slice(0, maxLine))}${inner}}`;
    if (!hasRoomFor(step)) return never;
    run.path.push(step);
    if (run.placed) return end();
    return Object.hasOwn(ports, port) ? ports[port] : undefined;
  }

  function end(): Promise<never> {
    if (run.state === 'running') run.state = 'ended';
    snapshotSoon();
    return never;
  }

  async function subroutine(caller: Frame, called: unknown, inVars: unknown): Promise<Record<string, unknown>> {
    if (run.state !== 'running') return never;
    const name = String(called).slice(0, maxLine);
    if (caller.depth >= maxDepth) {
      const message = `Strategy "${name}" is called ${maxDepth + 1} subroutines deep.`;
      throw text.errorOf({ code: 'run/subroutine-depth', message });
    }
    const given = JSON.parse(text.toJson(inVars ?? {})) as Record<string, Json>;
    const frame = frameOf(name, caller.depth + 1, given);
    await enter(frame);
    const outs = Object.fromEntries(frame.outs.map((out) => [out, frame.vars[out]]));
    return JSON.parse(text.toJson(outs)) as Record<string, unknown>;
  }

  function frameOf(strategy: string, depth: number, given: Record<string, Json>): Frame {
    return { strategy, depth, given, vars: {}, outs: [], block: '', lastError: undefined };
  }

  function declare(frame: Frame, variables: Variables): void {
    for (const [name, variable] of Object.entries(variables)) {
      const direction = variable.direction ?? 'local';
      const isGiven = direction.startsWith('in') && Object.hasOwn(frame.given, name);
      if (isGiven && !fits(variable.type, frame.given[name])) {
        const message = `Subroutine "${frame.strategy}" takes ${variable.type} for "${name}" and got ${JSON.stringify(frame.given[name]).slice(0, 100)}.`;
        throw text.errorOf({ code: 'run/wrong-type', message });
      }
      frame.vars[name] = isGiven ? frame.given[name] : variable.default;
      if (direction.endsWith('out')) frame.outs.push(name);
    }
  }

  /** Nothing is a value of every type: a variable may stay empty. */
  function fits(type: string | undefined, value: Json | undefined): boolean {
    if (value === null || value === undefined || type === undefined) return true;
    if (type === 'list') return Array.isArray(value);
    if (type === 'object') return typeof value === 'object' && !Array.isArray(value);
    return type === 'integer' ? Number.isInteger(value) : typeof value === type;
  }

  function log(line: unknown): void {
    if (run.logged >= maxLines) return;
    run.logged += 1;
    const json = JSON.stringify(String(line).slice(0, maxLine));
    if (hasRoomFor(json)) run.log.push(json);
  }

  async function enter(frame: Frame): Promise<void> {
    const strategy = Object.hasOwn(strategies, frame.strategy) ? strategies[frame.strategy] : undefined;
    if (typeof strategy !== 'function') {
      const message = `There is no strategy "${frame.strategy}" in this version.`;
      throw text.errorOf({ code: 'run/unknown-strategy', message });
    }
    const callOf = (name: unknown, params: unknown): Promise<unknown> => call(frame, name, params);
    const calls = new Proxy(Object.freeze(Object.create(null) as object), {
      get: (_, key) =>
        typeof key === 'symbol' || notCalls.has(key)
          ? undefined
          : (params: unknown) =>
              callOf(
                key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
                params,
              ),
    });
    await strategy(
      Object.freeze({
        interaction: input.interaction,
        contact: input.contact,
        data: run.data,
        vars: frame.vars,
        calls,
        call: callOf,
        block: (id: unknown, ports: Record<string, string>, body: unknown) => block(frame, id, ports, body),
        subroutine: (name: unknown, inVars: unknown) => subroutine(frame, name, inVars),
        declare: (variables: Variables) => declare(frame, variables),
        log,
      }),
    );
  }

  async function main(): Promise<void> {
    const frame = frameOf(input.strategy, 0, {});
    try {
      const globals = tools.globalsOf(input.runId, () => run.at);
      strategies = tools.make(globals.Date, globals.Math);
      await enter(frame);
      void end();
    } catch (thrown) {
      const { message } = text.failureOf(thrown, frame.block);
      snapshot();
      const where = frame.block === '' ? `Strategy "${input.strategy}" failed: ` : unwired(frame.block);
      fail('run/unhandled', `${where}${message}`, frame.block);
    }
  }

  function unwired(id: string): string {
    return `Block "${id}" of strategy "${input.strategy}" failed and its error port is not wired: `;
  }

  frozen(input.interaction);
  frozen(input.contact);
  return { run, begin: () => void Promise.resolve().then(main), snapshotSoon, fail };
}
