import { describe, expect, it } from 'vitest';
import { parseMail } from '../media/email/parse-mail.ts';
import { mailInteraction } from './accept-mail.ts';

async function interactionOf(...lines: string[]) {
  const raw = Buffer.from(lines.join('\r\n'));
  const parsed = await parseMail(raw);
  return mailInteraction({
    tenantId: 'default',
    endpoint: 'support',
    raw,
    mailbox: 'support@example.org',
    receivedAt: new Date(0),
    parsed,
  });
}

const report = (type: string, ...fields: string[]) => [
  'From: postmaster@example.com',
  'In-Reply-To: <list@example.net>',
  `Content-Type: multipart/report; report-type=${type}; boundary=b`,
  '',
  '--b',
  `Content-Type: message/${type}`,
  '',
  'Final-Recipient: rfc822; ada@example.com',
  ...fields,
  '',
  '--b',
  'Content-Type: message/rfc822',
  '',
  'Message-ID: <sent@example.org>',
  '',
  '--b--',
];

describe('mailInteraction', () => {
  it('takes the mail of a person for new, whatever it was sent with', async () => {
    const interaction = await interactionOf(
      'From: ada@example.com',
      'In-Reply-To: <a@b>',
      'References: <c@d>',
      '',
      'Hi',
    );

    expect(interaction).toMatchObject({ type: 'Inbound', subtype: 'InboundNew' });
    expect(interaction.message).toMatchObject({ inReplyTo: '<a@b>', references: ['<c@d>'] });
  });

  it.each([
    ['InboundNDR', report('delivery-status', 'Action: failed')],
    ['InboundReport', report('delivery-status', 'Action: delayed')],
    ['InboundReport', report('delivery-status', 'Action: delivered')],
    ['InboundDisposition', report('disposition-notification', 'Disposition: x/y; displayed')],
    ['InboundReport', ['Content-Type: multipart/report; report-type=feedback-report; boundary=b', '', '--b--']],
  ])('makes %s of a report', async (subtype, lines) => {
    expect(await interactionOf(...lines)).toMatchObject({ subtype });
  });

  it('ties a report to the mail it is about before anything else it refers to', async () => {
    const { message, data } = await interactionOf(...report('delivery-status', 'Action: failed', 'Status: 5.1.1'));

    expect(message).toMatchObject({ inReplyTo: '<sent@example.org>', references: ['<list@example.net>'] });
    expect(data).toMatchObject({
      ReportKind: 'non-delivery',
      FailedRecipient: 'ada@example.com',
      Status: '5.1.1',
      OriginalMessageId: '<sent@example.org>',
    });
  });
});
