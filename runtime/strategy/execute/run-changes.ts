import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { PathStep, PendingCall, RunFailure } from '#dsl/compile/run-contract.ts';
import type { Row } from '../../store/insert-rows.ts';
import type { Signal } from '../../store/signal.ts';

type Json = z.core.util.JSONType;

/** Where the interaction goes when the run is over. */
export type Placement =
  | {
      readonly kind: 'queue';
      readonly queue: string;
      readonly priority?: number;
      /** When it falls due there; left out: at once. */
      readonly dueAt?: Date;
      /** Set for a workbin: its owner as stored, the owner's account, and the owner's name for the event log. */
      readonly workbin?: { readonly owner: string; readonly agentId: string | null; readonly shownOwner: string };
      readonly problem?: Row;
      readonly reason?: string;
    }
  | { readonly kind: 'stop'; readonly reason: string };

/** How a run stands when it is committed. */
export type RunOutcome =
  | { readonly state: 'ended' }
  | { readonly state: 'failed'; readonly error: RunFailure }
  | { readonly state: 'waiting'; readonly call: PendingCall; readonly wakeAt?: Date | undefined };

/** Tables that runs insert into, in the order in which they are inserted. */
export const changedTables = [
  'interactions',
  'messages',
  'outbox',
  'routing_requests',
  'automatic_answers',
  'service_calls',
] as const;

/** A table that runs insert into. */
export type ChangedTable = (typeof changedTables)[number];

/**
 * Something beyond rows and the interaction itself that is committed with the run, within the same transaction, after the rows.
 * It may run more than once when the transaction is tried again, and says itself under what condition it still holds.
 */
export type CommitStep = (client: PoolClient) => Promise<unknown>;

/** An entry for the event log, without tenant. */
export interface NewEvent {
  readonly interactionId: string;
  readonly kind: string;
  readonly party?: Row | undefined;
  readonly facts?: Row;
}

/** How much of each a run had collected at a moment. */
export interface ChangesMark {
  readonly rows: RunChanges['rows'];
  readonly signals: number;
  readonly events: number;
  readonly steps: number;
}

/**
 * What one run will have changed: collected while it computes, committed with the changes of other runs in one
 * transaction, or left out whole when another worker has taken the run up meanwhile.
 */
export class RunChanges {
  readonly journal: Row[] = [];
  readonly path: PathStep[] = [];
  rows: readonly { readonly table: ChangedTable; readonly row: Row }[] = [];
  readonly events: NewEvent[] = [];
  readonly signals: Signal[] = [];
  /** Queues that got an interaction. */
  readonly queues = new Set<string>();
  /** Attached data as the strategy left it, when it differs. */
  data: Readonly<Record<string, Json>> | undefined;
  /** Attached data that host calls set, such as AcknowledgedAt. */
  readonly marks: Record<string, string> = {};
  priority: number | undefined;
  inQueues: readonly string[] | undefined;
  outQueues: readonly string[] | undefined;
  /** The contact that Identify Contact found for the interaction. */
  contactId: string | undefined;
  /** Committed in this order. */
  readonly steps: CommitStep[] = [];
  placement: Placement | undefined;
  outcome: RunOutcome = { state: 'ended' };
  sends = false;

  /** Adds a row to be inserted. */
  add(table: ChangedTable, row: Row): void {
    this.rows = [...this.rows, { table, row }];
  }

  /** What has been collected so far, to go back to. */
  mark(): ChangesMark {
    const { rows, signals, events, steps } = this;
    return { rows, signals: signals.length, events: events.length, steps: steps.length };
  }

  /** Takes back what was collected since. */
  backTo({ rows, signals, events, steps }: ChangesMark): void {
    this.rows = rows;
    this.signals.length = signals;
    this.events.length = events;
    this.steps.length = steps;
  }

  /** Takes back everything but the path: nothing of it was committed. */
  takeBack(): void {
    for (const list of [this.journal, this.events, this.signals, this.steps]) list.length = 0;
    for (const key of Object.keys(this.marks)) delete this.marks[key];
    this.rows = [];
    this.queues.clear();
    this.data = undefined;
    this.priority = undefined;
    this.inQueues = undefined;
    this.outQueues = undefined;
    this.contactId = undefined;
    this.placement = undefined;
    this.sends = false;
  }

  /** Takes back the rows of a table. */
  dropRows(table: ChangedTable): void {
    this.rows = this.rows.filter((row) => row.table !== table);
  }
}
