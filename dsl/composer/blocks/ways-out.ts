import { type Converted, type Convert, levelFor } from '../conversion.ts';
import { textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';

const atError: Converted['portOf'] = ({ isException }) => (isException ? 'error' : undefined);

/** Exit: back to the caller in a subroutine. In a strategy it stops the interaction, as Composer's Exit does unless it is told not to. */
export const convertExit: Convert = (_block, { isSubroutine }) =>
  isSubroutine
    ? { type: 'exit', config: {}, level: 'exact', reasons: [], portOf: () => undefined }
    : { type: 'stop-interaction', config: {}, level: 'exact', reasons: [], portOf: atError };

/** Disconnect ends a call; the nearest thing for an interaction that waits is to stop it. */
export const convertDisconnect: Convert = () => ({
  type: 'stop-interaction',
  config: { reason: 'Disconnected' },
  level: 'near',
  reasons: ['It ends a call; here it stops the interaction.'],
  portOf: atError,
});

/** Stop Interaction: the same. */
export const convertStop: Convert = ({ element }, conversion) => {
  const reasons: string[] = [];
  const reason = textParameter(element, { conversion, reasons }, 'reason', 'terminationReason');
  const told = typeof reason === 'string' || (typeof reason === 'object' && reason !== null);
  return {
    type: 'stop-interaction',
    config: told ? { reason } : {},
    level: levelFor(reasons),
    reasons,
    portOf: ({ isException }) => (isException ? 'error' : undefined),
    dispensable: [''],
  };
};

/** Queue Interaction: the same, when the queue can be told. */
export const convertQueue: Convert = (block, conversion) => {
  const { element } = block;
  const reasons: string[] = [];
  const names = ['interactionQueue', 'queueName', 'interactionQueueName', 'queue', 'destination'];
  const queue = textParameter(element, { conversion, reasons }, ...names);
  if (queue === undefined || queue === null) return placeholder(block, ['Its queue cannot be told.', ...reasons]);
  return {
    type: 'queue-interaction',
    config: { queue: typeof queue === 'object' ? queue : conversion.queueNamed(String(queue)) },
    level: levelFor(reasons),
    reasons,
    portOf: atError,
    dispensable: [''],
  };
};
