import { type Convert, levelFor, oneWayOn } from '../conversion.ts';
import { answerVariable } from '../answer-variable.ts';
import { asText } from '../named-fields.ts';
import { type Reading, textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { settingRows } from '../read-rows.ts';
import { settingOf } from '../setting.ts';
import { childrenNamed, type XmlElement } from '../xml-element.ts';

const attributes: Readonly<Record<string, string>> = {
  emailaddress: 'emailAddress',
  email: 'emailAddress',
  phonenumber: 'phoneNumber',
  phone: 'phoneNumber',
  firstname: 'firstName',
  lastname: 'lastName',
};
const lists = ['customerAttributes', 'contactAttributes', 'attributes', 'assignData', 'properties'] as const;

/** Identify Contact, in older versions Identify Customer: by the attributes both sides have. */
export const convertIdentifyContact: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  const given = namedOf(block.element, reading).flatMap(({ name, ours, value }): [string, unknown][] => {
    if (ours === undefined) reading.reasons.push(`It also looks for "${name}", which contacts here are not found by.`);
    return ours === undefined || value === undefined || value === null ? [] : [[ours, value]];
  });
  if (given.length === 0) return placeholder(block, ['What it looks for cannot be told.', ...reading.reasons]);
  const mapped = childrenNamed(block.element, 'variablesMapping').map(
    ({ attributes: row }) => [...row.keys()].map((key) => row.get(key)).at(-1) ?? '',
  );
  const takesOver = settingOf(block.element, 'customerData', 'contactData');
  if (mapped.length > 0 || takesOver !== undefined) {
    reading.reasons.push(`What it takes over into variables (${mapped.join(', ')}) is read as contact.name here.`);
  }
  const { reasons } = reading;
  return {
    type: 'identify-contact',
    config: Object.fromEntries(given),
    level: levelFor(reasons),
    reasons,
    portOf: ({ name, isException }) => {
      if (isException) return 'error';
      if (/^(?:no|not|none)/i.test(name)) return 'none';
      return /^(?:many|multiple|several)/i.test(name) ? 'many' : 'identified';
    },
    alike: [
      ['none', 'identified'],
      ['many', 'identified'],
    ],
  };
};

/** Update Contact: what it names, or the attached data that the old server wrote into the contact. */
export const convertUpdateContact: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  const { element } = block;
  const contactId = textParameter(element, reading, 'contactId', 'customerId', 'contactID');
  const rows = namedOf(element, reading);
  const fields = rows.filter(({ ours, value }) => ours !== undefined && value !== undefined && value !== null);
  const further = rows.filter(({ ours, value }) => ours === undefined && value !== undefined);
  if (rows.length > fields.length + further.length)
    return placeholder(block, ['Not every attribute it writes can be told.', ...reading.reasons]);
  if (rows.length === 0)
    reading.reasons.push('It writes what is attached under the names of the contact; add what you use besides.');
  const config =
    rows.length === 0
      ? fromAttachedData
      : {
          ...Object.fromEntries(fields.map(({ ours, value }) => [ours, asText(value)])),
          ...(further.length === 0
            ? {}
            : { attributes: Object.fromEntries(further.map(({ name, value }) => [name, value])) }),
        };
  const answer = answerVariable(element, conversion, 'outputResult', 'result');
  if (answer !== undefined) reading.reasons.push('It gives no answer here; what it failed with is lastError.');
  const { reasons } = reading;
  return {
    type: 'update-contact',
    config: { ...(contactId === undefined || contactId === null ? {} : { contactId: asText(contactId) }), ...config },
    level: levelFor(reasons),
    reasons,
    portOf: oneWayOn('updated'),
  };
};

/** The keys of attached data that contacts were kept up to date by. */
const fromAttachedData = {
  firstName: { js: 'data.FirstName ?? contact?.firstName ?? ""' },
  lastName: { js: 'data.LastName ?? contact?.lastName ?? ""' },
};

function namedOf(element: XmlElement, reading: Reading) {
  return settingRows(element, reading, ...lists).map(({ name, value }) => {
    const key = name.replace(/\W/g, '').toLowerCase();
    return { name, value, ours: Object.hasOwn(attributes, key) ? attributes[key] : undefined };
  });
}
