import { describe, expect, it } from 'vitest';
import type { InteractionDetail, Message } from '#dsl/protocol/interactions.ts';
import {
  answeredSubject,
  freshDraft,
  isBlank,
  othersOf,
  toServerDraft,
  forwardInstead,
  replyInstead,
  signatureFor,
} from './reply-draft.ts';

const anna = { address: 'anna@example.org', name: 'Anna Berg' };
const message: Message = {
  direction: 'in',
  messageId: null,
  subject: 'Where is it?',
  from: anna,
  replyTo: null,
  to: [
    { address: 'support@abc.example', name: '' },
    { address: 'tom@example.org', name: 'Tom' },
  ],
  cc: [{ address: 'Anna@Example.org', name: '' }],
  text: '',
  replyText: null,
  html: null,
  blockedImages: 0,
  automatic: 'none',
  problems: [],
  sentAt: null,
  attachments: [],
};
const interaction = (changes: Partial<Message> = {}): InteractionDetail => ({
  id: '00000000-0000-7000-8000-000000000001',
  media: 'email',
  type: 'Inbound',
  subtype: 'InboundNew',
  state: 'handling',
  isHeld: false,
  queue: null,
  agentId: null,
  agentName: null,
  priority: 0,
  subject: 'Where is it?',
  from: anna,
  to: 'support@abc.example',
  receivedAt: '2026-03-01T12:00:00.000Z',
  stoppedAt: null,
  stopReason: null,
  problem: null,
  parentId: null,
  contactId: null,
  threadId: '00000000-0000-7000-8000-000000000002',
  version: 1,
  endpoint: null,
  mailbox: 'support@abc.example',
  inQueues: [],
  outQueues: [],
  data: {},
  message: { ...message, ...changes },
  contact: null,
  children: [],
  notes: [],
});

describe('freshDraft', () => {
  it('goes to the sender, or to where the sender wants replies', () => {
    expect(freshDraft(interaction()).to).toEqual(['Anna Berg <anna@example.org>']);
    const replyTo = { address: 'office@example.org', name: '' };
    expect(freshDraft(interaction({ replyTo })).to).toEqual(['office@example.org']);
  });

  it('puts Re: before the subject once', () => {
    expect(answeredSubject('Where is it?')).toBe('Re: Where is it?');
    expect(answeredSubject('RE: Where is it?')).toBe('RE: Where is it?');
  });
});

describe('othersOf', () => {
  it('leaves out the sender and our own mailbox', () => {
    expect(othersOf(interaction())).toEqual(['Tom <tom@example.org>']);
  });
});

describe('toServerDraft', () => {
  it('waits until every address is one, and somebody gets the mail', () => {
    const draft = freshDraft(interaction());
    expect(toServerDraft(draft)).toMatchObject({ to: [anna], subject: 'Re: Where is it?' });
    expect(toServerDraft({ ...draft, to: [] })).toBeUndefined();
    expect(toServerDraft({ ...draft, cc: ['nobody'] })).toBeUndefined();
  });
});

describe('forwarding', () => {
  it('asks to whom, says so in the subject once, and can be taken back', () => {
    const forwarded = { ...freshDraft(interaction()), ...forwardInstead(interaction()) };
    expect(forwarded).toMatchObject({ to: [], subject: 'Fwd: Where is it?', forwards: true });
    expect({ ...forwarded, ...replyInstead(interaction()) }).toEqual(freshDraft(interaction()));
    expect(forwardInstead(interaction({ subject: 'FW: Where is it?' })).subject).toBe('FW: Where is it?');
  });
});

describe('signatureFor', () => {
  it('goes below the text, safe to show, unless the text has it', () => {
    expect(signatureFor('<p>Hello</p>', 'Ada <Marsh>\nABC')).toBe('<p>Ada &lt;Marsh&gt;<br>ABC</p>');
    expect(signatureFor('<p>Hello</p><p>Ada Marsh<br>ABC</p>', 'Ada Marsh\nABC')).toBe('');
    expect(signatureFor('<p>Hello</p>', '  ')).toBe('');
  });
});

describe('isBlank', () => {
  it('sees through markup that shows nothing', () => {
    expect(isBlank('<p></p><p>&nbsp;<br></p>')).toBe(true);
    expect(isBlank('<p>x</p>')).toBe(false);
    expect(isBlank('<p><img src="a"></p>')).toBe(false);
  });
});
