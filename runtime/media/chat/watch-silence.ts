import type { Pool } from 'pg';
import type { ChatSettings } from '#dsl/protocol/chat.ts';
import type { NewEntry } from './chat-entry.ts';
import type { ChatLog } from './chat-log.ts';

interface DueRow {
  readonly id: string;
  readonly last_seq: number;
  readonly last_activity_at: Date;
  readonly alerted_at: Date | null;
  readonly rules: ChatSettings;
  readonly has_agent: boolean;
}

/** More come with the next look. */
const maxAtOnce = 500;

/** Warns in sessions that have been silent, and ends those that stay so. Sessions without an agent yet wait for us, not for the customer: they are left alone unless they sleep. */
export async function watchSilence(pool: Pool, log: ChatLog, now: Date): Promise<void> {
  const { rows } = await pool.query<DueRow>(
    `select id, last_seq::float8 as last_seq, last_activity_at, alerted_at, rules, agent_id is not null as has_agent
     from chat_sessions where due_at <= $1 and state <> 'closed' order by due_at limit ${maxAtOnce}`,
    [now],
  );
  for (const row of rows) {
    const { alert, close } = limitsOf(row.rules);
    const since = row.alerted_at ?? row.last_activity_at;
    const limit = row.alerted_at === null ? alert : close;
    const isLate = limit > 0 && now.getTime() >= since.getTime() + limit * 1000;
    const isOurTurn = !row.has_agent && !row.rules.asynchronous;
    if (isLate && !isOurTurn) {
      await log.write(entryOf(row)).catch(() => undefined);
      await pool.query(
        'update chat_sessions set alerted_at = case when $3 then $2 else alerted_at end, due_at = $4 where id = $1',
        [row.id, now, row.alerted_at === null, after(now, row.alerted_at === null ? close : 0)],
      );
    } else {
      const again = isOurTurn ? after(now, alert) : after(since, limit);
      await pool.query('update chat_sessions set due_at = $2 where id = $1', [row.id, again]);
    }
  }
}

function limitsOf(rules: ChatSettings): { readonly alert: number; readonly close: number } {
  return rules.asynchronous
    ? { alert: rules.sleepAlertSeconds, close: rules.sleepCloseSeconds }
    : { alert: rules.alertSeconds, close: rules.closeSeconds };
}

function after(time: Date, seconds: number): Date | 'infinity' {
  return seconds === 0 ? 'infinity' : new Date(time.getTime() + seconds * 1000);
}

function entryOf({ id, last_seq: seq, alerted_at: alertedAt, rules }: DueRow): NewEntry {
  const isAlert = alertedAt === null;
  return {
    sessionId: id,
    kind: isAlert ? 'alert' : 'closed',
    author: 'system',
    from: { kind: 'system', name: '' },
    visibility: 'all',
    text: isAlert ? rules.alertText : rules.closeText,
    // Several processes that look at the same silence write it once.
    clientId: `silence ${isAlert ? seq : `end ${seq}`}`,
    isSilent: true,
  };
}
