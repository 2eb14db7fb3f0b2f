import { textOf } from '#dsl/errors/coded-error.ts';
import { failed, failedForNow, type ServiceOutcome } from '../service-outcome.ts';
import { storableJson } from '../storable-json.ts';
import { type OutgoingRequest, type RawAnswer, SendFailure, sendHttp, type SendLimits } from './send-http.ts';

/** Longest answer that a strategy reads; the journal keeps it. */
export const maxAnswerBytes = 256 * 1024;

const maxRedirects = 5;
/** Statuses of a server that is away or asks for patience (RFC 9110 section 15, RFC 6585 section 4). */
const passing = new Set([429, 502, 503, 504]);

/** What is asked, and what counts as an answer. */
export interface Question {
  readonly request: OutgoingRequest;
  /** Statuses besides 200 to 299 that are no error. */
  readonly alsoAccept: readonly number[];
}

/** Asks a web address and reads what it answers, as JSON where it says so. Redirects are followed for requests that only read. */
export async function askHttp({ request, alsoAccept }: Question, limits: SendLimits): Promise<ServiceOutcome> {
  let answer: RawAnswer;
  try {
    answer = await follow(request, limits);
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    const isPassing = error.code === 'http/timeout' || error.code === 'http/unreachable';
    return isPassing ? failedForNow(error.code, error.message) : failed(error.code, error.message);
  }
  const { status } = answer;
  if ((status < 200 || status > 299) && !alsoAccept.includes(status)) {
    const message = `${request.method} ${request.url.origin}${request.url.pathname} answered with status ${status}.`;
    return passing.has(status) ? failedForNow('http/status', message) : failed('http/status', message);
  }
  try {
    return { result: { status, headers: storableJson(answer.headers), body: bodyOf(answer) } };
  } catch (error) {
    return failed('http/bad-answer', `The answer of ${request.url.host} cannot be read: ${textOf(error)}.`);
  }
}

async function follow(request: OutgoingRequest, limits: SendLimits): Promise<RawAnswer> {
  const until = Date.now() + limits.timeoutMs;
  let at = request;
  for (let redirects = 0; ; redirects += 1) {
    const left = until - Date.now();
    if (left <= 0) throw new SendFailure('http/timeout', `${request.url.host} redirected until the time was over.`);
    const answer = await sendHttp(at, { ...limits, timeoutMs: left });
    const { location } = answer.headers;
    const isRedirect = answer.status >= 300 && answer.status < 400 && location !== undefined;
    if (!isRedirect || (request.method !== 'GET' && request.method !== 'HEAD')) return answer;
    if (redirects === maxRedirects)
      throw new SendFailure('http/refused', `${request.url.host} redirects more than ${maxRedirects} times.`);
    at = redirected(at, location);
  }
}

/** What was meant for one server is not shown to another: headers, and with them the secret, stay behind. */
function redirected(request: OutgoingRequest, location: string): OutgoingRequest {
  const from = request.url;
  if (!URL.canParse(location, from.href))
    throw new SendFailure('http/refused', `${from.host} redirects to what is no address.`);
  const url = new URL(location, from);
  const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && from.protocol === 'http:');
  if (!isWeb || url.username !== '' || url.password !== '')
    throw new SendFailure(
      'http/refused',
      `${from.host} redirects to ${url.protocol}//${url.host}, which is not followed.`,
    );
  return { ...request, url, headers: url.origin === from.origin ? request.headers : {} };
}

function bodyOf({ headers, body }: RawAnswer) {
  if (body.length === 0) return null;
  const type = headers['content-type'] ?? '';
  const text = new TextDecoder(charsetOf(type)).decode(body);
  return storableJson(/^application\/(?:[\w.+-]+\+)?json\b/i.test(type) ? JSON.parse(text) : text);
}

function charsetOf(type: string): string {
  const named = /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    // a character set nobody knows is most likely misspelt
    return 'utf-8';
  }
}
