import type { ParamsOf } from '#dsl/blocks/host-calls.ts';
import { newId } from '../../store/new-id.ts';
import type { LiveRun } from '../execute/live-run.ts';

/** An interaction that a strategy makes beside its own; without a queue it is a record of the history, over already. */
export interface NewBeside extends ParamsOf<'create-interaction'> {
  readonly queue?: string;
  readonly priority?: number;
}

/** Adds an interaction with its body to the run's changes and answers its id. */
export function addInteraction(run: LiveRun, wish: NewBeside, now: Date): string {
  const { interaction, changes } = run;
  const id = newId();
  const { media, type, subtype, subject, text, queue } = wish;
  const parent = wish.child ? interaction : undefined;
  changes.steps.push((client) =>
    client.query(
      `insert into interactions (id, tenant_id, media, type, subtype, state, queue, placed_at, moved_at, priority, received_at, stopped_at,
         stop_reason, parent_id, contact_id, thread_id, subject, data)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        id,
        run.tenantId,
        media,
        type,
        subtype,
        queue === undefined ? 'stopped' : 'queued',
        queue,
        queue === undefined ? null : now,
        wish.priority ?? 0,
        now,
        queue === undefined ? now : null,
        queue === undefined ? 'Record' : null,
        parent?.id,
        run.changes.contactId ?? interaction.contact_id,
        parent?.thread_id ?? id,
        subject,
        JSON.stringify(wish.data),
      ],
    ),
  );
  changes.steps.push((client) =>
    client.query(
      'insert into messages (interaction_id, tenant_id, direction, subject, text) values ($1, $2, $3, $4, $5)',
      [id, run.tenantId, type === 'Outbound' ? 'out' : 'in', subject, text],
    ),
  );
  const facts = { subject, ...(parent && { parentId: parent.id }) };
  changes.events.push({ interactionId: id, kind: 'InteractionSubmitted', facts });
  if (queue === undefined) {
    changes.events.push({ interactionId: id, kind: 'ProcessingStopped', facts: { reason: 'Record' } });
  } else {
    changes.events.push({ interactionId: id, kind: 'PlacedInQueue', facts: { queue } });
    changes.queues.add(queue);
  }
  return id;
}
