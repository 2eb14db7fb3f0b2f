import { type Converted, type Convert, levelFor } from '../conversion.ts';
import { directVariable } from '../direct-variable.ts';
import { errorQueue } from '../error-queue.ts';
import { textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { attributeOf, childrenNamed } from '../xml-element.ts';

const atError: Converted['portOf'] = ({ isException }) => (isException ? 'error' : undefined);

/**
 * Exit: back to the caller in a subroutine, with the values it returns. In a strategy it stops the interaction, as Composer's Exit
 * does unless it is told not to.
 */
export const convertExit: Convert = ({ element }, { isSubroutine, endsInteractions, names, queueNamed }) => {
  if (isSubroutine) {
    for (const { text } of childrenNamed(element, 'returnValues')) {
      const name = text.trim().replace(/^AppState\./, '');
      if (name !== '') directVariable(names, name, 'out');
    }
    attributeOf(element, 'returnMode');
    return { type: 'exit', config: {}, level: 'exact', reasons: [], portOf: () => undefined };
  }
  if (endsInteractions) return { type: 'stop-interaction', config: {}, level: 'exact', reasons: [], portOf: atError };
  return {
    type: 'queue-interaction',
    config: { queue: queueNamed(errorQueue) },
    level: 'near',
    reasons: ['Its end does not stop the interaction there (TerminateIxnOnExit is off); here it waits for a person.'],
    portOf: atError,
  };
};

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
