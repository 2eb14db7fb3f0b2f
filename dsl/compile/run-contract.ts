import { z } from 'zod';

const keyValues = z.record(z.string(), z.json());

/** What a run starts from. Everything the strategy may read; nothing else of the world is visible inside. */
export const runInputSchema = z.strictObject({
  runId: z.string(),
  strategy: z.string(),
  /** The clock of the run until its first answer, in Unix milliseconds. */
  startedAt: z.number(),
  interaction: keyValues,
  contact: keyValues.nullable(),
  /** Attached data (the field's user data) as it was when the run began. */
  data: keyValues,
});

/** What a run starts from. */
export type RunInput = z.infer<typeof runInputSchema>;

/** A failure as it crosses the sandbox's wall. */
export interface RunFailure {
  readonly code: string;
  readonly message: string;
  readonly block?: string;
}

/** The answer to a host call: a result or a failure, the clock, and attached data others changed meanwhile. */
export interface CallAnswer {
  readonly seq: number;
  /** Unix milliseconds at which the answer was recorded; the run's clock from then on. */
  readonly at: number;
  readonly result?: z.core.util.JSONType;
  readonly error?: RunFailure;
  readonly data?: Readonly<Record<string, z.core.util.JSONType>>;
  /** True when the interaction left the strategy by this call: the run ends with the block that made it, a subroutine's caller too. */
  readonly placed?: boolean;
}

/** A finished host call as the journal keeps it: what was asked, so that a replay that departs is noticed, and the answer. */
export interface JournalEntry extends CallAnswer {
  readonly block: string;
  readonly name: string;
  readonly params: z.core.util.JSONType;
}

/** A host call the strategy waits for. `seq` counts the calls of the run from 0. */
export interface PendingCall {
  readonly seq: number;
  readonly block: string;
  readonly name: string;
  readonly params: z.core.util.JSONType;
}

/** A step of the path: block left, port taken; subroutines' blocks carry `strategy`. */
export interface PathStep {
  readonly block: string;
  readonly port: string;
  readonly strategy?: string;
}

/** Where a run stands when the sandbox has nothing more to compute. */
export interface Turn {
  readonly state: 'calling' | 'ended' | 'failed';
  /** Calls made since the last turn and not answered yet; empty unless `calling`. */
  readonly calls: readonly PendingCall[];
  /** Steps taken since the last turn. */
  readonly path: readonly PathStep[];
  /** The whole attached data, when it differs from what the host knows. */
  readonly data?: Readonly<Record<string, z.core.util.JSONType>>;
  /** Lines the strategy logged since the last turn. */
  readonly log?: readonly string[];
  /** Why it failed: past a budget, an unhandled error, a departure from the journal. */
  readonly error?: RunFailure;
}
