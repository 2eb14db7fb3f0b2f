import { type Convert, levelFor, oneWayOn } from '../conversion.ts';
import { answerVariable } from '../answer-variable.ts';
import { legalName } from '../fresh-names.ts';
import { asText, textFieldsOf } from '../named-fields.ts';
import { numberParameter, type Reading, textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { fieldsOfRows, settingRows } from '../read-rows.ts';
import { translateViewCondition } from '../translate-view-condition.ts';
import { shownSetting, settingOf } from '../setting.ts';
import { attributeOf, type XmlElement } from '../xml-element.ts';

const media = /^(?:email|chat|sms|twitter|facebook|callback|workitem)$/;

/** Create Interaction and Submit New Interaction: a further interaction, in a queue when it says which. */
export const convertNewInteraction: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  const { element } = block;
  const queue = textParameter(element, reading, 'queue', 'queueName', 'interactionQueue', 'outputQueue');
  const answer = answerVariable(element, conversion, 'outputResult', 'result', 'interactionId', 'newInteractionId');
  const fields = {
    ...mediaOf(element, reading),
    ...textFieldsOf(element, reading, {
      subtype: ['interactionSubtype', 'subtype'],
      subject: ['subject'],
      text: ['text', 'messageText', 'content'],
    }),
    ...dataOf(element, reading),
    ...(answer === undefined ? {} : { resultVariable: answer }),
  };
  const { reasons } = reading;
  const isPlaced = queue !== undefined && queue !== null;
  if (!isPlaced) {
    return {
      type: 'create-interaction',
      config: fields,
      level: levelFor(reasons),
      reasons,
      portOf: oneWayOn('created'),
    };
  }
  const place = typeof queue === 'object' ? queue : conversion.queueNamed(String(queue));
  return {
    type: 'submit-new-interaction',
    config: { queue: place, ...fields },
    level: levelFor(reasons),
    reasons,
    portOf: oneWayOn('submitted'),
  };
};

/** Find Interactions: its condition, where every part of it can be told. */
export const convertFindInteractions: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  const { element } = block;
  const written = settingOf(element, 'condition', 'conditions', 'searchCondition', 'query', 'filter');
  const told = written === undefined ? undefined : translateViewCondition(shownSetting(written));
  if (told === undefined || 'problem' in told) {
    return placeholder(block, [told === undefined ? 'It says no condition.' : `Its condition: ${told.problem}`]);
  }
  const flat = told.condition.rules.flatMap((rule) => ('rules' in rule ? [] : [rule]));
  if (
    flat.length < told.condition.rules.length ||
    told.condition.not === true ||
    flat.some(({ value }) => Array.isArray(value))
  ) {
    return placeholder(block, ['Its condition has conditions inside, and one list of them is looked for here.']);
  }
  const answer = answerVariable(element, conversion, 'outputResult', 'result', 'interactions');
  const max = numberParameter(
    element,
    reading,
    { least: 1, most: 100, isWhole: true },
    'maxInteractions',
    'max',
    'limit',
  );
  const { reasons } = reading;
  return {
    type: 'find-interactions',
    config: {
      combinator: told.condition.combinator,
      rules: flat,
      ...(max === undefined ? {} : { max }),
      ...(answer === undefined ? {} : { resultVariable: answer }),
    },
    level: 'near',
    reasons: [
      ...reasons,
      'Each interaction found is an object with its id, state and some properties; see which are needed.',
    ],
    portOf: ({ name, isException }) => {
      if (isException) return 'error';
      return /^(?:no|not|none|empty)/i.test(name) ? 'none' : 'found';
    },
    alike: [['none', 'found']],
  };
};

/** Update Interactions: what it attaches to others; the interaction at hand itself gets it as attached data. */
export const convertUpdateInteractions: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  const { element } = block;
  const rows = settingRows(
    element,
    reading,
    'assignData',
    'userData',
    'properties',
    'attributes',
    'interactionProperties',
  );
  if (rows.length === 0) return placeholder(block, ['It changes nothing that can be told.', ...reading.reasons]);
  const written = settingOf(element, 'interactionId', 'interactionIds', 'interactionList');
  const isThis = written === undefined || /(?:^|\.)(?:Initial)?InteractionID$/i.test(shownSetting(written));
  if (rows.some(({ value }) => value === undefined)) {
    return placeholder(block, ['Not every value it writes can be told.', ...reading.reasons]);
  }
  if (isThis) {
    const entries = rows.map(({ name, value }) => ({ key: name, value }));
    const reasons = [...reading.reasons, 'What it writes becomes attached data here.'];
    return { type: 'attach-data', config: { entries }, level: 'near', reasons, portOf: oneWayOn('next') };
  }
  const ids = textParameter(element, reading, 'interactionId', 'interactionIds', 'interactionList');
  return {
    type: 'update-interactions',
    config: { which: 'ids', ids: asText(ids), set: fieldsOfRows(rows) },
    level: 'near',
    reasons: [...reading.reasons, 'What it writes becomes attached data of those interactions here.'],
    portOf: oneWayOn('updated'),
  };
};

function mediaOf(element: XmlElement, reading: Reading): Record<string, unknown> {
  const written = textParameter(element, reading, 'mediaType', 'media');
  if (typeof written === 'object' && written !== null) return { media: written };
  const name = String(written ?? '')
    .toLowerCase()
    .replace(/\W/g, '');
  if (name !== '' && !media.test(name))
    reading.reasons.push(`The media type "${name}" is none here; it is a workitem.`);
  const type = attributeOf(element, 'interactionType')?.trim().toLowerCase();
  const known = { inbound: 'Inbound', outbound: 'Outbound', internal: 'Internal' }[type ?? ''];
  return { ...(media.test(name) ? { media: name } : {}), ...(known === undefined ? {} : { type: known }) };
}

function dataOf(element: XmlElement, reading: Reading): Record<string, unknown> {
  const rows = settingRows(element, reading, 'userData', 'assignData', 'attachedData', 'properties');
  const told = rows.filter(({ name, value }) => value !== undefined && legalName(name, '') === name);
  if (told.length < rows.length)
    reading.reasons.push(`${rows.length - told.length} of the keys it attaches are left to do.`);
  return told.length === 0 ? {} : { data: fieldsOfRows(told) };
}
