import type { OutgoingMail } from '#dsl/protocol/test-bench.ts';
import { answeredSubject } from '../desktop/reply-draft.ts';
import { testBench as t } from '../kit/messages/en/test-bench.ts';
import type { Conversation } from './bench-data.ts';
import type { CustomerMail } from './customer-mail.ts';

/** The mail with which the customer answers one that came out: same person, same thread, to where it came from. */
export function answerTo(before: CustomerMail, conversation: Conversation, mail: OutgoingMail): CustomerMail {
  const [customer] = mail.to;
  const known = conversation.interactions.find(({ from }) => from?.address === customer?.address)?.from;
  const quoted = mail.text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  return {
    ...before,
    kind: 'plain',
    name: known?.name ?? customer?.name ?? before.name,
    address: customer?.address ?? before.address,
    to: mail.from?.address ?? before.to,
    subject: answeredSubject(mail.subject),
    text: `${t.answerText}\n\n${quoted}\n`,
    html: '',
    headers: '',
    answers: mail.messageId === null ? undefined : { messageId: mail.messageId, subject: mail.subject },
  };
}
