import { revocations } from '#dsl/lifecycle/revocation.ts';

/** An entry of the event log, with the medium of its interaction, as the database has it. */
export interface Entry {
  readonly interaction_id: string | null;
  readonly media: string | null;
  readonly at: Date;
  readonly kind: string;
  readonly party: { readonly kind: string; readonly name: string };
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Something that happened to an object, or how long something took; `until` is given for what lasted and is to be divided among spans. */
interface Fact {
  readonly of: string;
  readonly what: string;
  readonly at: number;
  readonly value: number;
  readonly until?: number;
}

/**
 * What statistics should have counted, worked out anew from the whole event log: each interaction's story is read from its beginning,
 * each agent's day is cut into stretches, and then every span of minutes is asked what falls into it. By `span kind name media at count`.
 */
export function recount(entries: readonly Entry[]): Record<string, number> {
  const facts: Fact[] = [];
  const stories = Map.groupBy(
    entries.filter(({ interaction_id: id }) => id !== null),
    ({ interaction_id: id }) => id,
  );
  for (const story of stories.values()) facts.push(...factsOfStory(story));
  const agents = new Set(entries.flatMap(({ facts: { agent } }) => (typeof agent === 'string' ? [agent] : [])));
  for (const agent of agents) facts.push(...stretchesOf(agent, entries));
  const sums: Record<string, number> = {};
  for (const fact of facts) for (const span of [1, 15]) enter(sums, fact, span * 60_000);
  return sums;
}

function enter(sums: Record<string, number>, { of, what, at, value, until }: Fact, length: number): void {
  const put = (start: number, amount: number): void => {
    const key = `${length / 60_000} ${of} ${new Date(start).toISOString()} ${what}`;
    sums[key] = what.endsWith('Max') ? Math.max(sums[key] ?? 0, amount) : (sums[key] ?? 0) + amount;
  };
  if (until === undefined) return put(at - (at % length), value);
  for (let start = at - (at % length); start < until; start += length) {
    const overlap = Math.min(until, start + length) - Math.max(at, start);
    if (overlap > 0) put(start, overlap);
  }
}

/** Pairs what begins with what ends it, within the story of one interaction. */
function factsOfStory(story: readonly Entry[]): Fact[] {
  const media = story[0]?.media ?? '';
  const facts: Fact[] = [];
  const say = (entry: Entry, of: string, ...what: string[]): void => {
    for (const each of what) facts.push({ of: `${of} ${media}`, what: each, at: entry.at.getTime(), value: 1 });
  };
  const took = (entry: Entry, of: string, what: string, since: Entry): void => {
    const value = Math.max(0, entry.at.getTime() - since.at.getTime());
    for (const each of [what, `${what}Max`])
      facts.push({ of: `${of} ${media}`, what: each, at: entry.at.getTime(), value });
  };
  const queueAt = (index: number): string | undefined => {
    const placed = story.slice(0, index).findLast(({ kind }) => kind.startsWith('Placed'));
    const name = placed?.facts['queue'] ?? placed?.facts['workbin'];
    return typeof name === 'string' ? `queue ${name}` : undefined;
  };
  const ends = (kinds: string[], after: number): number => {
    const index = story.findIndex((entry, at) => at > after && kinds.some((kind) => entry.kind.startsWith(kind)));
    return index === -1 ? story.length : index;
  };
  for (const [index, entry] of story.entries()) {
    const queue = queueAt(index);
    const { kind, party } = entry;
    const offered = story
      .slice(0, index)
      .findLast(
        (one) =>
          ['AgentInvited', 'PartyAdded', 'Rejected', 'Revoked'].includes(one.kind) && one.party.kind !== 'strategy',
      );
    if (kind === 'InteractionSubmitted') say(entry, `media ${media}`, 'submitted');
    if (kind === 'InteractionSubmitted' && party.kind === 'agent') say(entry, `agent ${party.name}`, 'sent');
    if (kind.startsWith('Placed')) {
      const here = `queue ${String(entry.facts['queue'] ?? entry.facts['workbin'])}`;
      say(entry, here, 'entered');
      if ('problem' in entry.facts) {
        say(entry, here, 'errors');
        if (party.kind === 'strategy') say(entry, `strategy ${party.name}`, 'errors');
      }
      const end = story[ends(['Placed', 'Taken', 'ProcessingStopped'], index)];
      if (end !== undefined) {
        say(end, here, 'left', ...(end.kind.startsWith('Taken') ? ['distributed'] : []));
        took(end, here, 'waitMs', entry);
      }
    }
    if (kind.startsWith('Taken') && party.kind === 'strategy') {
      say(entry, `strategy ${party.name}`, 'taken');
      const end = story.find(
        (one, at) =>
          at > index &&
          ((one.kind === 'PartyRemoved' && one.party.kind === 'strategy') ||
            one.kind.startsWith('Placed') ||
            one.kind === 'ProcessingStopped'),
      );
      if (end !== undefined) {
        say(end, `strategy ${party.name}`, 'ended');
        took(end, `strategy ${party.name}`, 'runMs', entry);
      }
    }
    if (kind === 'AgentInvited') say(entry, `agent ${party.name}`, 'invited');
    if ((kind === 'Rejected' || kind === 'Revoked') && offered?.kind === 'AgentInvited') {
      const way =
        kind === 'Rejected' ? 'rejected' : entry.facts['reason'] === revocations.missed.reason ? 'missed' : 'withdrawn';
      say(entry, `agent ${offered.party.name}`, way);
      if (queue !== undefined) say(entry, queue, way);
    }
    if (kind === 'PartyAdded' && party.kind === 'agent') {
      say(entry, `agent ${party.name}`, offered?.kind === 'AgentInvited' ? 'accepted' : 'pulled');
      const isFirst = !story.slice(0, index).some((one) => one.kind === 'PartyAdded' && one.party.kind === 'agent');
      if (isFirst) say(entry, `media ${media}`, 'accepted');
      if (queue !== undefined) {
        const entered = story[firstStay(story, index)];
        if (entered === undefined) throw new Error('a queue without a placement');
        say(entry, queue, 'accepted', withinOf(entry.at.getTime() - entered.at.getTime()));
        took(entry, queue, 'answerMs', entered);
      }
    }
    if (kind === 'PartyRemoved' && party.kind === 'agent') {
      const began = story.slice(0, index).findLast((one) => one.kind === 'PartyAdded' && one.party.name === party.name);
      for (const of of began === undefined ? [] : [`agent ${party.name}`, ...(queue === undefined ? [] : [queue])]) {
        say(entry, of, 'handled');
        if (began !== undefined) took(entry, of, 'handlingMs', began);
      }
    }
    if (kind === 'Transferred') say(entry, `agent ${party.name}`, 'transferred');
    if (kind === 'ProcessingStopped') {
      const isLost = media === 'chat' && !story.some((one) => one.kind === 'PartyAdded' && one.party.kind === 'agent');
      const what = ['stopped', ...(isLost ? ['abandoned'] : [])];
      say(entry, `media ${media}`, ...what);
      if (queue !== undefined) say(entry, queue, ...what);
      if (party.kind !== 'supervisor') say(entry, `${party.kind} ${party.name}`, 'stopped');
    }
  }
  return facts;
}

/** Where the interaction's last stays in one and the same queue began. */
function firstStay(story: readonly Entry[], before: number): number {
  const stays = [...story.entries()]
    .filter(([index, { kind }]) => index < before && kind.startsWith('Placed'))
    .reverse();
  const name = ([, { facts }]: (typeof stays)[number]): unknown => facts['queue'] ?? facts['workbin'];
  let first = stays[0];
  for (const stay of stays) {
    if (first === undefined || name(stay) !== name(first)) break;
    first = stay;
  }
  return first?.[0] ?? -1;
}

function withinOf(ms: number): string {
  for (const seconds of [10, 20, 30, 60, 120, 300, 600, 1800, 3600, 14_400, 28_800, 86_400])
    if (Math.max(0, ms) <= seconds * 1000) return `within${seconds}`;
  return 'withinMore';
}

/** The agent's day, cut where it changes; a moment that the log had passed already counts as the latest one. */
function stretchesOf(agent: string, entries: readonly Entry[]): Fact[] {
  const isMine = ({ kind, party, facts }: Entry): boolean =>
    kind !== 'AgentInvited' &&
    (facts['agent'] === agent || (kind.startsWith('Party') && party.kind === 'agent' && party.name === agent));
  const mine = entries.filter(isMine);
  const facts: Fact[] = [];
  const media = new Set(mine.map((entry) => (entry.kind.startsWith('Party') ? entry.media : entry.facts['media'])));
  for (const medium of media) {
    if (typeof medium !== 'string') continue;
    let [login, calm, ready, hand, known, since] = [false, true, false, 0, false, 0];
    for (const entry of mine) {
      const at = Math.max(since, entry.at.getTime());
      const what =
        hand > 0 ? 'handlingTimeMs' : !known || !login ? undefined : ready && calm ? 'readyTimeMs' : 'notReadyTimeMs';
      if (what !== undefined) facts.push({ of: `agent ${agent} ${medium}`, what, at: since, until: at, value: 0 });
      since = known ? at : since;
      if (entry.kind === 'AgentLogin') [login, calm] = [true, true];
      if (entry.kind === 'AgentLogout') [login, calm, known] = [false, true, hand > 0];
      if (entry.kind.startsWith('DoNotDisturb')) calm = entry.kind === 'DoNotDisturbOff';
      if (entry.facts['media'] !== medium && !(entry.kind.startsWith('Party') && entry.media === medium)) continue;
      if (!known) [since, ready, hand] = [entry.at.getTime(), false, 0];
      known = true;
      if (entry.kind === 'PartyAdded') hand += 1;
      if (entry.kind === 'PartyRemoved') hand = Math.max(0, hand - 1);
      if (entry.kind.endsWith('ForMedia') || entry.kind === 'MediaAdded') ready = entry.kind === 'ReadyForMedia';
    }
  }
  let login: number | undefined;
  for (const { kind, at } of mine) {
    if (kind === 'AgentLogin') login = at.getTime();
    if (kind !== 'AgentLogout' || login === undefined) continue;
    facts.push({ of: `agent ${agent} `, what: 'loggedInTimeMs', at: login, until: at.getTime(), value: 0 });
    login = undefined;
  }
  return facts;
}
