import { type Config, type Convert, levelFor, oneWayOn } from '../conversion.ts';
import { answerVariable } from '../answer-variable.ts';
import { legalName } from '../fresh-names.ts';
import { numberParameter, type Reading, textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { fieldsOfRows, settingRows } from '../read-rows.ts';

/** External Service: the same method of a service that an administrator sets up here. */
export const convertExternalService: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  const { element } = block;
  const service = textParameter(element, reading, 'service', 'serviceName', 'application', 'applicationName');
  const method = textParameter(element, reading, 'method', 'methodName', 'function');
  if (typeof service !== 'string' || method === undefined || method === null) {
    return placeholder(block, ['Its service or its method cannot be told.', ...reading.reasons]);
  }
  const parameters = fieldsOfRows(settingRows(element, reading, 'parameters', 'inputParameters', 'serviceParameters'));
  const timeoutSeconds = numberParameter(element, reading, { least: 1, most: 120, isWhole: true }, 'timeout');
  const answer = answerVariable(element, conversion, 'outputResult', 'result');
  const config: Config = {
    service: legalName(service, 'Service'),
    method: typeof method === 'object' ? method : legalName(String(method), 'Method'),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
    ...(answer === undefined ? {} : { variables: { [answer]: 'parameters' } }),
  };
  const reasons = [...reading.reasons, 'Set the service up under Settings; it is asked over HTTP here.'];
  return { type: 'external-service', config, level: 'near', reasons, portOf: oneWayOn('next') };
};

/** Attach Categories: the categories it names. */
export const convertAttachCategories: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  const rows = settingRows(block.element, reading, 'categories', 'category').filter(({ name }) => name !== '');
  if (rows.length === 0) return placeholder(block, ['Its categories cannot be told.', ...reading.reasons]);
  const { reasons } = reading;
  const categories = rows.slice(0, 50).map(({ name }) => ({ category: legalName(name, 'Category') }));
  return {
    type: 'attach-categories',
    config: { categories },
    level: levelFor(reasons),
    reasons,
    portOf: oneWayOn('next'),
  };
};
