import type { HostCallHandler } from './handler.ts';
import { notConfigured } from './not-configured.ts';

/** An SMS needs a server that could send it. */
export const createSmsOut: HostCallHandler<'create-sms-out'> = () => notConfigured('SMS server');
