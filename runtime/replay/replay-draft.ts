import type { Pool } from 'pg';
import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { ReplayResult } from '#dsl/protocol/replay.ts';
import { readPastRuns } from './past-runs.ts';
import { runTrial } from './run-trial.ts';

/** Which strategy of whose draft, and over how many interactions. */
export interface ReplayRequest {
  readonly tenantId: string;
  readonly process: string;
  readonly strategy: string;
  readonly count: number;
}

/**
 * Runs the draft of a strategy over its last real interactions, answers taken from their journals, and tells which of them
 * fare otherwise. Reads only. Throws `process/has-problems` for a draft that cannot be read, `request/not-found` for a strategy it
 * does not have.
 */
export async function replayDraft(pool: Pool, request: ReplayRequest): Promise<ReplayResult> {
  const { tenantId, process, strategy } = request;
  const { rows } = await pool.query<{ draft: unknown }>(
    'select draft from processes where tenant_id = $1 and name = $2',
    [tenantId, process],
  );
  const [row] = rows;
  if (row === undefined) throw new CodedError('request/not-found', { kind: 'process', name: process });
  const { process: document, diagnostics } = parseBusinessProcess(row.draft);
  if (document === undefined) throw new CodedError('process/has-problems', { process, diagnostics });
  if (!Object.hasOwn(document.strategies, strategy))
    throw new CodedError('request/not-found', { kind: 'strategy', name: strategy });
  const runs = await readPastRuns(pool, request);
  return runTrial({ kind: 'replay', document, strategy, runs });
}
