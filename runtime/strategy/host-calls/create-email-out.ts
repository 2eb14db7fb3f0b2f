import { addOutboundMail, toAddresses } from './add-outbound-mail.ts';
import type { HostCallHandler } from './handler.ts';
import { escapeHtml, renderText } from './render-response.ts';
import { unknownQueue } from './unknown-queue.ts';

/** Makes a new outbound mail, not part of the customer's thread, and places it in a queue. */
export const createEmailOut: HostCallHandler<'create-email-out'> = async (params, context) => {
  const { run, knowledge, now } = context;
  const error = unknownQueue(params.queue, context);
  if (error !== undefined) return { error };
  const to = toAddresses(params.to);
  const invalid = to.find(({ address }) => !/^[^@\s]+@[^@\s]+$/.test(address));
  if (to.length === 0 || invalid !== undefined) {
    return {
      error: { code: 'mail/no-address', message: `"${invalid?.address ?? params.to}" is not an e-mail address.` },
    };
  }
  const response = params.response === undefined ? undefined : await knowledge.response(run.tenantId, params.response);
  if (params.response !== undefined && response === undefined) {
    return { error: { code: 'response/none', message: `There is no standard response "${params.response}".` } };
  }
  const options = { fieldCodes: params.fieldCodes, language: response?.language ?? 'en', now };
  const interactionId = addOutboundMail(
    run,
    {
      subtype: 'OutboundNew',
      queue: params.queue,
      from: toAddresses(params.from)[0] ?? {
        address: run.interaction.mailbox ?? run.interaction.to_address ?? '',
        name: '',
      },
      to,
      cc: toAddresses(params.cc),
      bcc: toAddresses(params.bcc),
      subject: renderText(run, params.subject ?? response?.subject ?? '', options),
      text: renderText(run, response?.text ?? params.text ?? '', options),
      html: response?.html && renderText(run, response.html, { ...options, escape: escapeHtml }),
      threaded: false,
    },
    now,
  );
  return { result: { interactionId } };
};
