import { automaticAnswer } from './automatic-answer.ts';
import type { HostCallHandler } from './handler.ts';

/** Tells the sender that the message has arrived, once per interaction. */
export const acknowledgement: HostCallHandler<'acknowledgement'> = (params, context) =>
  automaticAnswer({ subtype: 'OutboundAcknowledgement', mark: 'AcknowledgedAt' }, params, context);
