import type { FormField, WebForm } from '#dsl/model/web-form.ts';
import { phoneNumber } from '#dsl/model/phone-number.ts';
import type { FormAnswers } from '../media/webform/check-answers.ts';
import type { FormData } from '../media/webform/read-form-data.ts';
import { personNames } from '../media/email/attached-data.ts';
import { storableLine, storableText } from '../media/email/storable-text.ts';
import type { NewInteraction } from './new-interaction.ts';

/** A web form that was filled in and fits. */
export interface FilledForm {
  readonly tenantId: string;
  readonly form: WebForm;
  readonly answers: FormAnswers;
  readonly sent: FormData;
  /** The same however often it is sent. */
  readonly onceKey: string;
  readonly receivedAt: Date;
}

/** Of answers in attached data, which travels with every event; the message has them whole. */
const longestValue = 2048;

/** The inbound e-mail that a web form becomes: answered like any other, its fields as attached data. */
export function formInteraction({ tenantId, form, answers, sent, onceKey, receivedAt }: FilledForm): NewInteraction {
  const meant = (meaning: FormField['meaning']): string => {
    const field = form.fields.find((one) => one.meaning === meaning);
    return field === undefined ? '' : (answers.get(field.key) ?? '');
  };
  const from = { address: meant('address'), name: storableLine(meant('name'), 200) };
  const subject = storableLine(meant('subject') || form.title, 200);
  return {
    tenantId,
    endpoint: form.endpoint,
    media: 'email',
    type: 'Inbound',
    subtype: 'InboundNew',
    mailbox: form.mailbox,
    onceKeys: [onceKey],
    receivedAt,
    priority: 0,
    from,
    to: form.mailbox,
    data: {
      ...fieldData(answers),
      ...senderData(from, meant('phone')),
      Subject: subject,
      Mailbox: form.mailbox,
      WebForm: form.name,
    },
    message: {
      direction: 'in',
      references: [],
      subject,
      from,
      to: [{ address: form.mailbox, name: '' }],
      cc: [],
      bcc: [],
      text: textOf(form, answers),
      headers: [],
      automatic: 'none',
      problems: [],
      raw: sent.raw,
      attachments: sent.files.map(({ fileName, contentType, bytes }) => ({
        fileName: storableLine(fileName, 200) || 'file',
        contentType: storableLine(contentType, 100),
        inline: false,
        bytes,
      })),
    },
  };
}

function fieldData(answers: FormAnswers): Record<string, string> {
  return Object.fromEntries([...answers].map(([key, text]) => [key, storableText(text, longestValue)]));
}

function senderData(from: { readonly address: string; readonly name: string }, phone: string): Record<string, string> {
  const { first, last } = personNames(from.name);
  const number = phoneNumber(phone);
  return {
    FromAddress: from.address,
    FromPersonal: from.name,
    FirstName: first,
    LastName: last,
    ...(number !== undefined && { PhoneNumber: number }),
  };
}

/** The message first, then every other answer under its label: what an agent reads. */
function textOf({ fields }: WebForm, answers: FormAnswers): string {
  const lines = fields.flatMap(({ key, label, meaning }) => {
    const text = answers.get(key);
    return text === undefined || meaning === 'message' ? [] : [`${label}: ${text}`];
  });
  const messages = fields.flatMap(({ key, meaning }) => (meaning === 'message' ? (answers.get(key) ?? []) : []));
  return [...messages, lines.join('\n')].filter(Boolean).join('\n\n');
}
