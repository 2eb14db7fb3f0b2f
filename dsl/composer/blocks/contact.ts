import { type Convert, levelFor } from '../conversion.ts';
import { parameterOf, type Reading } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { type Setting, settingOf } from '../setting.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../xml-element.ts';

const attributes: Readonly<Record<string, string>> = {
  emailaddress: 'emailAddress',
  email: 'emailAddress',
  phonenumber: 'phoneNumber',
  phone: 'phoneNumber',
  firstname: 'firstName',
  lastname: 'lastName',
};

/** Identify Contact, in older versions Identify Customer: by the attributes both sides have. */
export const convertIdentifyContact: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  const rows = childrenNamed(block.element, 'customerAttributes', 'contactAttributes', 'attributes');
  const given = rows.flatMap((row): [string, unknown][] => {
    const written = attributeOf(row, 'attribute', 'name') ?? '';
    const key = written.replace(/\W/g, '').toLowerCase();
    const ours = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    const setting = valueOf(row);
    const value = setting === undefined ? undefined : parameterOf(setting, reading);
    if (ours === undefined)
      reading.reasons.push(`It also looks for "${written}", which contacts here are not found by.`);
    return ours === undefined || value === undefined || value === null ? [] : [[ours, value]];
  });
  if (given.length === 0) return placeholder(block, ['What it looks for cannot be told.', ...reading.reasons]);
  const mapped = childrenNamed(block.element, 'variablesMapping').map((row) => attributeOf(row, 'name') ?? '');
  if (mapped.length > 0 || settingOf(block.element, 'customerData', 'contactData') !== undefined) {
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

function valueOf(row: XmlElement): Setting | undefined {
  return settingOf(row, 'value');
}
