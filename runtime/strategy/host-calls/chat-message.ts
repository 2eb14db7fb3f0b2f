import { queuePosition } from '../../media/chat/queue-position.ts';
import { writeWithRun } from '../../media/chat/write-with-run.ts';
import { contentOf } from './content-of.ts';
import type { HostCallHandler } from './handler.ts';

/** Says something in the chat; it is written with the run's commit, once, whatever becomes of the worker. */
export const chatMessage: HostCallHandler<'chat-message'> = async (params, context) => {
  const { run, call, pool } = context;
  const { rows } = await pool.query<{ state: string }>('select state from chat_sessions where id = $1', [
    run.interaction.id,
  ]);
  const [session] = rows;
  if (session === undefined) {
    return { error: { code: 'chat/no-session', message: 'This interaction is no chat; nothing was said.' } };
  }
  if (session.state === 'closed') {
    return { error: { code: 'chat/closed', message: 'The chat has ended; nothing was said.' } };
  }
  const place = await queuePosition(pool, run.tenantId, {
    queue: run.queue,
    receivedAt: run.interaction.received_at,
  });
  const own = { QueuePosition: place.position, ExpectedMinutes: place.minutes };
  const rendered = await contentOf({ ...params, fieldCodes: { ...own, ...params.fieldCodes } }, context);
  if ('error' in rendered) return rendered;
  const { text } = rendered.content;
  const signal = {
    kind: 'chat',
    tenantId: run.tenantId,
    sessions: [{ id: run.interaction.id, seq: Number.MAX_SAFE_INTEGER }],
  } as const;
  run.changes.steps.push((client) =>
    writeWithRun(client, {
      sessionId: run.interaction.id,
      kind: params.kind,
      author: `strategy ${run.id}`,
      from: { kind: 'strategy', name: '' },
      visibility: params.visibility,
      text,
      clientId: String(call.seq),
      isSilent: true,
    }),
  );
  run.changes.signals.push(signal);
  return { result: place };
};
