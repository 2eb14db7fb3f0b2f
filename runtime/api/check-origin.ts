import type { FastifyRequest } from 'fastify';
import { CodedError } from '#dsl/errors/coded-error.ts';

/**
 * Refuses what another site makes a browser send with our cookies: a request whose `Origin` is not the host it goes to.
 * Browsers send `Origin` with everything but plain GET; programs need not. Throws `request/forbidden`.
 */
export function checkOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  const { origin, host } = request.headers;
  if (origin === undefined) {
    if (request.headers['sec-fetch-site'] === 'cross-site') throw refusal('no origin');
    return;
  }
  const allowed = [host, publicUrl === undefined ? undefined : new URL(publicUrl).host];
  if (URL.canParse(origin) && allowed.includes(new URL(origin).host)) return;
  throw refusal(origin);
}

function refusal(origin: string): CodedError {
  return new CodedError('request/forbidden', { action: 'be used from another site', role: `page of ${origin}` });
}
