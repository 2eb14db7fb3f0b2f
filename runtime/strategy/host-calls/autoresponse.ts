import { automaticAnswer } from './automatic-answer.ts';
import type { HostCallHandler } from './handler.ts';

/** Answers the message completely from a standard response, once per interaction. */
export const autoresponse: HostCallHandler<'autoresponse'> = (params, context) =>
  automaticAnswer({ subtype: 'OutboundAutoResponse', mark: 'AutorespondedAt' }, params, context);
