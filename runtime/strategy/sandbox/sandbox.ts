import type { CallAnswer, JournalEntry, RunInput, Turn } from '#dsl/compile/run-contract.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type AnswerItem, failedTurn, HeldRun, type StartItem } from './held-run.ts';
import { type SandboxOptions, withUsualLimits } from './sandbox-options.ts';
import { type Entry, openRealmIsolate, type RealmDoor, type RealmIsolate } from './realm-isolate.ts';

/**
 * Runs of one compiled strategy. A run that breaks a limit ends with a failed turn and takes no other run along: when its
 * isolate goes down, the others are replayed in a fresh one.
 */
export interface Sandbox {
  /**
   * Begins a run, or resumes it over its journal (answers in the order they came). The path of the first turn is the path
   * since the run's beginning: whoever has recorded n steps skips n.
   */
  start(input: RunInput, journal: readonly JournalEntry[]): Promise<Turn>;
  /** Rejects with `sandbox/run-unknown` for a run not held: it goes on by `start`. */
  answer(runId: string, answers: readonly CallAnswer[]): Promise<Turn>;
  /** As `start`, many runs in one entry; turns in the order of the items. */
  startMany(items: readonly StartItem[]): Promise<Turn[]>;
  /** As `answer`, many runs in one entry; turns in the order of the items. */
  answerMany(items: readonly AnswerItem[]): Promise<Turn[]>;
  /** Forgets a run, such as one that waits for an agent: only its journal stays. */
  drop(runId: string): void;
  /** Gives its memory back; runs held are replayed when they are needed again. */
  sleep(): void;
  /** Rejects everything from now on with `sandbox/disposed`. */
  dispose(): void;
  /** Runs held. */
  readonly liveRuns: number;
  readonly broken: boolean;
}

// entries without trouble after which a strategy that was once slow gets the event loop again
const goodEntries = 500;

/** Opens a sandbox. Rejects with `sandbox/source-invalid` for a source that is no JavaScript expression. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const sandbox = new IsolateSandbox(options);
  await sandbox.startMany([]);
  return sandbox;
}

type Attempt = { readonly kind: 'turns'; readonly turns: Turn[] } | { readonly kind: 'timeout' | 'lost' };

class IsolateSandbox implements Sandbox {
  readonly #options: Required<SandboxOptions>;
  readonly #runs = new Map<string, HeldRun>();
  #isolate: RealmIsolate | undefined;
  #generation = 0;
  #asideEntries = 0;
  /** Operations one after another: entries of one isolate must not overlap. */
  #tail: Promise<unknown> = Promise.resolve();
  broken = false;

  constructor(options: SandboxOptions) {
    this.#options = withUsualLimits(options);
  }

  get liveRuns(): number {
    return this.#runs.size;
  }

  async start(input: RunInput, journal: readonly JournalEntry[]): Promise<Turn> {
    return onlyOne(await this.startMany([{ input, journal }]));
  }

  async answer(runId: string, answers: readonly CallAnswer[]): Promise<Turn> {
    return onlyOne(await this.answerMany([{ runId, answers }]));
  }

  startMany(items: readonly StartItem[]): Promise<Turn[]> {
    return this.#inTurn(async () => {
      const runs = items.map((item) => new HeldRun(item));
      for (const run of runs) this.#runs.set(run.input.runId, run);
      this.#open();
      return this.#together(
        runs,
        'startMany',
        runs.map(({ input, journal }) => ({ input, journal })),
      );
    });
  }

  answerMany(items: readonly AnswerItem[]): Promise<Turn[]> {
    return this.#inTurn(async () => {
      const runs = items.map(({ runId }) => this.#held(runId));
      const isHere = (run: HeldRun | undefined) => run?.generation === this.#generation && this.#isolate !== undefined;
      const here = items.filter((_, index) => isHere(runs[index]));
      const hereRuns = runs.filter(isHere);
      items.forEach(({ answers }, index) => runs[index]?.remember(answers));
      const turns = new Map<HeldRun, Turn>();
      const together = await this.#together(hereRuns, 'answerMany', here);
      hereRuns.forEach((run, index) => turns.set(run, together[index] ?? this.#timeLimit()));
      // the isolate these were in is gone
      for (const run of runs) if (!turns.has(run)) turns.set(run, await this.#alone(run));
      return runs.map((run) => turns.get(run) ?? this.#timeLimit());
    });
  }

  drop(runId: string): void {
    if (!this.#runs.delete(runId)) return;
    void this.#tail.then(() => this.#forget([runId]));
  }

  sleep(): void {
    void this.#tail.then(() => this.#close());
  }

  dispose(): void {
    this.broken = true;
    this.#runs.clear();
    void this.#tail.then(() => this.#close());
  }

  #inTurn<Result>(operation: () => Promise<Result>): Promise<Result> {
    const result = this.#tail.then(() => {
      if (this.broken) throw new CodedError('sandbox/disposed', { strategy: this.#options.strategy });
      return operation();
    });
    this.#tail = result.catch(() => undefined);
    return result;
  }

  #held(runId: string): HeldRun {
    const run = this.#runs.get(runId);
    if (run === undefined) throw new CodedError('sandbox/run-unknown', { strategy: this.#options.strategy, runId });
    return run;
  }

  #open(): RealmIsolate {
    if (this.#isolate === undefined) {
      const { source, strategy, memoryMb, maxSteps, maxResultBytes } = this.#options;
      this.#isolate = openRealmIsolate({ source, strategy, memoryMb, limits: { maxSteps, maxResultBytes } });
      this.#generation += 1;
    }
    return this.#isolate;
  }

  #close(): void {
    this.#isolate?.dispose();
    this.#isolate = undefined;
  }

  /** All runs in one entry. When that fails, each alone, so that the guilty one is found and the others go on. */
  async #together(runs: readonly HeldRun[], door: RealmDoor, items: readonly unknown[]): Promise<Turn[]> {
    if (runs.length === 0) return [];
    for (const run of runs) run.generation = this.#generation;
    const attempt = await this.#attempt(runs, door, items);
    if (attempt.kind === 'turns') return attempt.turns.map((turn, index) => this.#told(runs[index], turn, false));
    const turns: Turn[] = [];
    for (const run of runs) turns.push(await this.#alone(run));
    return turns;
  }

  /**
   * One run over its whole journal. It is guilty of a timeout that strikes in a thread, where nothing else is waiting,
   * and of the loss of an isolate that was opened for it.
   */
  async #alone(run: HeldRun): Promise<Turn> {
    for (;;) {
      const isFresh = this.#isolate === undefined;
      const isAside = this.#asideEntries > 0;
      this.#open();
      run.generation = this.#generation;
      const attempt = await this.#attempt([run], 'startMany', [{ input: run.input, journal: run.journal }]);
      const [turn] = attempt.kind === 'turns' ? attempt.turns : [];
      if (turn !== undefined) return this.#told(run, turn, true);
      if (attempt.kind === 'lost' && isFresh) return this.#over(run, this.#memoryLimit());
      if (attempt.kind === 'timeout' && isAside) return this.#over(run, this.#timeLimit());
    }
  }

  async #attempt(runs: readonly HeldRun[], door: RealmDoor, items: readonly unknown[]): Promise<Attempt> {
    const ids = runs.map(({ input }) => input.runId);
    let entry = await this.#enter(door, items, runs);
    const turns = new Map<string, Turn>();
    for (let open = ids; open.length > 0; ) {
      if (entry.kind !== 'done') return this.#aborted(entry.kind, ids);
      const collected = await this.#collect(open);
      if (collected === undefined) return this.#aborted('lost', ids);
      open.forEach((id, index) => turns.set(id, collected[index] ?? this.#timeLimit()));
      open = open.filter((id) => (turns.get(id)?.state as string) === 'replaying');
      if (open.length > 0) entry = await this.#enter('advanceMany', open, runs);
    }
    return { kind: 'turns', turns: ids.map((id) => turns.get(id) ?? this.#timeLimit()) };
  }

  async #enter(door: RealmDoor, items: readonly unknown[], runs: readonly HeldRun[]): Promise<Entry> {
    const aside = this.#asideEntries > 0;
    const limitMs = aside ? this.#options.asideLimitMs : this.#options.entryLimitMs;
    const entry = await this.#open().enter(door, JSON.stringify(items), { limitMs, aside });
    if (aside) this.#asideEntries -= 1;
    if (entry.kind === 'timeout') this.#asideEntries = goodEntries;
    // what one of many took is not known: an equal share is fair over a run's many entries
    if (entry.kind === 'done') for (const run of runs) run.spentMs += entry.tookMs / runs.length;
    return entry;
  }

  /** No limit: nothing but the prelude's code runs in it. */
  async #collect(ids: readonly string[]): Promise<Turn[] | undefined> {
    const aside = this.#asideEntries > 0;
    const entry = await this.#open().enter('collectMany', JSON.stringify(ids), { limitMs: 0, aside });
    return entry.kind === 'done' && entry.text !== '' ? (JSON.parse(entry.text) as Turn[]) : undefined;
  }

  async #aborted(kind: 'timeout' | 'lost', ids: readonly string[]): Promise<Attempt> {
    if (kind === 'lost') this.#close();
    // what the terminated entry left half done, its unhandled promises too, goes with an entry of its own
    else await this.#forget(ids);
    return { kind };
  }

  async #forget(ids: readonly string[]): Promise<void> {
    const options = { limitMs: this.#options.entryLimitMs, aside: this.#asideEntries > 0 };
    const entry = await this.#isolate?.enter('dropMany', JSON.stringify(ids), options);
    if (entry !== undefined && entry.kind !== 'done') this.#close();
  }

  #told(run: HeldRun | undefined, turn: Turn, isReplay: boolean): Turn {
    if (run === undefined) return turn;
    const news = run.news(turn, isReplay);
    if (news.state !== 'calling') return this.#over(run, news);
    const limitMs = this.#options.totalLimitMs;
    if (run.spentMs <= limitMs) return news;
    this.drop(run.input.runId);
    return { ...failedTurn('run/budget-time', { strategy: run.input.strategy, limitMs }), path: news.path };
  }

  #over(run: HeldRun, turn: Turn): Turn {
    if (this.#runs.get(run.input.runId) === run) this.#runs.delete(run.input.runId);
    return turn;
  }

  #timeLimit(): Turn {
    const { strategy, asideLimitMs } = this.#options;
    return failedTurn('sandbox/time-limit', { strategy, limitMs: asideLimitMs });
  }

  #memoryLimit(): Turn {
    const { strategy, memoryMb } = this.#options;
    return failedTurn('sandbox/memory-limit', { strategy, limitMb: memoryMb });
  }
}

function onlyOne(turns: readonly Turn[]): Turn {
  const [turn] = turns;
  if (turn === undefined) throw new Error('The sandbox gave no turn for a run.');
  return turn;
}
