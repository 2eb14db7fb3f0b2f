import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import type { CallAnswer, JournalEntry, PathStep, RunFailure, RunInput } from '#dsl/compile/run-contract.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { runOverStandIns } from '#dsl/testing/test-run.ts';
import { openVmRealm } from './vm-realm.ts';

/** What a strategy finds when it runs, and what the world answers to its host calls, by block id. */
export interface StrategySetting {
  readonly interaction?: RunInput['interaction'];
  readonly contact?: RunInput['contact'];
  readonly data?: RunInput['data'];
  readonly answers?: Readonly<Record<string, CallAnswer['result'] | Error>>;
}

/** What a strategy did, from its first block to its end. */
export interface StrategyRun {
  readonly state: 'ended' | 'failed';
  readonly path: readonly PathStep[];
  readonly calls: readonly JournalEntry[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly error?: RunFailure;
}

/** Compiles a strategy and runs it to its end in a realm of its own, with every host call answered at once by stand-ins. */
export async function runStrategy(
  process: BusinessProcess,
  strategy: string,
  setting: StrategySetting = {},
): Promise<StrategyRun> {
  const compiled = compileStrategy(process, strategy);
  if ('diagnostics' in compiled) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  const { interaction = {}, contact = null, data = {} } = setting;
  const input: RunInput = { runId: 'run', strategy, startedAt: 0, interaction, contact, data };
  const answers = Object.entries(setting.answers ?? {}).map(([block, answer]) => [
    block,
    answer instanceof Error ? { error: answer.message } : { result: answer ?? null },
  ]);
  return runOverStandIns(await openVmRealm(compiled), input, { answers: Object.fromEntries(answers), calls: {} });
}
