import type { PoolClient } from 'pg';
import { isSocialMedium } from '#dsl/model/social-account.ts';
import { addToOutbox } from './add-to-outbox.ts';
import type { HostCallContext, HostCallHandler } from './handler.ts';

/** Hands the current outbound interaction to its social account, or to the program of its open medium. */
export const sendOut: HostCallHandler<'send-out'> = async (_, context) => {
  const { pool, run } = context;
  const { interaction, changes, tenantId } = run;
  if (interaction.type === 'Outbound' && isSocialMedium(interaction.media)) {
    changes.signals.push({ kind: 'social', tenantId });
    return addToOutbox('social', context);
  }
  const known = await pool.query('select from media_types where tenant_id = $1 and name = $2', [
    tenantId,
    interaction.media,
  ]);
  if (interaction.type === 'Outbound' && known.rowCount === 1) return tellProgram(context);
  const message = `Send Out works on an outbound interaction of a social or an open medium; this is ${interaction.type} ${interaction.media}.`;
  return { error: { code: 'send-out/not-outbound', message } };
};

/** The reply is an event of its medium until the program has acknowledged it; a step that is repeated finds it there. */
function tellProgram({ run, call }: HostCallContext): { readonly wait: true } {
  const { changes, tenantId, interaction } = run;
  changes.steps.push((client) => insertEvent(client, run.id, { tenantId, id: interaction.id, seq: call.seq }));
  changes.signals.push({ kind: 'open-media', tenantId });
  return { wait: true };
}

function insertEvent(
  client: PoolClient,
  runId: string,
  { tenantId, id, seq }: { readonly tenantId: string; readonly id: string; readonly seq: number },
): Promise<unknown> {
  return client.query(
    `insert into open_events (tenant_id, media, interaction_id, run_id, seq, document)
     select $1, i.media, coalesce(p.id, i.id), $3, $4, jsonb_build_object(
       'kind', 'reply', 'replyId', i.id, 'externalId', p.external_id, 'to', m.to_addresses -> 0, 'agent', i.data ->> '_OwnerEmployeeId',
       'subject', m.subject, 'text', m.text, 'isPrivate', coalesce(i.data ->> 'ReplyVisibility' = 'private', false), 'data', i.data)
     from interactions i join messages m on m.interaction_id = i.id left join interactions p on p.id = i.parent_id
     where i.id = $2 on conflict (run_id, seq) do nothing`,
    [tenantId, id, runId, seq],
  );
}
