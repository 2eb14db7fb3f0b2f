import type { HostCallHandler } from './handler.ts';
import { notConfigured } from './not-configured.ts';

/** An SMS needs a server that could send it. */
export const sendSmsOut: HostCallHandler<'send-sms-out'> = () => notConfigured('SMS server');
