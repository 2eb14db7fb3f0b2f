import type { FastifyReply, FastifyRequest } from 'fastify';
import { CodedError } from '#dsl/errors/coded-error.ts';

/** Refuses pages of sites that were not named and are not ours; a program sends no origin. Throws `request/forbidden`. */
export function checkSite({ headers, host }: FastifyRequest, sites: readonly string[], action: string): void {
  const { origin } = headers;
  if (sites.length === 0 || origin === undefined) return;
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  if (sites.some((url) => new URL(url).origin === origin)) return;
  throw new CodedError('request/forbidden', { action, role: `page of ${origin}` });
}

/** Lets pages of any site read the answer: no cookie of ours counts here. */
export function openToSites(reply: FastifyReply): void {
  reply.headers({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'content-type',
    'access-control-allow-methods': 'GET, POST, PATCH, DELETE, OPTIONS',
    'access-control-max-age': '86400',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'no-store',
  });
}
