import { constants, runInNewContext } from 'node:vm';
import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import { realmProgram } from '#dsl/compile/prelude.ts';
import type { Realm } from '#dsl/compile/realm/open-realm.ts';
import type { CallAnswer, PathStep, PendingCall, RunFailure, RunInput, Turn } from '#dsl/compile/run-contract.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';

/** What a strategy finds when it runs, and what the world answers to its host calls, by block id. */
export interface StrategySetting {
  readonly interaction?: RunInput['interaction'];
  readonly contact?: RunInput['contact'];
  readonly data?: RunInput['data'];
  readonly answers?: Readonly<Record<string, CallAnswer['result'] | Error>>;
}

/** What a strategy did, from its first block to its end. */
export interface StrategyRun {
  readonly state: Turn['state'];
  readonly path: readonly PathStep[];
  readonly calls: readonly PendingCall[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly error?: RunFailure;
}

const usualAnswers: Readonly<Record<string, NonNullable<CallAnswer['result']>>> = {
  acknowledgement: { interactionId: 'child' },
  autoresponse: { interactionId: 'child' },
  'create-email-out': { interactionId: 'child' },
  'send-email': { messageId: '<1@example.com>', kept: false },
  'route-interaction': { agent: 'ada' },
  screen: { matched: false, rules: [], keys: {} },
  classify: { categories: [] },
};

/** Compiles a strategy and runs it to its end in a realm of its own, with every host call answered at once by stand-ins. */
export async function runStrategy(
  process: BusinessProcess,
  strategy: string,
  setting: StrategySetting = {},
): Promise<StrategyRun> {
  const compiled = compileStrategy(process, strategy);
  if ('diagnostics' in compiled) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  const limits = { maxSteps: 1000, maxResultBytes: 1_000_000 };
  // an ordinary global object: the one node:vm makes by default cannot be frozen
  const realm = runInNewContext(realmProgram(compiled.source, limits), constants.DONT_CONTEXTIFY) as Realm;
  const { interaction = {}, contact = null, data = {} } = setting;
  const input: RunInput = { runId: 'run', strategy, startedAt: 0, interaction, contact, data };
  realm.start(JSON.stringify({ input, journal: [] }));
  let run: StrategyRun = { state: 'calling', path: [], calls: [], data };
  while (run.state === 'calling') {
    await settled();
    const turn = JSON.parse(realm.collect('run')) as Turn;
    run = {
      state: turn.state,
      path: [...run.path, ...turn.path],
      calls: [...run.calls, ...turn.calls],
      data: turn.data ?? run.data,
      ...(turn.error === undefined ? {} : { error: turn.error }),
    };
    for (const call of turn.calls) {
      realm.answer(JSON.stringify({ runId: 'run', answers: [answerTo(call, setting)] }));
      await settled();
    }
  }
  return run;
}

function answerTo(call: PendingCall, setting: StrategySetting): CallAnswer {
  const given = setting.answers?.[call.block];
  const frame = { seq: call.seq, at: call.seq };
  if (given instanceof Error) return { ...frame, error: { code: 'test/failed', message: given.message } };
  const result = given ?? usualAnswers[call.name] ?? {};
  const isTimeout = typeof result === 'object' && result !== null && 'timeout' in result;
  const isPlacing = ['queue-interaction', 'stop-interaction', 'route-interaction'].includes(call.name) && !isTimeout;
  return { ...frame, result, ...(isPlacing ? { placed: true } : {}) };
}

/** After everything that the doors of the realm have caused. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
