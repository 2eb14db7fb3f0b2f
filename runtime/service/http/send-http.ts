import { lookup as resolve } from 'node:dns';
import { type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

/** A request as it goes out: everything in it has been checked. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Limits of a request. */
export interface SendLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Hosts, with or without port, that may be asked although their address is private. */
  readonly allowedHosts: readonly string[];
}

/** What the server answered, its body whole and as bytes. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Why there is no answer. */
export class SendFailure extends Error {
  readonly code: 'http/timeout' | 'http/unreachable' | 'http/refused' | 'http/too-large';

  constructor(code: SendFailure['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Sends one request and reads the answer, redirects not followed. The address is looked at when the connection is made, so that a
 * name that leads to another address a moment later leads nowhere. Throws `SendFailure`.
 */
export function sendHttp(request: OutgoingRequest, limits: SendLimits): Promise<RawAnswer> {
  const { url, method, body } = request;
  const isAllowed = limits.allowedHosts.includes(url.hostname) || limits.allowedHosts.includes(url.host);
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  if (!isAllowed && isIP(bare) !== 0 && isPrivateAddress(bare)) return Promise.reject(privateHost(url.hostname));
  const options: RequestOptions = {
    method,
    headers: {
      'user-agent': 'Signalbox',
      // unpacked here, a small answer could become a huge one
      'accept-encoding': 'identity',
      ...request.headers,
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
    },
    agent: false,
    maxHeaderSize: 16_384,
    signal: AbortSignal.timeout(limits.timeoutMs),
    ...(!isAllowed && { lookup: publicOnly }),
  };
  return new Promise((settle, reject) => {
    const fail = (error: unknown): void => reject(failureOf(error, url, limits));
    const outgoing = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, (answer) => {
      readAnswer(answer, limits.maxBytes).then(settle, (error: unknown) => {
        outgoing.destroy();
        fail(error);
      });
    });
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}

/** Looks a name up as usual and refuses it when one of its addresses is not of the internet. */
const publicOnly: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, []);
    if (addresses.length === 0 || addresses.some(({ address }) => isPrivateAddress(address)))
      return callback(privateHost(hostname), []);
    if (options.all === true) return callback(null, addresses);
    const [first] = addresses;
    callback(null, first?.address ?? '', first?.family ?? 4);
  });
};

function privateHost(hostname: string): SendFailure {
  const message = `${hostname} is at a private address; whoever runs this installation may allow it (--service-hosts).`;
  return new SendFailure('http/refused', message);
}

async function readAnswer(answer: IncomingMessage, maxBytes: number): Promise<RawAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new SendFailure('http/too-large', `The answer is larger than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  );
  return { status: answer.statusCode ?? 0, headers: Object.fromEntries(headers), body: Buffer.concat(chunks) };
}

function failureOf(error: unknown, url: URL, { timeoutMs }: SendLimits): SendFailure {
  if (error instanceof SendFailure) return error;
  const { name, code, message } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR')
    return new SendFailure('http/timeout', `${url.host} did not answer within ${timeoutMs / 1000} s.`);
  return new SendFailure('http/unreachable', `${url.host} cannot be reached: ${message || code}.`);
}
