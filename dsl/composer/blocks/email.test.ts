import { expect, test } from 'vitest';
import { exitBlock as exit, importWorkflow as workflow } from '#test/support/import-workflow.ts';

const response = '<standardResponse name="Thanks" value="0003"/>';

test('messages of their own keep to whom, words and the variable their id goes into', () => {
  const { ours, errors } = workflow(
    [
      {
        id: 'a',
        type: 'ird:CreateSMSBlock',
        name: 'Text',
        settings: { to: 'Variable(phone)', messageText: 'On its way', outputResult: 'Variable(made)' },
      },
      {
        id: 'b',
        type: 'ird:CreateNotificationBlock',
        name: 'Tell',
        settings: { to: 'boss@a.example' },
        inner: response,
      },
      {
        id: 'c',
        type: 'ird:EmailResponseBlock',
        name: 'Note',
        settings: { to: 'boss@a.example', type: 'Notification' },
        inner: response,
      },
      {
        id: 'd',
        type: 'ird:RenderMessageBlock',
        name: 'Words',
        settings: { outputResult: 'Variable(made)' },
        inner: response,
      },
      exit,
    ],
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'exit'],
    ],
    { phone: "''", made: "''" },
  );

  expect(errors.filter((message) => !message.includes('Thanks'))).toEqual([]);
  expect(ours.text).toMatchObject({
    type: 'create-sms-out',
    config: { to: { js: 'vars.phone' }, text: 'On its way', queue: 'Outbound queue', resultVariable: 'made' },
    ports: { created: 'tell' },
  });
  expect(ours.tell).toMatchObject({
    type: 'create-notification',
    config: { response: 'Thanks' },
    ports: { created: 'note' },
  });
  expect(ours.note?.type).toBe('create-notification');
  expect(ours.words).toMatchObject({
    type: 'render-content',
    config: { response: 'Thanks', resultVariable: 'made' },
    ports: { rendered: 'exit1' },
  });
});

test('settings of Send SMS and of a chat transcript are taken over or named', () => {
  const { ours, item } = workflow(
    [
      { id: 's', type: 'ird:SendSMSBlock', name: 'Send', settings: { smsServer: 'SMS', validity: '7' } },
      {
        id: 't',
        type: 'ird:ChatTranscriptBlock',
        name: 'Transcript',
        settings: { subject: 'Our chat', theme: 'dark', queue: 'Variable(nowhere)' },
      },
      exit,
    ],
    [
      ['s', 't'],
      ['t', 'exit'],
    ],
  );

  expect(item('Send')).toMatchObject({
    level: 'near',
    reasons: ['The server that sends is the one of the installation.', expect.stringContaining('validity')],
  });
  expect(ours.send?.note).toContain('validity = 7');
  expect(ours.transcript?.config).toMatchObject({ subject: 'Our chat', queue: 'Outbound queue' });
  expect(item('Transcript')?.reasons.join('\n')).toMatch(/"nowhere"[\s\S]*theme/);
});
