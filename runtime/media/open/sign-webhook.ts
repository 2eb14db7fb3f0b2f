import { createHmac } from 'node:crypto';

/** Header that carries the signature of a webhook. */
export const signatureHeader = 'signalbox-signature';

/**
 * Signs the body of a webhook: `t=SECONDS,v1=HEX`, where HEX is the HMAC-SHA256 of `SECONDS.BODY`. The time is part of it, so that an old
 * body cannot be sent again later.
 */
export function signWebhook(body: string, secret: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${digest}`;
}
