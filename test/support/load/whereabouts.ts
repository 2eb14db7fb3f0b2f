import type { Pool } from 'pg';
import type { SmtpSink } from '../mail/smtp-sink.ts';

/** What is wrong with an interaction, a run or a mail; there must be none at any moment. */
type Fault = Readonly<Record<string, unknown>>;

/** Interactions that are in no place or in two, and waiting runs that nothing would ever wake. True of every moment, under load too. */
export async function misplaced(pool: Pool): Promise<Fault[]> {
  const { rows } = await pool.query<Fault>(`
    select 'interaction' as what, i.id, i.state, i.queue, i.agent_id, i.run_id, open.runs from interactions i
    cross join lateral (select count(*)::int as runs from runs r where r.interaction_id = i.id and r.state in ('running', 'waiting')) as open
    left join runs current on current.id = i.run_id and current.state in ('running', 'waiting')
    left join routing_requests request on request.interaction_id = i.id
    where open.runs > 1 or not case i.state
      when 'queued' then i.queue is not null and i.agent_id is null and i.run_id is null and open.runs = 0
        and (i.queue <> 'ErrorHeld' or i.problem is not null)
      when 'routing' then i.queue is null and i.agent_id is null and current.id is not null
      when 'inviting' then i.queue is null and i.agent_id is not null and request.agent_id = i.agent_id
      when 'handling' then i.queue is null and i.agent_id is not null and request.agent_id is null
      when 'stopped' then i.queue is null and i.stopped_at is not null and request.interaction_id is null
      else false end
    union all
    select 'run', r.id, r.state, r.queue, r.strategy, null, null from runs r
    where case r.state
      when 'running' then r.lease_until is null
      when 'waiting' then r.wake_at is null
        and not exists (select from answers a where a.run_id = r.id)
        and not exists (select from routing_requests q where q.run_id = r.id)
        and not exists (select from outbox o where o.run_id = r.id and o.state in ('pending', 'sending'))
      else false end
    limit 20`);
  return rows;
}

/** Interactions on their way: none when everything has come to rest. */
export async function moving(pool: Pool): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ place: string; count: number }>(`
    select coalesce(queue, state) as place, count(*)::int as count from interactions
    where state <> 'stopped' and queue is distinct from 'ErrorHeld' group by 1
    union all select 'run ' || state, count(*) from runs where state in ('running', 'waiting') group by 1
    union all select 'mail ' || state, count(*) from outbox where state in ('pending', 'sending') group by 1`);
  return Object.fromEntries(rows.map(({ place, count }) => [place, count]));
}

/** Customers' mails that did not become exactly one interaction with one acknowledgement. */
export async function notOnce(pool: Pool, messageIds: ReadonlySet<string>): Promise<Fault[]> {
  const { rows } = await pool.query<Fault>(
    `select w.id, count(i.id)::int as interactions, min(i.queue) as queue, min(i.problem ->> 'code') as problem,
       coalesce(sum((select count(*) from interactions a where a.parent_id = i.id and a.subtype = 'OutboundAcknowledgement')), 0)::int
         as acknowledgements,
       array(select e.kind from events e where e.interaction_id = min(i.id::text)::uuid order by e.id) as events
     from unnest($1::text[]) as w(id) left join interactions i on i.type = 'Inbound' and i.external_id = w.id
     group by w.id`,
    [[...messageIds]],
  );
  const unheard = await pool.query<Fault>(
    `select external_id, count(*)::int as interactions from interactions where type = 'Inbound' group by 1 having count(*) > 1`,
  );
  // What is held may have failed before it was acknowledged.
  const isOnce = ({ interactions, acknowledgements, queue }: Fault): boolean =>
    interactions === 1 && (acknowledgements === 1 || (acknowledgements === 0 && queue === 'ErrorHeld'));
  return [...rows.filter((row) => !isOnce(row)), ...unheard.rows];
}

/** What the customers' mail server got, held against the outbox. */
export interface SentMail {
  readonly sent: number;
  /** Went out under the same Message-ID again, and the outbox says so. */
  readonly countedTwice: number;
  /** Sent again without being counted, sent without having been committed, or said to be sent and never seen. */
  readonly faults: readonly Fault[];
}

/** Compares the mails that went out with the outbox. */
export async function compareSent(pool: Pool, sink: SmtpSink): Promise<SentMail> {
  const seen = new Map<string, number>();
  for (const { raw } of sink.mails) {
    const id = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? 'none';
    seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  const { rows } = await pool.query<{ id: string; state: string; uncertain: boolean }>(
    `select m.message_id as id, o.state, coalesce((o.outcome ->> 'uncertain')::boolean, false) as uncertain
     from outbox o join messages m on m.interaction_id = o.interaction_id`,
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const faults = [
    ...rows.filter(({ id, state }) => state === 'sent' && !seen.has(id)).map((row) => ({ ...row, seen: 0 })),
    ...[...seen].flatMap(([id, times]) => {
      const row = known.get(id);
      return row === undefined || (times > 1 && !row.uncertain) ? [{ id, seen: times, ...row }] : [];
    }),
  ];
  return { sent: seen.size, countedTwice: [...seen.values()].filter((times) => times > 1).length, faults };
}

/** Replies the API took that are not sent, or twice there. */
export async function lostReplies(pool: Pool, ids: ReadonlySet<string>): Promise<Fault[]> {
  const { rows } = await pool.query<Fault>(
    `select w.id, i.state, i.queue, i.problem, (select count(*)::int from outbox o where o.interaction_id = w.id) as mails
     from unnest($1::uuid[]) as w(id) left join interactions i on i.id = w.id
     where i.state is distinct from 'stopped' and i.queue is distinct from 'ErrorHeld'`,
    [[...ids]],
  );
  return rows;
}
