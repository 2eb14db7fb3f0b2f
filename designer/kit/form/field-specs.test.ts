import { describe, expect, it } from 'vitest';
import { mailboxSchema } from '#dsl/model/mailbox.ts';
import { smtpOutSchema } from '#dsl/model/smtp-out.ts';
import { saveMailboxSchema } from '#dsl/protocol/settings.ts';
import { fieldSpecs } from './field-specs.ts';
import { problemsOf } from './issue-words.ts';

describe('fieldSpecs', () => {
  it('reads label, hint, example, unit, bounds and default of every field of a mailbox', () => {
    const specs = fieldSpecs(mailboxSchema.shape);

    expect(Object.keys(specs)).toEqual(Object.keys(mailboxSchema.shape));
    expect(specs['host']).toMatchObject({
      kind: 'text',
      label: 'Server',
      example: 'imap.example.com',
      isRequired: true,
    });
    expect(specs['pollSeconds']).toMatchObject({
      kind: 'number',
      label: 'Look every',
      unit: 'seconds',
      initial: 60,
      min: 1,
      max: 86_400,
    });
    expect(specs['protocol']).toMatchObject({ kind: 'choice', options: ['imap', 'pop3'] });
    expect(specs['moveTo']).toMatchObject({ label: 'Move to folder', isRequired: false });
  });

  it('finds a label for every field of the SMTP server', () => {
    for (const spec of Object.values(fieldSpecs(smtpOutSchema.shape))) expect(spec.label).not.toBe(spec.key);
  });
});

describe('problemsOf', () => {
  const mailbox = {
    name: 'Support',
    protocol: 'imap',
    host: 'imap.example.com',
    port: 993,
    user: 'support',
    endpoint: 'default',
    address: 'support@example.com',
  };

  it('finds nothing wrong with what the schema takes', () => {
    expect(problemsOf(saveMailboxSchema, mailbox)).toEqual({});
  });

  it('says under each field what it lacks', () => {
    expect(problemsOf(saveMailboxSchema, { ...mailbox, host: '', port: 70_000, user: undefined })).toEqual({
      host: 'Fill this in',
      port: 'At most 65,535',
      user: 'Fill this in',
    });
  });

  it('tells what one field asks of another in a sentence', () => {
    expect(problemsOf(saveMailboxSchema, { ...mailbox, security: 'none' })['security']).toMatch(
      /^A password is not sent/,
    );
  });
});
