import type { Role } from '#dsl/protocol/me.ts';

/**
 * Who may use a route: everybody; anybody with an account, also before the one-time password has been changed; this machine
 * or an administrator; or people and programs with one of these roles (administrators always, supervisors also as agents).
 */
export type Access = 'public' | 'visitor' | 'account' | 'operator' | readonly Role[];

const everybody: readonly Role[] = ['designer', 'supervisor', 'agent'];
const watchers: readonly Role[] = ['designer', 'supervisor'];
const designers: readonly Role[] = ['designer'];
const supervisors: readonly Role[] = ['supervisor'];
const agents: readonly Role[] = ['agent'];
const administrators: readonly Role[] = ['administrator'];

/** Every route and who may use it. A route without a line here cannot be registered. */
export const access: Readonly<Record<string, Access>> = {
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /metrics': 'operator',

  'POST /api/login': 'public',
  'POST /api/logout': 'account',
  'GET /api/me': 'account',
  'POST /api/me/password': 'account',
  'GET /api/socket': everybody,
  'GET /api/tokens': administrators,
  'POST /api/tokens': administrators,
  'DELETE /api/tokens/:id': administrators,

  'GET /api/people': watchers,
  'POST /api/people': administrators,
  'PUT /api/people/:id': administrators,
  'GET /api/agent-groups': watchers,
  'PUT /api/agent-groups/:name': supervisors,
  'DELETE /api/agent-groups/:name': supervisors,

  'GET /api/processes': watchers,
  'POST /api/processes': designers,
  'GET /api/processes/:name': watchers,
  'DELETE /api/processes/:name': designers,
  'PUT /api/processes/:name/draft': designers,
  'POST /api/processes/:name/activate': designers,
  'POST /api/processes/:name/deactivate': designers,
  'GET /api/processes/:name/activations': watchers,
  'POST /api/processes/:name/rollback': designers,
  'GET /api/processes/:name/rollout': watchers,
  'PUT /api/processes/:name/rollout': designers,
  'POST /api/processes/:name/rollout/promote': designers,
  'POST /api/processes/:name/rollout/withdraw': designers,
  'GET /api/activations': watchers,
  'GET /api/processes/:name/planned': watchers,
  'POST /api/processes/:name/planned': designers,
  'POST /api/processes/:name/planned/:id/approve': designers,
  'POST /api/processes/:name/planned/:id/cancel': designers,
  'POST /api/processes/:name/planned/:id/reject': designers,
  'GET /api/processes/:name/saves': watchers,
  'POST /api/processes/:name/saves': designers,
  'GET /api/processes/:name/saves/:id': watchers,
  'GET /api/activation-rules': watchers,
  'PUT /api/activation-rules': administrators,
  'GET /api/processes/:name/versions': watchers,
  'GET /api/processes/:name/versions/:version': watchers,
  'POST /api/processes/:name/replay': designers,
  'GET /api/processes/:name/test-rule': watchers,
  'PUT /api/processes/:name/test-rule': designers,
  'GET /api/test-rules': watchers,
  'PUT /api/test-rules': administrators,
  'GET /api/processes/:name/export': designers,
  'POST /api/import': designers,
  'POST /api/import/composer': designers,
  'GET /api/surroundings': watchers,
  'GET /api/counts': watchers,

  'GET /api/responses': everybody,
  'GET /api/responses/:name': everybody,
  'PUT /api/responses/:name': designers,
  'DELETE /api/responses/:name': designers,
  'POST /api/responses/preview': everybody,
  'GET /api/screening-rules': watchers,
  'GET /api/screening-rules/:name': watchers,
  'PUT /api/screening-rules/:name': designers,
  'DELETE /api/screening-rules/:name': designers,
  'POST /api/screening-rules/test': designers,
  'GET /api/routing-rules': watchers,
  'GET /api/routing-rules/:name': watchers,
  'PUT /api/routing-rules/:name': designers,
  'DELETE /api/routing-rules/:name': designers,
  'GET /api/models': watchers,
  'GET /api/models/:name': watchers,
  'PUT /api/models/:name': designers,
  'DELETE /api/models/:name': designers,
  'POST /api/models/:name/test': designers,
  'POST /api/models/:name/training': designers,
  'DELETE /api/models/:name/training': designers,

  'POST /api/interactions': everybody,
  'GET /api/interactions': everybody,
  'GET /api/interactions/:id': everybody,
  'GET /api/interactions/:id/raw': watchers,
  'GET /api/interactions/:id/trace': watchers,
  'POST /api/interactions/:id/move': supervisors,
  'POST /api/interactions/:id/stop': supervisors,
  'POST /api/interactions/:id/retry': supervisors,
  'GET /api/attachments/:id': everybody,
  'GET /api/contacts': watchers,
  'GET /api/contacts/:id': everybody,

  'GET /api/desktop': agents,
  'POST /api/desktop/login': agents,
  'POST /api/desktop/logout': agents,
  'POST /api/desktop/ready': agents,
  'POST /api/desktop/do-not-disturb': agents,
  'POST /api/desktop/attachments': agents,
  'POST /api/desktop/interactions/:id/accept': agents,
  'POST /api/desktop/interactions/:id/reject': agents,
  'POST /api/desktop/interactions/:id/done': agents,
  'POST /api/desktop/interactions/:id/place': agents,
  'POST /api/desktop/interactions/:id/workbin': agents,
  'POST /api/desktop/interactions/:id/pull': agents,
  'POST /api/desktop/interactions/:id/transfer': agents,
  'GET /api/desktop/workbins': agents,
  'GET /api/desktop/destinations': agents,
  'POST /api/desktop/interactions/:id/reply': agents,
  'GET /api/desktop/interactions/:id/draft': agents,
  'PUT /api/desktop/interactions/:id/draft': agents,

  'GET /api/mailboxes': administrators,
  'PUT /api/mailboxes/:name': administrators,
  'OPTIONS /api/chat/*': 'visitor',
  'POST /api/chat/sessions': 'visitor',
  'GET /api/chat/sessions/:id/socket': 'visitor',
  'GET /api/chat/sessions/:id/messages': 'visitor',
  'POST /api/chat/sessions/:id/messages': 'visitor',
  'POST /api/chat/sessions/:id/typing': 'visitor',
  'POST /api/chat/sessions/:id/close': 'visitor',
  'POST /api/chat/sessions/:id/files': 'visitor',
  'GET /api/chat/sessions/:id/files/:fileId': 'visitor',
  'GET /api/chats/:id/socket': agents,
  'GET /api/chats/:id/messages': agents,
  'POST /api/chats/:id/messages': agents,
  'POST /api/chats/:id/typing': agents,
  'POST /api/chats/:id/files': agents,
  'POST /api/chats/:id/end': agents,
  'POST /api/chats/:id/sleep': agents,
  'PUT /api/chats/:id/watch': supervisors,
  'GET /api/chat-settings/:endpoint': administrators,
  'PUT /api/chat-settings/:endpoint': administrators,

  'DELETE /api/mailboxes/:name': administrators,
  'POST /api/mailboxes/test': administrators,
  'GET /api/smtp-out': administrators,
  'PUT /api/smtp-out': administrators,
  'DELETE /api/smtp-out': administrators,
  'POST /api/smtp-out/test': administrators,

  'GET /api/lists': watchers,
  'GET /api/lists/:name': watchers,
  'PUT /api/lists/:name': designers,
  'DELETE /api/lists/:name': designers,
  'GET /api/business-hours': watchers,
  'GET /api/business-hours/:name': watchers,
  'PUT /api/business-hours/:name': designers,
  'DELETE /api/business-hours/:name': designers,
  'GET /api/data-sources': administrators,
  'GET /api/data-sources/:name': administrators,
  'PUT /api/data-sources/:name': administrators,
  'DELETE /api/data-sources/:name': administrators,
  'POST /api/data-sources/test': administrators,
  'GET /api/external-services': administrators,
  'GET /api/external-services/:name': administrators,
  'PUT /api/external-services/:name': administrators,
  'DELETE /api/external-services/:name': administrators,
  'GET /api/secrets': administrators,
  'PUT /api/secrets/:name': administrators,
  'DELETE /api/secrets/:name': administrators,

  'POST /api/test-bench/mail': designers,
  'GET /api/test-bench/outgoing': designers,
};

/** Who may use the route; files of the web app and the API's description are for everybody. */
export function accessOf(method: string, url: string): Access | undefined {
  const named = access[`${method === 'HEAD' ? 'GET' : method} ${url}`];
  if (named !== undefined) return named;
  const isRead = method === 'GET' || method === 'HEAD';
  const isFile = !url.startsWith('/api/') || url.startsWith('/api/docs');
  return isRead && isFile ? 'public' : undefined;
}
