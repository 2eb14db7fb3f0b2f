import type { RunFailure } from '#dsl/compile/run-contract.ts';
import { transcriptOf } from '../../media/chat/transcript.ts';
import { addOutboundMail, senderOf } from './add-outbound-mail.ts';
import { contentOf } from './content-of.ts';
import type { HostCallContext, HostCallHandler } from './handler.ts';
import { recipientsOf } from './recipients-of.ts';
import { unknownQueue } from './unknown-queue.ts';

/** Makes a mail with what was said in the chat, between two standard responses, and places it in a queue whose strategy sends it. */
export const chatTranscript: HostCallHandler<'chat-transcript'> = async (params, context) => {
  const { run, pool, now } = context;
  const unknown = unknownQueue(params.queue, context);
  if (unknown !== undefined) return { error: unknown };
  const { rows } = await pool.query('select from chat_sessions where id = $1', [run.interaction.id]);
  if (rows.length === 0) {
    return { error: { code: 'chat/no-session', message: 'This interaction is no chat; it has no transcript.' } };
  }
  const recipients = await recipientsOf(params.to ?? run.interaction.from_address ?? '', context, { outside: false });
  if ('error' in recipients) return recipients;
  const above = await partOf(params.header, params.fieldCodes, context);
  if ('error' in above) return above;
  const below = await partOf(params.footer, params.fieldCodes, context);
  if ('error' in below) return below;
  const from = senderOf(run, params.from ?? (await firstMailbox(context)));
  const interactionId = addOutboundMail(
    run,
    {
      subtype: 'OutboundNew',
      queue: params.queue,
      from,
      to: recipients.to,
      cc: [],
      bcc: [],
      subject: params.subject ?? run.interaction.subject,
      text: [above.text, await transcriptOf(pool, run.interaction.id), below.text].filter(Boolean).join('\n\n'),
      threaded: false,
      keepsThread: true,
    },
    now,
  );
  return { result: { interactionId } };
};

/** A chat comes to no mailbox: its mail is sent from the first of the tenant's. */
async function firstMailbox({ guard, run }: HostCallContext): Promise<string | undefined> {
  const [first] = [...(await guard.ownAddresses(run.tenantId))].toSorted();
  return first;
}

async function partOf(
  response: string | undefined,
  fieldCodes: Readonly<Record<string, unknown>>,
  context: HostCallContext,
): Promise<{ readonly text: string } | { readonly error: RunFailure }> {
  if (response === undefined) return { text: '' };
  const rendered = await contentOf({ response, fieldCodes }, context);
  return 'error' in rendered ? rendered : { text: rendered.content.text.trim() };
}
