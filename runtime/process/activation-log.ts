import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Activation, loggedActivationSchema } from '#dsl/protocol/versions.ts';

type LoggedActivation = z.infer<typeof loggedActivationSchema>;

/** Lines that one look at the log shows at most. */
const longest = 200;

const columns = `version, kind, message, activated_by as "activatedBy", approved_by as "approvedBy", activated_at as "activatedAt"`;

/** What became of the versions of a process, newest first. */
export async function listActivations(pool: Pool, tenantId: string, process: string): Promise<Activation[]> {
  const { rows } = await pool.query<Omit<Activation, 'activatedAt'> & { activatedAt: Date }>(
    `select ${columns} from activations where tenant_id = $1 and process = $2 order by id desc limit ${longest}`,
    [tenantId, process],
  );
  return rows.map((row) => ({ ...row, activatedAt: row.activatedAt.toISOString() }));
}

/** The same for all processes of a tenant. */
export async function listAllActivations(pool: Pool, tenantId: string): Promise<LoggedActivation[]> {
  const { rows } = await pool.query<Omit<LoggedActivation, 'activatedAt'> & { activatedAt: Date }>(
    `select id, process, ${columns} from activations where tenant_id = $1 order by activations.id desc limit ${longest}`,
    [tenantId],
  );
  return rows.map((row) => ({ ...row, activatedAt: row.activatedAt.toISOString() }));
}
