import type { z } from 'zod';
import type {
  automaticAnswerParamsSchema,
  automaticAnswerResultSchema,
  suppressionSchema,
} from '#dsl/block/automatic-answer.ts';
import { mayAnswer } from '../../media/email/loop-guard.ts';
import { addOutboundMail, toAddresses } from './add-outbound-mail.ts';
import { contentOf } from './content-of.ts';
import type { HostCallContext, Outcome } from './handler.ts';
import { escapeHtml } from './render-response.ts';
import { unknownQueue } from './unknown-queue.ts';

type Params = z.output<typeof automaticAnswerParamsSchema>;
type Result = z.output<typeof automaticAnswerResultSchema>;
type Suppression = z.output<typeof suppressionSchema>;

/** What sets Acknowledgement and Autoresponse apart. */
export interface AnswerKind {
  readonly subtype: 'OutboundAcknowledgement' | 'OutboundAutoResponse';
  /** Attached data that says the interaction has had its answer, also when it passes through the strategy again. */
  readonly mark: 'AcknowledgedAt' | 'AutorespondedAt';
}

/** The field's autowar-max-reply-count: automatic answers to one address within ten minutes. */
const maxAnswers = 5;

/** Makes an automatic answer as a child interaction, unless a machine would answer a machine, or twice. */
export async function automaticAnswer(
  kind: AnswerKind,
  params: Params,
  context: HostCallContext,
): Promise<Outcome<Result>> {
  const { run, guard, now } = context;
  const found = await contentOf(params, context);
  if ('error' in found) return found;
  const error = unknownQueue(params.queue, context);
  if (error !== undefined) return { error };
  const suppressed = await suppression(kind, context);
  if (suppressed !== undefined) return { result: { suppressed } };

  const { interaction, changes } = run;
  const { subject, text, html } = found.content;
  const to = params.to === undefined ? [sender(context)] : toAddresses(params.to);
  const original = params.includeOriginal ? interaction.text : '';
  const interactionId = addOutboundMail(
    run,
    {
      subtype: kind.subtype,
      queue: params.queue,
      from: toAddresses(params.from)[0] ?? { address: interaction.mailbox ?? interaction.to_address ?? '', name: '' },
      to,
      cc: toAddresses(params.cc),
      bcc: [],
      subject: subject === '' ? answerSubject(interaction.subject) : subject,
      text: text + quoted(original),
      html: html && html + quotedHtml(original),
      threaded: true,
    },
    now,
  );
  for (const { address } of to) {
    changes.add('automatic_answers', { tenant_id: run.tenantId, address: address.toLowerCase(), at: now });
    guard.answered(run.tenantId, address);
  }
  // Attached with the answer itself: both are committed or neither.
  changes.marks[kind.mark] = now.toISOString();
  return { result: { interactionId } };
}

async function suppression({ mark }: AnswerKind, { run, guard }: HostCallContext): Promise<Suppression | undefined> {
  const { interaction, changes, tenantId } = run;
  if (mark in interaction.data || mark in changes.marks) return 'already-sent';
  const { automatic, from_address: from } = interaction;
  if (automatic === 'report') return 'report';
  if (automatic === 'list' || automatic === 'bulk') return 'list';
  if (automatic !== 'none') return 'auto-submitted';
  if (from === null || !from.includes('@')) return 'no-address';
  const own = [...(await guard.ownAddresses(tenantId)), interaction.mailbox ?? ''];
  const question = { automatic, from, ownAddresses: own, limit: maxAnswers } as const;
  if (!mayAnswer({ ...question, answersToSenderInPeriod: 0 }).ok) return 'own-address';
  const answersToSenderInPeriod = await guard.answersTo(tenantId, from);
  return mayAnswer({ ...question, answersToSenderInPeriod }).ok ? undefined : 'limit';
}

function sender({ run: { interaction } }: HostCallContext): { address: string; name: string } {
  return { address: interaction.from_address ?? '', name: interaction.from_name ?? '' };
}

/** The subject of an answer (RFC 5322 3.6.5: `Re: ` once). */
export function answerSubject(subject: string): string {
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}

function quoted(text: string): string {
  return text === '' ? '' : `\n\n${text.replace(/^/gm, '> ')}`;
}

function quotedHtml(text: string): string {
  return text === '' ? '' : `<blockquote>${escapeHtml(text).replaceAll('\n', '<br>')}</blockquote>`;
}
