import { expect, test } from 'vitest';
import { contactSettingsSchema } from './contact-settings.ts';
import { readContactLevel } from './contact-level.ts';
import { identificationSteps } from './identification-steps.ts';

const ada = {
  PhoneNumber: '1',
  FirstName: 'Ada',
  LastName: 'Lovelace',
  EmailAddress: 'ada@example.com',
  Title: 'Dr',
  CustomerId: '7',
};
const withSection = (section: Record<string, string>) =>
  contactSettingsSchema.parse({
    attributes: [{ name: 'CustomerId', searchable: true }],
    media: { letter: section, 'e-mail': {} },
    searchOrder: { CustomerId: 0, EmailAddress: 5 },
  });
const section = {
  PhoneNumber: 'level=0;mandatory=true',
  FirstName: 'level=2;mandatory=false',
  LastName: 'level=2;mandatory=true',
  CustomerId: 'level=7;mandatory=false',
};

test.each(['email', 'chat', 'callback'])('keeps the hard-wired order of %s, whatever is configured', (media) => {
  expect(identificationSteps(withSection(section), media, ada)).toEqual({
    steps: [['EmailAddress'], ['PhoneNumber'], ['FirstName', 'LastName'], ['Title']],
  });
});

test('a section of the medium decides alone, by level', () => {
  expect(identificationSteps(withSection(section), 'letter', ada)).toEqual({
    steps: [['PhoneNumber'], ['FirstName', 'LastName'], ['CustomerId']],
  });
});

test('reports a mandatory attribute that is missing at the highest level', () => {
  const { PhoneNumber: _phone, ...rest } = ada;

  expect(identificationSteps(withSection(section), 'letter', rest)).toEqual({ missing: 'PhoneNumber', level: 0 });
});

test('skips a lower level whole when a mandatory attribute is missing', () => {
  const { LastName: _last, ...rest } = ada;

  expect(identificationSteps(withSection(section), 'letter', rest)).toEqual({
    steps: [['PhoneNumber'], ['CustomerId']],
  });
});

test('without a section the search order of the attributes counts before the usual one', () => {
  expect(identificationSteps(withSection(section), 'sms', ada)).toEqual({
    steps: [['CustomerId'], ['PhoneNumber'], ['FirstName', 'LastName'], ['Title'], ['EmailAddress']],
  });
});

test('a first name alone identifies nobody', () => {
  expect(identificationSteps(contactSettingsSchema.parse({}), 'sms', { FirstName: 'Ada' })).toEqual({ steps: [] });
});

test.each(['level=128;mandatory=true', 'level=1', 'level=-1;mandatory=true', 'level=1;mandatory=yes', ''])(
  'refuses %j',
  (text) => {
    expect(readContactLevel(text)).toBeUndefined();
    expect(contactSettingsSchema.safeParse({ media: { sms: { PhoneNumber: text } } }).success).toBe(false);
  },
);

test('refuses attributes that are neither core nor searchable, and sections of hard-wired media', () => {
  const reasons = (settings: unknown) =>
    contactSettingsSchema.safeParse(settings).error?.issues.map(({ path }) => path.join('.'));

  expect(reasons({ media: { sms: { email_address: 'level=0;mandatory=true' } } })).toEqual(['media.sms.email_address']);
  expect(reasons({ media: { email: { PhoneNumber: 'level=0;mandatory=true' } } })).toEqual(['media.email']);
  expect(reasons({ attributes: [{ name: 'Shoe' }], searchOrder: { Shoe: 3 } })).toEqual(['searchOrder.Shoe']);
  expect(reasons({ attributes: [{ name: 'Title' }] })).toEqual(['attributes.0.name']);
});
