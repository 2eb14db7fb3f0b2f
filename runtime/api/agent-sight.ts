import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { ownersOfAgent } from '#runtime/interaction/workbin-owner.ts';
import { holdsRole, type Principal } from '#runtime/tenant/principal.ts';

/** What somebody wants to read: an interaction, or all of a contact or a thread. */
export type Sight =
  | { readonly interactionId: string }
  | { readonly contactId: string }
  | { readonly threadId: string }
  | undefined;

/** Workbins of the agent and their groups. */
const owners = ownersOfAgent('$2');

/** The interactions that an agent has now, workbins included: partial indexes answer for them. */
const mine = `select from interactions m where (m.agent_id = $2 and m.state in ('inviting', 'handling', 'workbin')
  or m.state = 'workbin' and m.workbin_owner in (${owners}))`;

/**
 * Lets designers and supervisors read everything of their tenant, and agents what concerns their own work: what is or was
 * theirs, and the threads and contacts of what they have now. Throws `request/forbidden`.
 */
export async function checkSight(pool: Pool, who: Principal, sight: Sight): Promise<void> {
  if (holdsRole(who.roles, ['designer', 'supervisor'])) return;
  if (who.kind === 'person' && sight !== undefined && (await isInSight(pool, who.id, sight))) return;
  throw new CodedError('request/forbidden', {
    action: 'read interactions other than their own and those of contacts they serve now',
    role: who.kind === 'person' ? who.roles.join(', ') : 'program',
  });
}

async function isInSight(pool: Pool, agentId: string, sight: NonNullable<Sight>): Promise<boolean> {
  const [condition, id] =
    'contactId' in sight
      ? [`exists (${mine} and m.contact_id = $1)`, sight.contactId]
      : 'threadId' in sight
        ? [`exists (${mine} and m.thread_id = $1)`, sight.threadId]
        : [
            `exists (select from interactions t where t.id = $1 and (t.agent_id = $2 or t.state = 'workbin' and t.workbin_owner in (${owners})
               or exists (${mine} and (m.thread_id = t.thread_id or m.contact_id = t.contact_id))
               or exists (select from interactions w where w.thread_id = t.thread_id and w.agent_id = $2)))`,
            sight.interactionId,
          ];
  const { rows } = await pool.query<{ seen: boolean }>(`select ${condition} as seen`, [id, agentId]);
  return rows[0]?.seen === true;
}
