import type { Row } from '../../store/copy-rows.ts';
import type { LiveRun } from './live-run.ts';

/** The entries of the event log that a run makes: those of its host calls, and where its interaction went. */
export function eventRows(run: LiveRun): Row[] {
  const at = new Date();
  const party = { kind: 'strategy', name: run.strategy, runId: run.id };
  const { placement, events } = run.changes;
  const row = (interactionId: string, kind: string, facts: Row, by: Row = party): Row => ({
    tenant_id: run.tenantId,
    at,
    interaction_id: interactionId,
    party: by,
    kind,
    facts,
  });
  const rows = events.map(({ interactionId, kind, party: by, facts }) => row(interactionId, kind, facts ?? {}, by));
  if (placement === undefined) return rows;
  const { id } = run.interaction;
  rows.push(row(id, 'PartyRemoved', {}));
  if (placement.kind === 'stop') return [...rows, row(id, 'ProcessingStopped', { reason: placement.reason })];
  const { queue, problem, workbin, dueAt } = placement;
  if (workbin !== undefined)
    return [...rows, row(id, 'PlacedInWorkbin', { workbin: queue, owner: workbin.shownOwner })];
  const due = dueAt === undefined ? {} : { scheduledAt: dueAt.toISOString() };
  return [...rows, row(id, 'PlacedInQueue', problem === undefined ? { queue, ...due } : { queue, problem })];
}
