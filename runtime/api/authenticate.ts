import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Accounts } from '#runtime/tenant/accounts.ts';
import { holdsRole, type Principal } from '#runtime/tenant/principal.ts';
import { findTokenHolder, tokenPrefix } from '#runtime/tenant/tokens.ts';
import type { Access } from './access.ts';

/** How long who holds a cookie or token is remembered: a session that ends elsewhere ends here at most this much later. */
const rememberedMs = 5000;

/** Finds out who asks, and refuses whom the route is not for. */
export interface Authentication {
  identify(request: FastifyRequest, reply?: FastifyReply): Promise<Principal | undefined>;
  /** Throws `request/not-logged-in`, `request/password-change-required` or `request/forbidden`. */
  admit(request: FastifyRequest, who: Principal | undefined, access: Access): void;
  /** Forgets everybody at once; for whoever changes accounts, so that the change shows in this process at once. */
  forget(): void;
}

/** Authentication by session cookie or bearer token. */
export function createAuthentication(pool: Pool, accounts: Accounts): Authentication {
  const remembered = new LRUCache<string, { who: Principal | undefined }>({ max: 20_000, ttl: rememberedMs });
  const lookUp = async (key: string, find: () => Promise<Principal | undefined>): Promise<Principal | undefined> => {
    const known = remembered.get(key);
    if (known !== undefined) return known.who;
    const who = await find();
    remembered.set(key, { who });
    return who;
  };
  return {
    async identify(request, reply) {
      const { authorization, cookie } = request.headers;
      if (authorization !== undefined) {
        const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
        return token?.startsWith(tokenPrefix) ? lookUp(token, () => findTokenHolder(pool, token)) : undefined;
      }
      if (cookie === undefined || !cookie.includes('signalbox.session_token=')) return undefined;
      return lookUp(cookie, async () => {
        const session = await accounts.whoIs(cookie);
        if (session !== undefined && session.cookies.length > 0) void reply?.header('set-cookie', session.cookies);
        return session?.principal;
      });
    },
    admit,
    forget: () => remembered.clear(),
  };
}

function admit(request: FastifyRequest, who: Principal | undefined, access: Access): void {
  if (access === 'public' || access === 'visitor') return;
  if (access === 'operator' && isFromHere(request)) return;
  if (who === undefined) throw new CodedError('request/not-logged-in', { reason: 'Log in first.' });
  if (access === 'account') return;
  if (who.mustChangePassword) throw new CodedError('request/password-change-required', { userName: who.userName });
  const roles = access === 'operator' ? (['administrator'] as const) : access;
  if (holdsRole(who.roles, roles)) return;
  const action = `${request.method} ${request.routeOptions.url ?? request.url}`;
  throw new CodedError('request/forbidden', { action, role: who.roles.join(', ') });
}

/** From this machine itself, not through a proxy on it; headers that say so can be forged, so any of them counts as a proxy. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const isForwarded = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined;
  return !isForwarded && /^(?:::1|(?:::ffff:)?127\..*)$/.test(socket.remoteAddress ?? '');
}
