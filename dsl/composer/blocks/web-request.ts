import type { Config, Convert } from '../conversion.ts';
import { levelFor, oneWayOn } from '../conversion.ts';
import { legalName } from '../fresh-names.ts';
import { numberParameter, parameterOf, type Reading, textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { expressionRows } from '../read-rows.ts';
import { isBlank, isSecretName } from '../secret-texts.ts';
import { settingIn, settingOf, shownSetting } from '../setting.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../xml-element.ts';

/** HTTP REST and Web Request: the same request, its answer into the same variables. */
export const convertWebRequest: Convert = (block, conversion) => {
  const { element } = block;
  const reading: Reading = { conversion, reasons: [] };
  if (
    block.kind === 'webservice' &&
    !/^(?:get|post|http-get|http-post)$/i.test(attributeOf(element, 'bindingType', 'useProtocol', 'protocol') ?? '')
  ) {
    return placeholder(block, [
      'It speaks SOAP, and requests here are plain HTTP; write the envelope into the body of an HTTP Request.',
    ]);
  }
  const url = textParameter(element, reading, 'uri', 'url', 'serviceUrl', 'endPoint');
  if (url === undefined || url === null) return placeholder(block, ['Its address cannot be told.', ...reading.reasons]);
  const method = (attributeOf(element, 'requestMethod', 'method', 'httpMethod') ?? 'get').toUpperCase();
  const variables = answersOf(element, reading);
  const limits = {
    timeoutSeconds: numberParameter(element, reading, { least: 1, most: 120, isWhole: true }, 'timeout'),
    retries: numberParameter(element, reading, { least: 0, most: 5, isWhole: true }, 'retries'),
  };
  const config: Config = {
    method,
    url,
    ...parametersOf(element, method, reading),
    ...headersOf(element, reading),
    ...Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)),
    ...(Object.keys(variables).length === 0 ? {} : { variables }),
  };
  const { reasons } = reading;
  return { type: 'http-request', config, level: levelFor(reasons), reasons, portOf: oneWayOn('next') };
};

/** Parameters go into the query, or into the body as JSON where the request has one. */
function parametersOf(element: XmlElement, method: string, reading: Reading): Config {
  const rows = expressionRows(element, reading, 'inputParameters').flatMap(({ name, value }): [string, unknown][] =>
    value === undefined ? [] : [[name, value]],
  );
  const payload = textParameter(element, reading, 'jsonPayload', 'jsonContent', 'content', 'body');
  const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH';
  if (hasBody && payload !== undefined && payload !== null && attributeOf(element, 'useJSONPayload') !== 'false') {
    return { body: payload };
  }
  if (rows.length === 0) return {};
  if (!hasBody) return { query: Object.fromEntries(rows) };
  if (/x-www-form-urlencoded/.test(attributeOf(element, 'encodingType') ?? '')) {
    reading.reasons.push('Its parameters were sent as a form; here they are sent as JSON.');
  }
  const members = rows.map(
    ([name, value]) => `${JSON.stringify(name)}: ${isExpression(value) ? `(${value.js})` : JSON.stringify(value)}`,
  );
  return { body: { js: `({ ${members.join(', ')} })` } };
}

function headersOf(element: XmlElement, reading: Reading): Config {
  const headers = childrenNamed(element, 'customHTTPHeaders', 'headers').flatMap((row): [string, unknown][] => {
    const name = attributeOf(row, 'name')?.trim() ?? '';
    const setting = settingIn(row);
    const value = setting === undefined ? undefined : parameterOf(setting, reading);
    return name === '' || value === undefined || value === null ? [] : [[name, value]];
  });
  const carrying = headers.find(([name, value]) => isSecretName(name) && typeof value === 'string' && !isBlank(value));
  const named = headers
    .filter(([name, value]) => isSecretName(name) && typeof value === 'object')
    .map(([name]) => name);
  if (named.length > 0) reading.reasons.push(`Move what "${named.join('", "')}" carries to a secret under Settings.`);
  const authentication = settingOf(element, 'authenticationType', 'authentication');
  const user = settingOf(element, 'userName', 'user', 'login');
  if ((authentication !== undefined && !/^none$/i.test(shownSetting(authentication))) || user !== undefined) {
    reading.reasons.push('How it proves who asks is left out: use a secret under Settings.');
  }
  const plain = headers.filter((header) => header !== carrying);
  return {
    ...(plain.length === 0 ? {} : { headers: Object.fromEntries(plain) }),
    ...(carrying === undefined ? {} : secretHeader(carrying[0], String(carrying[1]))),
  };
}

/** A header whose value is a secret: the secret of that name, which an administrator puts into the store. */
function secretHeader(name: string, value: string): Config {
  const secret = legalName(`Composer ${name}`, 'Composer secret');
  if (/^authorization$/i.test(name) && /^bearer /i.test(value)) return { secret, secretAs: 'bearer' };
  return { secret, secretAs: 'header', secretFor: name };
}

/** Variables that receive the answer: what it says, and its status. */
function answersOf(element: XmlElement, { conversion }: Reading): Record<string, string> {
  const parts = [
    [settingOf(element, 'outputResult', 'result'), 'body'],
    [settingOf(element, 'statusCode'), 'status'],
  ] as const;
  return Object.fromEntries(
    parts.flatMap(([setting, part]) => {
      const name = setting !== undefined && 'expression' in setting ? setting.expression : undefined;
      return name === undefined || !/^[\w.]+$/.test(name) ? [] : [[conversion.names.declare(name), part]];
    }),
  );
}

function isExpression(value: unknown): value is { readonly js: string } {
  return typeof value === 'object' && value !== null && 'js' in value;
}
