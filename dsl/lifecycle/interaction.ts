/** States of an interaction (the field's InteractionState, with invitation, workbin and stop made explicit). */
export type InteractionState = 'queued' | 'routing' | 'inviting' | 'handling' | 'workbin' | 'stopped';

/** What can happen to an interaction; store transitions are named after these. */
export type InteractionEvent =
  | 'take'
  | 'invite'
  | 'accept'
  | 'revoke'
  | 'place-in-queue'
  | 'place-in-workbin'
  | 'pull'
  | 'transfer'
  | 'stop';

/**
 * The life of an interaction as a table. Holding is a flag beside the state (views skip what is held), not a state.
 * `revoke` is every way back to the queue it came from: rejection, missed invitation, log-out, lost worker, routing timeout; what came
 * from a workbin goes back there by `place-in-workbin`. `transfer` lets the router find whom an agent gives it to.
 */
export const interactionLifecycle = {
  queued: {
    take: 'routing',
    pull: 'handling',
    'place-in-queue': 'queued',
    'place-in-workbin': 'workbin',
    stop: 'stopped',
  },
  routing: {
    invite: 'inviting',
    'place-in-queue': 'queued',
    'place-in-workbin': 'workbin',
    revoke: 'queued',
    stop: 'stopped',
  },
  inviting: {
    accept: 'handling',
    revoke: 'queued',
    'place-in-queue': 'queued',
    'place-in-workbin': 'workbin',
    stop: 'stopped',
  },
  handling: {
    'place-in-queue': 'queued',
    'place-in-workbin': 'workbin',
    transfer: 'routing',
    revoke: 'queued',
    stop: 'stopped',
  },
  workbin: {
    take: 'routing',
    pull: 'handling',
    'place-in-queue': 'queued',
    'place-in-workbin': 'workbin',
    stop: 'stopped',
  },
  stopped: {},
} as const satisfies Record<InteractionState, Partial<Record<InteractionEvent, InteractionState>>>;

/** The state after an event, or undefined when the event may not happen in that state. */
export function nextState(from: InteractionState, event: InteractionEvent): InteractionState | undefined {
  const row: Partial<Record<InteractionEvent, InteractionState>> = interactionLifecycle[from];
  return row[event];
}
