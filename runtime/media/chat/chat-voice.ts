import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { ChatParty } from '#dsl/protocol/chat.ts';
import { holdsRole, type Principal } from '../../tenant/principal.ts';
import type { CustomerSession } from './session-token.ts';
import { notFound } from './write-entries.ts';

/** Somebody in a session, and what they may do there. */
export interface ChatVoice {
  readonly sessionId: string;
  readonly tenantId: string;
  readonly author: string;
  readonly from: ChatParty;
  /** Inside the company: sees what is for agents only. */
  readonly isInside: boolean;
  /** To whom they may speak. */
  readonly maySay: readonly ('all' | 'agents')[];
  /** May end the session, or put it to sleep. */
  readonly hasIt: boolean;
}

/** The customer of a session. */
export function customerVoice({ id, tenantId, customerName }: CustomerSession): ChatVoice {
  return {
    sessionId: id,
    tenantId,
    author: 'customer',
    from: { kind: 'customer', name: customerName },
    isInside: false,
    maySay: ['all'],
    hasIt: true,
  };
}

interface SightRow {
  readonly tenant_id: string;
  readonly is_mine: boolean;
  readonly was_mine: boolean;
  readonly mode: 'monitor' | 'coach' | 'barge' | null;
}

/**
 * What somebody inside may do in a session: the agent who has it speaks to everybody; supervisors read, and speak as they have
 * chosen to take part; an agent who had it last reads. Throws `request/not-found`, also for other tenants, and `request/forbidden`.
 */
export async function insideVoice(pool: Pool, who: Principal, sessionId: string): Promise<ChatVoice> {
  const { rows } = await pool.query<SightRow>(
    `select s.tenant_id, coalesce(i.state = 'handling' and i.agent_id = $2, false) as is_mine,
       coalesce(i.agent_id = $2 and i.state <> 'inviting', false) as was_mine, w.mode
     from chat_sessions s join interactions i on i.id = s.id
     left join chat_watchers w on w.session_id = s.id and w.person_id = $2
     where s.id = $1 and s.tenant_id = $3`,
    [sessionId, who.id, who.tenantId],
  );
  const [row] = rows;
  if (row === undefined) throw notFound(sessionId);
  const voice = { sessionId, tenantId: row.tenant_id, isInside: true };
  const name = who.name.split(' ')[0] || who.userName;
  if (row.is_mine && who.kind === 'person') {
    const from = { kind: 'agent', name } as const;
    return { ...voice, author: `agent ${who.id}`, from, maySay: ['all', 'agents'], hasIt: true };
  }
  const isSupervisor = holdsRole(who.roles, ['supervisor']);
  if (!isSupervisor && !row.was_mine) {
    throw new CodedError('request/forbidden', { action: 'read a chat of somebody else', role: who.roles.join(', ') });
  }
  const from = { kind: isSupervisor ? 'supervisor' : 'agent', name } as const;
  const maySay = isSupervisor ? mayByMode[row.mode ?? 'monitor'] : [];
  return { ...voice, author: `agent ${who.id}`, from, maySay, hasIt: false };
}

const mayByMode = { monitor: [], coach: ['agents'], barge: ['all', 'agents'] } as const;
