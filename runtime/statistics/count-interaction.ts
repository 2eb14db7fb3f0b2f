import { revocations } from '#dsl/lifecycle/revocation.ts';
import { thresholdOf } from '#dsl/protocol/statistics.ts';
import { factOf, type LoggedEvent } from './logged-event.ts';
import type { Counts, StatisticsKind, Tally } from './tally.ts';

/** What is remembered of an interaction from one event to the next. Times are Unix milliseconds. */
export interface InteractionMemory {
  /** Queue or workbin it is in. */
  queue?: { readonly name: string; readonly placedAt: number };
  /** Where it was last, since when it counts as waiting there; coming back to the same queue does not begin anew. */
  from?: { readonly name: string; readonly enteredAt: number };
  /** The strategy that has it. */
  strategy?: { readonly name: string; readonly since: number };
  /** The agent it is offered to. */
  invited?: string;
  /** The agent who handles it. */
  agent?: { readonly name: string; readonly since: number };
  /** Some agent has had it. */
  wasAccepted?: boolean;
  isStopped?: boolean;
}

/** Counts what an event means for the queue, strategy, agent and medium of its interaction, and keeps in mind what the next one needs. */
export function countInteraction(tally: Tally, event: LoggedEvent, memory: InteractionMemory): void {
  new Counting(tally, event, memory).count();
}

class Counting {
  readonly #tally: Tally;
  readonly #event: LoggedEvent;
  readonly #memory: InteractionMemory;

  constructor(tally: Tally, event: LoggedEvent, memory: InteractionMemory) {
    this.#tally = tally;
    this.#event = event;
    this.#memory = memory;
  }

  count(): void {
    const { kind, party, media } = this.#event;
    if (kind === 'InteractionSubmitted') {
      this.#add('media', media, { submitted: 1 });
      if (party?.kind === 'agent') this.#add('agent', party.name, { sent: 1 });
    } else if (kind === 'PlacedInQueue') this.#place(factOf(this.#event, 'queue'));
    else if (kind === 'PlacedInWorkbin') this.#place(factOf(this.#event, 'workbin'));
    else if (kind === 'TakenFromQueue' || kind === 'TakenFromWorkbin') this.#take();
    else if (kind === 'AgentInvited') this.#invite();
    else if (kind === 'Rejected' || kind === 'Revoked') this.#revoke();
    else if (kind === 'PartyAdded' && party?.kind === 'agent') this.#accept(party.name);
    else if (kind === 'PartyRemoved') this.#leave();
    else if (kind === 'Transferred' && party?.kind === 'agent') this.#add('agent', party.name, { transferred: 1 });
    else if (kind === 'ProcessingStopped') this.#stop();
  }

  #place(name: string): void {
    const { at, facts } = this.#event;
    const memory = this.#memory;
    const failed: Counts = 'problem' in facts ? { errors: 1 } : {};
    if (failed['errors'] !== undefined && this.#event.party?.kind === 'strategy')
      this.#add('strategy', this.#event.party.name, failed);
    this.#leaveQueue({});
    this.#leaveStrategy();
    this.#add('queue', name, { entered: 1, ...failed });
    memory.queue = { name, placedAt: at };
    memory.from = memory.from?.name === name ? memory.from : { name, enteredAt: at };
  }

  #take(): void {
    const { at, party } = this.#event;
    this.#leaveQueue({ distributed: 1 });
    if (party?.kind !== 'strategy') return;
    this.#add('strategy', party.name, { taken: 1 });
    this.#memory.strategy = { name: party.name, since: at };
  }

  #invite(): void {
    const agent = factOf(this.#event, 'agent');
    this.#add('agent', agent, { invited: 1 });
    this.#memory.invited = agent;
  }

  /** Only an offer can be rejected or missed; what an agent had already, log-out takes back. */
  #revoke(): void {
    const { kind } = this.#event;
    const { invited, from } = this.#memory;
    if (invited === undefined) return;
    const way =
      kind === 'Rejected'
        ? 'rejected'
        : factOf(this.#event, 'reason') === revocations.missed.reason
          ? 'missed'
          : 'withdrawn';
    this.#add('agent', invited, { [way]: 1 });
    if (from !== undefined) this.#add('queue', from.name, { [way]: 1 });
    delete this.#memory.invited;
  }

  #accept(agent: string): void {
    const { at, media } = this.#event;
    const memory = this.#memory;
    const isFirst = memory.wasAccepted !== true;
    this.#add('agent', agent, memory.invited === undefined ? { pulled: 1 } : { accepted: 1 });
    if (isFirst) this.#add('media', media, { accepted: 1 });
    if (memory.from !== undefined) {
      const waited = Math.max(0, at - memory.from.enteredAt);
      const answered: Counts = { accepted: 1, answerMs: waited, answerMsMax: waited, [thresholdOf(waited)]: 1 };
      this.#add('queue', memory.from.name, answered);
    }
    delete memory.invited;
    memory.wasAccepted = true;
    memory.agent = { name: agent, since: at };
  }

  #leave(): void {
    const { party, at } = this.#event;
    const { agent, strategy } = this.#memory;
    if (party?.kind === 'strategy' && strategy?.name === party.name) this.#leaveStrategy();
    if (party?.kind !== 'agent' || agent?.name !== party.name) return;
    const lasted = Math.max(0, at - agent.since);
    const counts = { handled: 1, handlingMs: lasted, handlingMsMax: lasted };
    this.#add('agent', agent.name, counts);
    if (this.#memory.from !== undefined) this.#add('queue', this.#memory.from.name, counts);
    delete this.#memory.agent;
  }

  #stop(): void {
    const { party, media } = this.#event;
    const memory = this.#memory;
    if (memory.isStopped === true) return;
    const isAbandoned = media === 'chat' && memory.wasAccepted !== true;
    const counts: Counts = isAbandoned ? { stopped: 1, abandoned: 1 } : { stopped: 1 };
    this.#add('media', media, counts);
    if (memory.from !== undefined) this.#add('queue', memory.from.name, counts);
    if (party?.kind === 'agent' || party?.kind === 'strategy') this.#add(party.kind, party.name, { stopped: 1 });
    this.#leaveQueue({});
    this.#leaveStrategy();
    memory.isStopped = true;
  }

  #leaveQueue(also: Counts): void {
    const { queue } = this.#memory;
    if (queue === undefined) return;
    const waited = Math.max(0, this.#event.at - queue.placedAt);
    this.#add('queue', queue.name, { ...also, left: 1, waitMs: waited, waitMsMax: waited });
    delete this.#memory.queue;
  }

  #leaveStrategy(): void {
    const { strategy } = this.#memory;
    if (strategy === undefined) return;
    const lasted = Math.max(0, this.#event.at - strategy.since);
    this.#add('strategy', strategy.name, { ended: 1, runMs: lasted, runMsMax: lasted });
    delete this.#memory.strategy;
  }

  #add(kind: StatisticsKind, name: string, counts: Counts): void {
    const { tenantId, media, at } = this.#event;
    this.#tally.count({ tenantId, kind, name, media }, at, counts);
  }
}
