import type { InteractionLogEvent } from '#dsl/protocol/interactions.ts';
import { trace as t } from '../kit/messages/en/trace.ts';

/** An entry of the event log in words. */
export interface DescribedEvent {
  readonly title: string;
  /** To whom, where or why; empty when the title says all. */
  readonly detail: string;
}

/** The facts that say most about an event; the first that is there is shown. */
const telling: Readonly<Record<string, readonly string[]>> = {
  InteractionSubmitted: ['endpoint'],
  PlacedInQueue: ['queue'],
  TakenFromQueue: ['queue'],
  PlacedInWorkbin: ['workbin'],
  TakenFromWorkbin: ['workbin'],
  Transferred: ['note'],
  AgentInvited: ['agent'],
  ProcessingStopped: ['disposition', 'reason'],
  Held: ['message', 'reason'],
};

/** Reads an event for the timeline; kinds this version does not know are shown by their own names. */
export function describeEvent({ kind, party, facts }: InteractionLogEvent): DescribedEvent {
  const title = t.event[kind] ?? kind.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  const told = (telling[kind] ?? ['reason']).map((name) => facts[name]).find((value) => typeof value === 'string');
  const who = party === null ? undefined : party.name;
  const isAbout = kind === 'PartyAdded' || kind === 'PartyRemoved';
  const parts = isAbout ? [who, told] : [told, who !== undefined && who !== told ? t.by(who) : undefined];
  return { title, detail: parts.filter((part) => part !== undefined && part !== '').join(' · ') };
}
