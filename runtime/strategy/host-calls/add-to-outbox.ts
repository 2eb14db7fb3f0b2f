import type { OutboxKind } from '../../outbox/take-outgoing.ts';
import { newId } from '../../store/new-id.ts';
import type { HostCallContext } from './handler.ts';

/** Puts the run's own interaction into the outbox under a key of this run and step; the sender's answer resumes the run. */
export function addToOutbox(kind: OutboxKind, { run, call, now }: HostCallContext): { readonly wait: true } {
  const { interaction, changes, tenantId } = run;
  changes.add('outbox', {
    id: newId(),
    tenant_id: tenantId,
    key: `${run.id}:${call.seq}`,
    kind,
    interaction_id: interaction.id,
    run_id: run.id,
    seq: call.seq,
    state: 'pending',
    payload: {},
    attempts: 0,
    next_at: now,
    created_at: now,
  });
  return { wait: true };
}
