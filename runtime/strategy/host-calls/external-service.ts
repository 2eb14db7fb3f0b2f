import { askService } from './ask-service.ts';
import type { HostCallHandler } from './handler.ts';

/** Asks an external service; its answer resumes the run. */
export const externalService: HostCallHandler<'external-service'> = (params, context) =>
  askService(context, { kind: 'external-service', target: params.service, params });
