import type { CallAnswer, JournalEntry, RunInput } from '../run-contract.ts';
import type { CreatedRun, createRun, MakeStrategies, RealmLimits, RealmRun } from './create-run.ts';
import type { RealmParts } from './harden-realm.ts';
import type { RealmText } from './realm-text.ts';
import type { createRunGlobals } from './run-globals.ts';

/** The doors of a realm. Only text passes: JSON in, JSON out. What they cause happens in the microtasks after each. */
export interface Realm {
  /** Once, before any run: how strategies are made. */
  install(make: MakeStrategies, limits: RealmLimits): void;
  /** Takes `{ input, journal }`. */
  start(json: string): void;
  /** Takes `{ runId, answers }`. */
  answer(json: string): void;
  /** Gives a run its next answer, where `collect` said `replaying`. */
  advance(runId: string): void;
  /** The turn as JSON, or `{"state":"replaying"}` while answers are left to give. A run that is over is forgotten by it. */
  collect(runId: string): string;
  drop(runId: string): void;
  /** The same for many runs at once: JSON lists of what the single doors take and give. */
  startMany(json: string): void;
  answerMany(json: string): void;
  advanceMany(json: string): void;
  collectMany(json: string): string;
  dropMany(json: string): void;
}

/** The parts a realm is put together from. */
export interface RealmMakers {
  readonly parts: RealmParts;
  readonly text: RealmText;
  readonly createRun: typeof createRun;
  readonly createRunGlobals: typeof createRunGlobals;
}

/** Opens the doors. Runs inside the realm as text. None of the author's code runs before `install`, nor within a door. */
export function openRealm(makers: RealmMakers): Realm {
  interface Start {
    readonly input: RunInput;
    readonly journal: readonly JournalEntry[];
  }
  interface Answers {
    readonly runId: string;
    readonly answers: readonly CallAnswer[];
  }
  const { text } = makers;
  const runs = new Map<string, CreatedRun>();
  let installed: { make: MakeStrategies; limits: RealmLimits } | undefined;

  function start({ input, journal }: Start): void {
    if (installed === undefined) throw new Error('No strategy is installed.');
    const globalsOf = (seed: string, now: () => number) => makers.createRunGlobals(makers.parts.Date, seed, now);
    try {
      const created = makers.createRun({ ...installed, text, globalsOf }, input, journal);
      runs.set(input.runId, created);
      created.begin();
    } catch {
      // nested deeper than the stack: the other runs start all the same, and this one is reported as unreadable
      runs.delete(input.runId);
    }
  }

  function answer({ runId, answers }: Answers): void {
    const created = runs.get(runId);
    if (created === undefined) return;
    created.run.inbox.push(...answers);
    advance(runId);
  }

  function advance(runId: string): void {
    const created = runs.get(runId);
    const next = created?.run.inbox.shift();
    if (created === undefined || next === undefined || created.run.state !== 'running') return;
    try {
      give(created, next);
    } catch (thrown) {
      // nested deeper than the stack: it must not take the other runs' answers along
      created.fail('run/not-json', `An answer cannot be read: ${text.failureOf(thrown, '').message}`);
    }
  }

  function give(created: CreatedRun, next: CallAnswer | JournalEntry): void {
    const { run } = created;
    const call = run.waiting.get(next.seq);
    // an answer that came twice has been heard
    if (call === undefined && next.seq < run.seq) return;
    if (call === undefined) return diverge(created, next, 'no such call');
    if ('name' in next && !isSame(next, call)) {
      const asked = `${call.name} in block ${call.block}`;
      return diverge(created, next, asked === called(next) ? 'the same with other parameters' : asked);
    }
    run.waiting.delete(next.seq);
    run.calls.delete(next.seq);
    run.at = next.at;
    if (next.placed === true) run.placed = true;
    if (next.data !== undefined) merge(created, next.data);
    if (next.error !== undefined) call.reject(text.errorOf(next.error));
    else call.resolve(next.result);
  }

  function isSame(entry: JournalEntry, call: { name: string; block: string; params: string }): boolean {
    if (entry.name !== call.name || entry.block !== call.block) return false;
    return (
      text.toJson(entry.params) === call.params ||
      text.canonical(entry.params) === text.canonical(JSON.parse(call.params))
    );
  }

  function called(entry: JournalEntry): string {
    return `${entry.name} in block ${entry.block}`;
  }

  function diverge(created: CreatedRun, entry: CallAnswer | JournalEntry, got: string): void {
    const expected = 'name' in entry ? called(entry) : 'an answer';
    const where = `Strategy "${created.run.input.strategy}" departed from its journal at call ${entry.seq}`;
    created.fail('run/diverged', `${where}: the journal has ${expected}, the replay asked for ${got}.`);
  }

  /** Attached data others changed: defined, not assigned, since a key may be called __proto__. */
  function merge({ run, snapshotSoon }: CreatedRun, changes: Readonly<Record<string, unknown>>): void {
    const known = JSON.parse(run.knownData) as object;
    const property = { writable: true, enumerable: true, configurable: true };
    for (const [key, value] of Object.entries(changes)) {
      Reflect.defineProperty(known, key, { ...property, value });
      // a copy: what the run does to it must not reach what the host knows
      Reflect.defineProperty(run.data, key, { ...property, value: JSON.parse(text.toJson(value)) });
    }
    run.knownData = text.toJson(known);
    snapshotSoon();
  }

  function drop(runId: string): void {
    runs.delete(runId);
  }

  function collect(runId: string): string {
    const created = runs.get(runId);
    if (created === undefined) {
      return '{"state":"failed","calls":[],"path":[],"error":{"code":"run/not-json","message":"The run is unknown, or its input is nested too deeply to be read."}}';
    }
    const { run } = created;
    const [next] = run.inbox;
    if (run.state === 'running' && next !== undefined) return '{"state":"replaying"}';
    if (run.state === 'ended' && next !== undefined) {
      run.state = 'running';
      diverge(created, next, 'nothing more');
    }
    if (run.state === 'running' && run.waiting.size === 0) {
      created.fail('run/stalled', `Strategy "${run.input.strategy}" waits for something that never comes.`);
    }
    const isOver = run.state === 'failed' || run.waiting.size === 0 || run.placed;
    if (isOver) runs.delete(runId);
    return turnOf(run, isOver);
  }

  function turnOf(run: RealmRun, isOver: boolean): string {
    const parts = [`"state":"${isOver ? run.state : 'calling'}"`];
    parts.push(`"calls":[${isOver ? '' : text.joined([...run.calls.values()])}]`, `"path":[${text.joined(run.path)}]`);
    if (run.currentData !== run.knownData) parts.push(`"data":${run.currentData}`);
    if (run.log.length > 0) parts.push(`"log":[${text.joined(run.log)}]`);
    if (run.error !== undefined) parts.push(`"error":${text.toJson(run.error)}`);
    run.calls.clear();
    run.path = [];
    run.log = [];
    run.bytes = 0;
    run.knownData = run.currentData;
    return `{${text.joined(parts)}}`;
  }

  return Object.freeze({
    install(make: MakeStrategies, limits: RealmLimits): void {
      installed = { make, limits };
    },
    start: (json: string) => start(JSON.parse(json) as Start),
    answer: (json: string) => answer(JSON.parse(json) as Answers),
    advance,
    collect,
    drop,
    startMany: (json: string) => (JSON.parse(json) as Start[]).forEach(start),
    answerMany: (json: string) => (JSON.parse(json) as Answers[]).forEach(answer),
    advanceMany: (json: string) => (JSON.parse(json) as string[]).forEach(advance),
    dropMany: (json: string) => (JSON.parse(json) as string[]).forEach(drop),
    collectMany: (json: string) => `[${text.joined((JSON.parse(json) as string[]).map(collect))}]`,
  });
}
