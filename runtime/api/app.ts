import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { AgentDeps } from '#runtime/agent/agent-deps.ts';
import type { ActiveProcesses } from '#runtime/interaction/active-processes.ts';
import type { Submissions } from '#runtime/interaction/submit.ts';
import type { Trainer } from '#runtime/knowledge/trainer.ts';
import type { ChatServer } from '#runtime/media/chat/chat-server.ts';
import type { WakeUps } from '#runtime/queue/wake-ups.ts';
import type { Accounts } from '#runtime/tenant/accounts.ts';
import type { Principal } from '#runtime/tenant/principal.ts';
import type { SecretBox } from '#runtime/tenant/secret-box.ts';

/** The HTTP server, with routes typed by their zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What routes work with. */
export interface ApiParts {
  readonly pool: Pool;
  readonly log: FastifyBaseLogger;
  readonly accounts: Accounts;
  readonly box: SecretBox;
  readonly agentDeps: AgentDeps;
  readonly active: ActiveProcesses;
  readonly submissions: Submissions;
  readonly chat: ChatServer;
  readonly wakeUps: WakeUps;
  readonly trainer: Trainer;
  /** Hosts that may be asked although their address is private. */
  readonly serviceHosts: readonly string[];
  /** Our own SMTP server, for the test bench. */
  readonly smtp: () => { readonly host: string; readonly port: number };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; undefined on public routes without log-in. */
    principal: Principal | undefined;
  }
}

/** Who asks. Routes that are not public always have somebody. */
export function whoAsks(request: FastifyRequest): Principal {
  if (request.principal === undefined) throw new CodedError('request/not-logged-in', { reason: 'Log in first.' });
  return request.principal;
}

/** The person who asks. Throws `request/forbidden` for programs, which have no desktop and no password. */
export function whichPerson(request: FastifyRequest, action: string): Principal {
  const who = whoAsks(request);
  if (who.kind !== 'person') throw new CodedError('request/forbidden', { action, role: 'program' });
  return who;
}
