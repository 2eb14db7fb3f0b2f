import { askService } from './ask-service.ts';
import type { HostCallHandler } from './handler.ts';

/** Asks a web service; the answer resumes the run. */
export const httpRequest: HostCallHandler<'http-request'> = (params, context) =>
  askService(context, { kind: 'http-request', target: new URL(params.url).host, params });
