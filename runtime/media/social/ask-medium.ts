import type { z } from 'zod';
import { type RawAnswer, SendFailure, sendHttp } from '../../service/http/send-http.ts';
import { SocialFailure } from './contract.ts';

/** A request to a medium. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks a medium with the account's token, within the account's budget; whatever is not 2xx or 304 is a `SocialFailure`. */
export type AskMedium = (question: Question) => Promise<RawAnswer>;

const limits = { timeoutMs: 20_000, maxBytes: 8 * 1024 * 1024 };
/** When a medium says "too many" without saying until when. */
const patienceMs = 15 * 60_000;
/** Longer than this no medium means it, and an account would seem dead. */
const longestRestMs = 24 * 3600_000;

/** Makes the way to ask for one account. `mayAsk` counts a request, or throws when the account's hour is used up. */
export function askingMedium(options: {
  readonly headers: Readonly<Record<string, string>>;
  readonly allowedHosts: readonly string[];
  mayAsk(): Promise<void>;
  /** The medium said how long the account has to rest. */
  onRest(until: Date): void;
}): AskMedium {
  return async ({ method, url, headers = {}, body }) => {
    await options.mayAsk();
    const request = { method, url, headers: { ...headers, ...options.headers }, body };
    const answer = await sendHttp(request, { ...limits, allowedHosts: options.allowedHosts }).catch(
      (error: unknown) => {
        if (!(error instanceof SendFailure)) throw error;
        if (error.code === 'http/refused' || error.code === 'http/too-large')
          throw new SocialFailure('refused', error.message);
        throw new SocialFailure(method === 'GET' ? 'later' : 'uncertain', error.message);
      },
    );
    const rest = restUntil(answer.headers, new Date());
    if (rest !== undefined) options.onRest(rest);
    const { status } = answer;
    if ((status >= 200 && status <= 299) || status === 304) return answer;
    const said = answer.body.toString('utf8').replace(/\s+/g, ' ').slice(0, 200);
    const message = `${url.host} answered with status ${status}. ${said}`.trim();
    if (status === 429 || status === 503)
      throw new SocialFailure('later', message, rest ?? new Date(Date.now() + patienceMs));
    if (status >= 500) throw new SocialFailure(method === 'GET' ? 'later' : 'uncertain', message);
    throw new SocialFailure('refused', message);
  };
}

/**
 * Until when nothing more may be asked, by the headers of Mastodon (`x-ratelimit-*`, a time), X (`x-rate-limit-*`, Unix seconds), Facebook
 * (`x-app-usage`, percent) and HTTP (`retry-after`, RFC 9110 10.2.3), a day at most. Undefined while there is something left.
 */
export function restUntil(headers: Readonly<Record<string, string>>, now: Date): Date | undefined {
  const within = (at: number): Date => new Date(Math.min(at, now.getTime() + longestRestMs));
  const after = headers['retry-after'];
  if (after !== undefined) {
    const at = /^\d+$/.test(after) ? now.getTime() + Number(after) * 1000 : Date.parse(after);
    if (!Number.isNaN(at)) return within(at);
  }
  const remaining = headers['x-ratelimit-remaining'] ?? headers['x-rate-limit-remaining'];
  const reset = headers['x-ratelimit-reset'] ?? headers['x-rate-limit-reset'] ?? '';
  const at = /^\d+$/.test(reset) ? Number(reset) * 1000 : Date.parse(reset);
  if (remaining === '0' && !Number.isNaN(at)) return within(at);
  const used = /"call_count"\s*:\s*(\d+)/.exec(headers['x-app-usage'] ?? '')?.[1];
  return used !== undefined && Number(used) >= 95 ? new Date(now.getTime() + patienceMs) : undefined;
}

/** The JSON of an answer. Throws `SocialFailure` for what is none. */
export function jsonOf({ body }: RawAnswer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new SocialFailure('later', 'The answer is no JSON.');
  }
}

/** What the answer to a reply says. The medium has taken the reply: throws `SocialFailure` that is uncertain for what is not understood. */
export function takenAs<Schema extends z.ZodType>({ body }: RawAnswer, schema: Schema): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(body.toString('utf8')));
  } catch {
    throw new SocialFailure('uncertain', 'It was taken, with an answer that cannot be read.');
  }
}
