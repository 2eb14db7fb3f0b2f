import type { InteractionSummary } from '#dsl/protocol/interactions.ts';

/** Columns of `interactions i` left joined with `agents a`, as `interactionSummary` reads them. */
export const summaryColumns =
  'i.id, i.media, i.type, i.subtype, i.state, i.is_held, i.queue, i.agent_id, a.user_name, a.first_name, a.last_name, ' +
  'i.priority, i.subject, i.from_address, i.from_name, i.to_address, i.received_at, i.stopped_at, i.stop_reason, i.problem, ' +
  'i.parent_id, i.contact_id, i.thread_id';

/** The tables those columns come from. */
export const summaryTables = 'interactions i left join agents a on a.id = i.agent_id';

/** A row of `summaryColumns`. */
export interface SummaryRow {
  readonly id: string;
  readonly media: string;
  readonly type: string;
  readonly subtype: string;
  readonly state: InteractionSummary['state'];
  readonly is_held: boolean;
  readonly queue: string | null;
  readonly agent_id: string | null;
  readonly user_name: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly priority: number;
  readonly subject: string;
  readonly from_address: string | null;
  readonly from_name: string | null;
  readonly to_address: string | null;
  readonly received_at: Date;
  readonly stopped_at: Date | null;
  readonly stop_reason: string | null;
  readonly problem: (NonNullable<InteractionSummary['problem']> & { readonly runId?: string }) | null;
  readonly parent_id: string | null;
  readonly contact_id: string | null;
  readonly thread_id: string;
}

/** A line of a list of interactions. */
export function interactionSummary(row: SummaryRow): InteractionSummary {
  const agentName = `${row.first_name ?? ''} ${row.last_name ?? ''}`.trim();
  return {
    id: row.id,
    media: row.media,
    type: row.type,
    subtype: row.subtype,
    state: row.state,
    isHeld: row.is_held,
    queue: row.queue,
    agentId: row.agent_id,
    agentName: agentName === '' ? row.user_name : agentName,
    priority: row.priority,
    subject: row.subject,
    from: row.from_address === null ? null : { address: row.from_address, name: row.from_name ?? '' },
    to: row.to_address,
    receivedAt: row.received_at.toISOString(),
    stoppedAt: row.stopped_at?.toISOString() ?? null,
    stopReason: row.stop_reason,
    problem: row.problem === null ? null : shownProblem(row.problem),
    parentId: row.parent_id,
    contactId: row.contact_id,
    threadId: row.thread_id,
  };
}

function shownProblem(problem: NonNullable<SummaryRow['problem']>): NonNullable<InteractionSummary['problem']> {
  const { code, message, strategy, block } = problem;
  return {
    code,
    message,
    ...(strategy === undefined ? {} : { strategy }),
    ...(block === undefined ? {} : { block }),
  };
}
