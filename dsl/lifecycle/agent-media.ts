/** Where an agent stands with a media type. Only `ready` gets invitations, and only while "do not disturb" is off. */
export type AgentMediaState = 'logged-out' | 'not-ready' | 'ready';

/** What can happen to it; `miss` is an invitation that ran out unanswered. */
export type AgentMediaEvent = 'login' | 'logout' | 'ready' | 'not-ready' | 'miss';

/** The life of one media type of an agent as a table. Not-ready again is another reason for it, not another state. */
const agentMediaLifecycle = {
  'logged-out': { login: 'not-ready' },
  'not-ready': { ready: 'ready', 'not-ready': 'not-ready', miss: 'not-ready', logout: 'logged-out' },
  ready: { ready: 'ready', 'not-ready': 'not-ready', miss: 'not-ready', logout: 'logged-out' },
} as const satisfies Record<AgentMediaState, Partial<Record<AgentMediaEvent, AgentMediaState>>>;

/** The state after an event, or undefined when the event may not happen in that state. */
export function nextMediaState(from: AgentMediaState, event: AgentMediaEvent): AgentMediaState | undefined {
  const row: Partial<Record<AgentMediaEvent, AgentMediaState>> = agentMediaLifecycle[from];
  return row[event];
}
