import { type Convert, levelFor } from '../conversion.ts';
import { numberParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { childrenNamed } from '../xml-element.ts';

const longestWaitSeconds = 366 * 24 * 3600;

/** Wait: lets its time pass. What it waits for besides, an event, has no counterpart. */
export const convertWait: Convert = (block, conversion) => {
  const reasons: string[] = [];
  const bounds = { least: 0, most: longestWaitSeconds };
  const seconds = numberParameter(block.element, { conversion, reasons }, bounds, 'timeout', 'duration', 'delay');
  const events = childrenNamed(block.element, 'transitions').length;
  if (seconds === undefined)
    return placeholder(block, ['It waits for an event, and strategies here wait for time.', ...reasons]);
  if (events > 0) reasons.push('It also waits for an event; here it always waits its whole time.');
  const timeout = block.links.find(({ name }) => /timeout/i.test(name));
  return {
    type: 'wait',
    config: { seconds },
    level: levelFor(reasons),
    reasons,
    portOf: (link) => {
      if (link.isException) return 'error';
      return link === timeout || (timeout === undefined && (link.name === '' || link.name === 'default'))
        ? 'next'
        : undefined;
    },
  };
};
