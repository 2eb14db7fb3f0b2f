import { createHmac } from 'node:crypto';
import type { LoggedEvent } from '#dsl/protocol/events.ts';
import { SendFailure, sendHttp } from '../service/http/send-http.ts';

/** A post as it is to go out. */
export interface WebhookPost {
  readonly name: string;
  readonly url: string;
  readonly secret: string;
  readonly events: readonly LoggedEvent[];
  readonly now: Date;
}

/** How a post went; `problem` is undefined once it was taken. */
export interface PostOutcome {
  readonly status: number | null;
  readonly problem: string | undefined;
}

/** As long as a program may take for a hundred events. */
export const postTimeoutMs = 10_000;
// the answer is not read, only its status counts
const maxAnswerBytes = 64 * 1024;

/** Posts `{ webhook, events }`, signed in `X-Signalbox-Signature`, with the Unix seconds in `X-Signalbox-Timestamp`. A status of 200 to 299 takes them; redirects are not followed, and private addresses are refused unless allowed. */
export async function postWebhook(
  { name, url, secret, events, now }: WebhookPost,
  allowedHosts: readonly string[],
): Promise<PostOutcome> {
  const body = JSON.stringify({ webhook: name, events });
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const headers = {
    'content-type': 'application/json',
    'x-signalbox-timestamp': timestamp,
    'x-signalbox-signature': signature(secret, timestamp, body),
  };
  try {
    const { status } = await sendHttp(
      { method: 'POST', url: new URL(url), headers, body },
      { timeoutMs: postTimeoutMs, maxBytes: maxAnswerBytes, allowedHosts },
    );
    return { status, problem: status >= 200 && status <= 299 ? undefined : `The address answered with ${status}.` };
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    return { status: null, problem: error.message };
  }
}

/** `v1=` and the HMAC-SHA256 of timestamp, full stop and body: with the time in it, an old post cannot be played again later. */
function signature(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
