import { realmProgram } from '#dsl/compile/prelude.ts';
import type { CallAnswer, JournalEntry, RunInput, Turn } from '#dsl/compile/run-contract.ts';
import type { StrategyRealm } from '#dsl/testing/strategy-realm.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import type { RealmReply, RealmRequest } from './realm-worker.ts';

/** As in the runtime: blocks a run may take, bytes of JSON a turn may bring out. */
const limits = { maxSteps: 1000, maxResultBytes: 2 ** 20 };

/** Longest time a step may take. The runtime allows a quarter of a second; a browser may be busy with other pages. */
const stepLimitMs = 2000;

/** Opens a worker for a compiled source. Nothing people wrote runs in the page itself. */
export async function openWorkerRealm({ source }: { readonly source: string }): Promise<StrategyRealm> {
  return new WorkerRealm(realmProgram(source, limits));
}

class WorkerRealm implements StrategyRealm {
  readonly #program: string;
  #worker: Worker | undefined;

  constructor(program: string) {
    this.#program = program;
  }

  start(input: RunInput, journal: readonly JournalEntry[]): Promise<Turn> {
    return this.#turn(input.runId, { kind: 'start', text: JSON.stringify({ input, journal }) });
  }

  answer(runId: string, answers: readonly CallAnswer[]): Promise<Turn> {
    return this.#turn(runId, { kind: 'answer', text: JSON.stringify({ runId, answers }) });
  }

  dispose(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #turn(runId: string, request: RealmRequest): Promise<Turn> {
    for (let next = request; ; next = { kind: 'advance', text: runId }) {
      const reply = await this.#ask(next, { kind: 'collect', runId });
      const turn =
        'failure' in reply ? failed('sandbox/source-invalid', reply.failure) : (JSON.parse(reply.turn) as Turn);
      if ((turn.state as string) !== 'replaying') return turn;
    }
  }

  /** A worker that gives no answer in time is ended, and its runs with it; the next start opens another. */
  #ask(...requests: readonly RealmRequest[]): Promise<RealmReply> {
    const worker = (this.#worker ??= this.#open());
    const { promise, resolve } = Promise.withResolvers<RealmReply>();
    const late = setTimeout(() => {
      this.dispose();
      resolve({ turn: JSON.stringify(failed('sandbox/time-limit', t.stepTooLong(stepLimitMs / 1000))) });
    }, stepLimitMs);
    worker.onmessage = ({ data }: MessageEvent<RealmReply>) => resolve(data);
    worker.onerror = () => {
      this.dispose();
      resolve({ failure: t.workerLost });
    };
    for (const request of requests) worker.postMessage(request);
    return promise.finally(() => clearTimeout(late));
  }

  #open(): Worker {
    const worker = new Worker(new URL('./realm-worker.ts', import.meta.url), { type: 'module', name: 'realm' });
    worker.postMessage({ kind: 'open', program: this.#program } satisfies RealmRequest);
    return worker;
  }
}

function failed(code: string, message: string): Turn {
  return { state: 'failed', calls: [], path: [], error: { code, message } };
}
