import type { CallAnswer, Turn } from '#dsl/compile/run-contract.ts';
import { carryOut, type HostCallServices } from './carry-out.ts';
import type { LiveRun } from './live-run.ts';

/** A sandbox with the compiled strategy of these runs, entered for many runs at once. */
export interface RunSandbox {
  startMany(runs: readonly Pick<LiveRun, 'input' | 'journal'>[]): Promise<Turn[]>;
  answerMany(answers: readonly { runId: string; answers: readonly CallAnswer[] }[]): Promise<Turn[]>;
  drop(runId: string): void;
}

/**
 * Drives runs of one strategy until each has ended, failed or waits for somebody else. Host calls of the runs are carried
 * out side by side between two entries of the sandbox. Nothing is committed here.
 */
export async function driveRuns(
  sandbox: RunSandbox,
  runs: readonly LiveRun[],
  services: HostCallServices,
): Promise<void> {
  try {
    let moving: readonly { run: LiveRun; turn: Turn }[] = pair(runs, await sandbox.startMany(runs));
    while (moving.length > 0) {
      const answered = await Promise.all(
        moving.map(async ({ run, turn }) => ({ run, answers: await takeTurn(run, turn, services) })),
      );
      const going = answered.filter(({ answers }) => answers.length > 0);
      if (going.length === 0) return;
      const turns = await sandbox.answerMany(going.map(({ run, answers }) => ({ runId: run.id, answers })));
      moving = pair(
        going.map(({ run }) => run),
        turns,
      );
    }
  } finally {
    for (const run of runs) sandbox.drop(run.id);
  }
}

function pair(runs: readonly LiveRun[], turns: readonly Turn[]): { run: LiveRun; turn: Turn }[] {
  return runs.flatMap((run, index) => {
    const turn = turns[index];
    return turn === undefined ? [] : [{ run, turn }];
  });
}

/** Answers of the calls of a turn that could be answered at once; none when the run is over or waits. */
async function takeTurn(run: LiveRun, turn: Turn, services: HostCallServices): Promise<CallAnswer[]> {
  const { changes } = run;
  changes.path.push(...turn.path);
  if (turn.data !== undefined) changes.data = turn.data;
  if (turn.state === 'failed') {
    fail(run, turn);
    return [];
  }
  if (turn.state === 'ended') {
    changes.outcome = { state: 'ended' };
    return [];
  }
  const answers: CallAnswer[] = [];
  // one after another: a call must know whether one before it waits already
  for (const call of turn.calls) {
    const answer = await carryOut(run, call, services);
    if (answer !== undefined) answers.push(answer);
  }
  return answers;
}

/** A run that failed: what its finished host calls made stays (they are in its journal), where it wanted to go does not count. */
export function fail({ changes }: LiveRun, turn: Pick<Turn, 'error'>): void {
  const error = turn.error ?? { code: 'run/unhandled', message: 'The strategy failed without a reason.' };
  changes.outcome = { state: 'failed', error };
  changes.placement = undefined;
  changes.dropRows('routing_requests');
}
