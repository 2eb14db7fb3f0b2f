import { CodedError } from '#dsl/errors/coded-error.ts';
import { copyRows } from '../../store/copy-rows.ts';
import type { FlightTransaction } from '../../store/flight-transaction.ts';
import { sql } from '../../store/in-flight.ts';
import type { EntryRow, NewEntry } from './chat-entry.ts';

/** Entries of one session at most: beyond it somebody plays. */
const maxEntries = 20_000;

interface SessionRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly state: 'open' | 'asleep' | 'closed';
  readonly last_seq: number;
}

interface KnownRow {
  readonly session_id: string;
  readonly author: string;
  readonly client_id: string;
  readonly seq: number;
}

/** What became of an entry. */
export type Written =
  | { readonly tenantId: string; readonly seq: number; readonly rows: readonly EntryRow[] }
  | { readonly refused: CodedError };

/**
 * Writes entries of many sessions in one transaction, which it commits: each gets its session's next number, in the order given.
 * One that its author has sent before gets the number it has.
 */
export async function writeEntries(
  transaction: FlightTransaction,
  entries: readonly NewEntry[],
  now: Date,
): Promise<Written[]> {
  const ids = [...new Set(entries.map(({ sessionId }) => sessionId))];
  const [locked, known] = await transaction.send([
    sql<SessionRow>(
      'select id, tenant_id, state, last_seq::float8 as last_seq from chat_sessions where id = any($1::uuid[]) order by id for update',
      ids,
    ),
    sql<KnownRow>(
      `select m.session_id, m.author, m.client_id, m.seq::float8 as seq
       from unnest($1::uuid[], $2::text[], $3::text[]) as n(session_id, author, client_id)
       join chat_messages m on m.session_id = n.session_id and m.author = n.author and m.client_id = n.client_id`,
      entries.map(({ sessionId }) => sessionId),
      entries.map(({ author }) => author),
      entries.map(({ clientId }) => clientId),
    ),
  ]);
  const before = new Map(known.map((row) => [keyOf(row.session_id, row.author, row.client_id), row.seq]));
  const sessions = new Map(locked.map((row) => [row.id, new OpenSession(row)]));
  const written = entries.map((entry) => {
    const session = sessions.get(entry.sessionId);
    if (session === undefined) return { refused: notFound(entry.sessionId) };
    const key = keyOf(entry.sessionId, entry.author, entry.clientId);
    const seq = before.get(key);
    if (seq !== undefined) return { tenantId: session.tenantId, seq, rows: [] };
    const result = session.add(entry, now);
    if ('seq' in result) before.set(key, result.seq);
    return result;
  });
  const rows = written.flatMap((one) => ('rows' in one ? one.rows : []));
  const touched = [...sessions.values()].filter((session) => session.isTouched);
  await transaction.commit([
    ...(await copyRows(
      transaction.client,
      'chat_messages',
      rows.map((row) => ({ ...row })),
    )),
    ...(touched.length === 0 ? [] : [update(touched, now)]),
  ]);
  return written;
}

/** A locked session while entries are added to it. */
class OpenSession {
  readonly tenantId: string;
  readonly id: string;
  state: SessionRow['state'];
  seq: number;
  isTouched = false;
  isActive = false;
  closed: { readonly by: string; readonly reason: string } | undefined;
  agent: NewEntry['agent'];

  constructor(row: SessionRow) {
    this.id = row.id;
    this.tenantId = row.tenant_id;
    this.state = row.state;
    this.seq = row.last_seq;
  }

  add(entry: NewEntry, at: Date): Written {
    if (this.state === 'closed') return { refused: conflict(this.id, 'has ended') };
    if (this.seq >= maxEntries && entry.kind !== 'closed') {
      return { refused: conflict(this.id, `has its ${maxEntries} entries, which is the most`) };
    }
    const before = this.state === 'asleep' && entry.author === 'customer' && entry.kind !== 'closed';
    const rows = before ? [this.#add(awakening(entry), at)] : [];
    rows.push(this.#add(entry, at));
    return { tenantId: this.tenantId, seq: this.seq, rows };
  }

  #add(entry: NewEntry, at: Date): EntryRow {
    this.seq += 1;
    this.isTouched = true;
    this.isActive ||= entry.isSilent !== true;
    if (entry.agent !== undefined) this.agent = entry.agent;
    if (entry.kind === 'asleep') this.state = 'asleep';
    if (entry.kind === 'awake') this.state = 'open';
    if (entry.kind === 'closed') {
      this.state = 'closed';
      this.closed = { by: entry.from.kind, reason: entry.text };
    }
    const { sessionId, kind, author, from, visibility, text, clientId, file } = entry;
    return {
      session_id: sessionId,
      seq: this.seq,
      at,
      kind,
      author,
      from_kind: from.kind,
      from_name: from.name,
      visibility,
      text,
      client_id: clientId,
      facts: file === undefined ? null : { file },
    };
  }
}

/** A customer who writes to a session that sleeps wakes it. */
function awakening({ sessionId, clientId }: NewEntry): NewEntry {
  const from = { kind: 'system', name: '' } as const;
  return {
    sessionId,
    kind: 'awake',
    author: 'system',
    from,
    visibility: 'all',
    text: '',
    clientId: `awake ${clientId}`,
  };
}

function update(sessions: readonly OpenSession[], now: Date) {
  return sql(
    `update chat_sessions s set last_seq = n.seq, state = n.state,
       last_activity_at = case when n.active then $8 else s.last_activity_at end,
       alerted_at = case when n.active then null else s.alerted_at end,
       closed_at = case when n.closed_by is null then s.closed_at else $8 end,
       closed_by = coalesce(n.closed_by, s.closed_by), close_reason = coalesce(n.reason, s.close_reason),
       agent_id = case when n.agent is null then s.agent_id else n.agent->>'id' end,
       agent_name = case when n.agent is null then s.agent_name else n.agent->>'name' end
     from unnest($1::uuid[], $2::bigint[], $3::text[], $4::boolean[], $5::text[], $6::text[], $7::jsonb[])
       as n(id, seq, state, active, closed_by, reason, agent) where s.id = n.id`,
    sessions.map(({ id }) => id),
    sessions.map(({ seq }) => seq),
    sessions.map(({ state }) => state),
    sessions.map(({ isActive }) => isActive),
    sessions.map(({ closed }) => closed?.by ?? null),
    sessions.map(({ closed }) => closed?.reason ?? null),
    sessions.map(({ agent }) => (agent === undefined ? null : JSON.stringify(agent ?? {}))),
    now,
  );
}

function keyOf(sessionId: string, author: string, clientId: string): string {
  return JSON.stringify([sessionId, author, clientId]);
}

/** The refusal of a session that does not exist, or is not the asker's. */
export function notFound(id: string): CodedError<'request/not-found'> {
  return new CodedError('request/not-found', { kind: 'chat', name: id });
}

function conflict(id: string, reason: string): CodedError<'request/conflict'> {
  return new CodedError('request/conflict', { kind: 'chat', name: id, reason });
}
