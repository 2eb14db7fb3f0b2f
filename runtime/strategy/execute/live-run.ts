import type { z } from 'zod';
import type { JournalEntry, RunInput } from '#dsl/compile/run-contract.ts';
import type { ActiveProcess } from '../../interaction/active-processes.ts';
import type { RunChanges } from './run-changes.ts';

/** An interaction as strategies and host calls see it, read when the run is taken up. */
export interface RunInteraction {
  readonly id: string;
  readonly tenant_id: string;
  readonly media: string;
  readonly type: string;
  readonly subtype: string;
  readonly subject: string;
  readonly from_address: string | null;
  readonly from_name: string | null;
  readonly to_address: string | null;
  readonly mailbox: string | null;
  readonly endpoint: string | null;
  readonly priority: number;
  readonly received_at: Date;
  readonly submitted_at: Date;
  readonly placed_at: Date | null;
  readonly moved_at: Date | null;
  readonly scheduled_at: Date | null;
  readonly delivered_at: Date | null;
  readonly external_id: string | null;
  readonly parent_id: string | null;
  readonly thread_id: string;
  readonly contact_id: string | null;
  readonly data: Readonly<Record<string, z.core.util.JSONType>>;
  /** Body, cut to what strategies may read. */
  readonly text: string;
  readonly automatic: string;
  readonly message_id: string | null;
  readonly reference_ids: readonly string[] | null;
  readonly contact_title: string | null;
  readonly contact_first_name: string | null;
  readonly contact_last_name: string | null;
}

/** A run that this worker has taken up, with what it found and what it will commit. */
export interface LiveRun {
  readonly id: string;
  readonly tenantId: string;
  readonly process: ActiveProcess;
  readonly strategy: string;
  /** Queue it was taken from. */
  readonly queue: string;
  /** Guards the commit: a run taken up again by whomever has a higher count. */
  readonly attempts: number;
  /** Workers that were lost with it since it was begun or last answered. */
  readonly losses: number;
  readonly interaction: RunInteraction;
  readonly input: RunInput;
  readonly journal: readonly JournalEntry[];
  readonly changes: RunChanges;
}

/** Longest body strategies may read: enough for any question a customer asks, cheap to carry into the sandbox. */
export const maxTextCharacters = 16_384;

/** Columns of `RunInteraction`, over `interactions i left join messages m left join contacts c`. */
export const runInteractionColumns = `i.id, i.tenant_id, i.media, i.type, i.subtype, i.subject, i.from_address, i.from_name, i.to_address,
  i.mailbox, i.endpoint, i.priority, i.received_at, i.submitted_at,
  i.placed_at, i.moved_at, i.scheduled_at, i.delivered_at, i.external_id, i.parent_id, i.thread_id, i.contact_id, i.data,
  left(coalesce(m.text, ''), ${maxTextCharacters}) as text, coalesce(m.automatic, 'none') as automatic, m.message_id, m.reference_ids,
  c.title as contact_title, c.first_name as contact_first_name, c.last_name as contact_last_name`;

/** The joins that `runInteractionColumns` needs. */
export const runInteractionJoins = `left join messages m on m.interaction_id = i.id left join contacts c on c.id = i.contact_id`;

/** What the strategy may read of its interaction. The body is not part of the stored input: it never changes. */
export function inputOf(
  run: { id: string; strategy: string; queue: string; startedAt: Date },
  interaction: RunInteraction,
): RunInput {
  const name = [interaction.contact_first_name, interaction.contact_last_name].filter(Boolean).join(' ');
  return {
    runId: run.id,
    strategy: run.strategy,
    startedAt: run.startedAt.getTime(),
    interaction: {
      id: interaction.id,
      media: interaction.media,
      type: interaction.type,
      subtype: interaction.subtype,
      subject: interaction.subject,
      fromAddress: interaction.from_address ?? '',
      fromName: interaction.from_name ?? '',
      toAddress: interaction.to_address ?? '',
      mailbox: interaction.mailbox ?? '',
      endpoint: interaction.endpoint ?? '',
      queue: run.queue,
      priority: interaction.priority,
      receivedAt: interaction.received_at.toISOString(),
      submittedAt: interaction.submitted_at.toISOString(),
      placedAt: interaction.placed_at?.toISOString() ?? null,
      movedAt: interaction.moved_at?.toISOString() ?? null,
      scheduledAt: interaction.scheduled_at?.toISOString() ?? null,
      deliveredAt: interaction.delivered_at?.toISOString() ?? null,
      externalId: interaction.external_id,
      parentId: interaction.parent_id,
      contactId: interaction.contact_id,
      threadId: interaction.thread_id,
      automatic: interaction.automatic,
      text: interaction.text,
    },
    contact:
      interaction.contact_id === null
        ? null
        : {
            id: interaction.contact_id,
            title: interaction.contact_title,
            firstName: interaction.contact_first_name,
            lastName: interaction.contact_last_name,
            fullName: name,
            emailAddress: interaction.from_address ?? '',
          },
    data: { ...interaction.data },
  };
}
