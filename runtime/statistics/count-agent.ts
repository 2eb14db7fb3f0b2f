import { factOf, type LoggedEvent } from './logged-event.ts';
import type { Tally } from './tally.ts';

/** What is remembered of an agent who is logged in. Times are Unix milliseconds. */
export interface AgentMemory {
  loggedInAt?: number;
  doNotDisturb?: boolean;
  /** By medium they are logged in for, or have something of. */
  media: Record<string, MediaMemory>;
}

/** What is remembered of one medium of an agent. */
export interface MediaMemory {
  isReady: boolean;
  /** Interactions in hand. */
  inHand: number;
  /** Since when neither of the two has changed what the time counts as. */
  since: number;
}

/** What an agent's time with a medium counts as: with something in hand, waiting for it, or neither. */
export type TimeName = 'handlingTimeMs' | 'readyTimeMs' | 'notReadyTimeMs';

/** What the time of a medium counts as now; undefined for one that the agent is not logged in for and has nothing of. */
export function timeNameOf(memory: AgentMemory, media: string): TimeName | undefined {
  const state = memory.media[media];
  if (state === undefined) return undefined;
  if (state.inHand > 0) return 'handlingTimeMs';
  if (memory.loggedInAt === undefined) return undefined;
  return state.isReady && memory.doNotDisturb !== true ? 'readyTimeMs' : 'notReadyTimeMs';
}

/** The agent whose time an event may divide, by user name. */
export function agentOf({ kind, party, facts }: LoggedEvent): string | undefined {
  if (typeof facts['agent'] === 'string' && kind !== 'AgentInvited') return facts['agent'];
  const isParty = party?.kind === 'agent' && (kind === 'PartyAdded' || kind === 'PartyRemoved');
  return isParty ? party.name : undefined;
}

/** Counts the time that an event ends, and keeps in mind what begins. */
export function countAgent(tally: Tally, event: LoggedEvent, memory: AgentMemory, agent: string): void {
  const { tenantId, at, kind } = event;
  const of = { tenantId, kind: 'agent', name: agent } as const;
  for (const [media, state] of Object.entries(memory.media)) {
    const name = timeNameOf(memory, media);
    if (name !== undefined) tally.spread({ ...of, media }, name, state.since, at);
    // an event may be committed after a later one: no moment is counted twice
    state.since = Math.max(state.since, at);
  }
  if (kind === 'AgentLogin') {
    memory.loggedInAt = at;
    delete memory.doNotDisturb;
  }
  if (kind === 'AgentLogout') logOut(tally, event, memory, agent);
  if (kind === 'DoNotDisturbOn') memory.doNotDisturb = true;
  if (kind === 'DoNotDisturbOff') delete memory.doNotDisturb;
  changeMedia(event, memory);
}

function changeMedia(event: LoggedEvent, memory: AgentMemory): void {
  const { kind, at } = event;
  const isAboutHand = kind === 'PartyAdded' || kind === 'PartyRemoved';
  const media = isAboutHand ? event.media : factOf(event, 'media');
  if (media === '' || !mediaKinds.has(kind)) return;
  const state = (memory.media[media] ??= { isReady: false, inHand: 0, since: at });
  if (kind === 'ReadyForMedia') state.isReady = true;
  if (kind === 'NotReadyForMedia' || kind === 'MediaAdded') state.isReady = false;
  if (kind === 'PartyAdded') state.inHand += 1;
  if (kind === 'PartyRemoved') state.inHand = Math.max(0, state.inHand - 1);
}

const mediaKinds = new Set(['MediaAdded', 'ReadyForMedia', 'NotReadyForMedia', 'PartyAdded', 'PartyRemoved']);

function logOut(tally: Tally, { tenantId, at }: LoggedEvent, memory: AgentMemory, agent: string): void {
  if (memory.loggedInAt !== undefined)
    tally.spread({ tenantId, kind: 'agent', name: agent, media: '' }, 'loggedInTimeMs', memory.loggedInAt, at);
  delete memory.loggedInAt;
  delete memory.doNotDisturb;
  for (const [media, state] of Object.entries(memory.media)) if (state.inHand === 0) delete memory.media[media];
}
