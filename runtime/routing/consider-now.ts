import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Selection } from '#dsl/model/selection.ts';
import type { Target } from '#dsl/model/target.ts';
import type { Candidates } from '#dsl/protocol/interactions.ts';
import { considerAgents } from './choose-agents.ts';
import { type Candidates as Choice, Floor } from './floor.ts';
import { loadAgents } from './load-agents.ts';
import { tellLately } from './load-lately.ts';
import { type Targetable, targetMatches } from './target-matches.ts';

/** What a page shows of them. */
const maxShown = 30;
/** People who are not logged in, looked at for whom the targets mean. */
const maxAbsent = 2000;

type Candidate = NonNullable<Candidates['waiting']>['candidates'][number];

interface RequestRow {
  readonly media: string;
  readonly targets: readonly Target[];
  readonly selection: Selection;
  readonly priority: number;
  readonly created_at: Date;
  readonly agent_id: string | null;
}

/** Who is nearest to getting it comes first. */
const nearest = [
  'next',
  'idle-shorter',
  'statistic',
  'declined',
  'no-capacity',
  'do-not-disturb',
  'not-ready',
  'absent',
];

/**
 * Whom the router has to choose from for one interaction now, and why each does not get it: by the router's own decision, made
 * for whoever asks and stored nowhere. Throws `request/not-found`.
 */
export async function considerNow(
  pool: Pool,
  asked: { readonly tenantId: string; readonly interactionId: string; readonly now: Date },
): Promise<Candidates> {
  const { tenantId, interactionId } = asked;
  const { rows } = await pool.query<RequestRow & { waits: boolean }>(
    `select r.interaction_id is not null as waits, r.media, r.targets, r.selection, r.priority, r.created_at, r.agent_id
     from interactions i left join routing_requests r on r.interaction_id = i.id where i.id = $1 and i.tenant_id = $2`,
    [interactionId, tenantId],
  );
  const [request] = rows;
  if (request === undefined) throw new CodedError('request/not-found', { kind: 'interaction', name: interactionId });
  if (!request.waits) return { waiting: null };
  const [choice, declinedBy] = [await choiceFor(pool, asked, request), await declines(pool, asked)];
  const names = new Map([...choice.meant].map(({ agent }) => [agent.id, agent.userName]));
  const all: Candidate[] = [
    ...considerAgents(choice, { declinedBy }).map(({ agent, verdict }) => ({ agent: agent.userName, verdict })),
    ...(await absentees(pool, tenantId, request)),
  ].toSorted((one, other) => nearest.indexOf(one.verdict) - nearest.indexOf(other.verdict));
  return {
    waiting: {
      since: request.created_at.toISOString(),
      invited: request.agent_id === null ? null : (names.get(request.agent_id) ?? request.agent_id),
      candidates: all.slice(0, maxShown),
      more: Math.max(0, all.length - maxShown),
    },
  };
}

async function choiceFor(
  pool: Pool,
  { tenantId, now }: { readonly tenantId: string; readonly now: Date },
  { media, targets, selection }: RequestRow,
): Promise<Choice> {
  const floor = new Floor();
  const set = { media, targets, selection, targetsKey: '' };
  for (const agent of await loadAgents(pool, tenantId)) floor.put(agent);
  await tellLately(pool, floor, { tenantId, now, sets: [set] });
  return floor.candidatesOf(set);
}

async function declines(
  pool: Pool,
  { interactionId, now }: { readonly interactionId: string; readonly now: Date },
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ agent_id: string }>(
    'select agent_id from declines where interaction_id = $1 and until > $2',
    [interactionId, now],
  );
  return new Set(rows.map((row) => row.agent_id));
}

/** Agents whom the targets mean and who are not logged in for the media type. */
async function absentees(pool: Pool, tenantId: string, { media, targets }: RequestRow): Promise<Candidate[]> {
  const { rows } = await pool.query<Omit<Targetable, 'groups'> & { groups: readonly string[] }>(
    `select a.id, a.user_name as "userName", a.skills,
       array(select g.group_name from agent_group_members g where g.agent_id = a.id) as groups
     from agents a where a.tenant_id = $1 and a.enabled and a.capacity ? $2
       and not exists (select from agent_media m where m.agent_id = a.id and m.media = $2)
     order by a.user_name limit ${maxAbsent}`,
    [tenantId, media],
  );
  return rows
    .filter((agent) => targets.some((target) => targetMatches(target, { ...agent, groups: new Set(agent.groups) })))
    .map(({ userName }) => ({ agent: userName, verdict: 'absent' }));
}
