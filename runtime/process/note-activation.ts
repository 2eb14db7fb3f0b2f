import type { PoolClient } from 'pg';
import type { Activation } from '#dsl/protocol/versions.ts';
import type { Editing } from './editing.ts';

/** A line of the activation log. */
export interface NotedActivation {
  /** Null where the process went out of service. */
  readonly version: number | null;
  readonly kind: Activation['kind'];
  readonly message: string;
  /** Who asked for it; null when nobody is known any more. */
  readonly activatedBy: string | null;
  readonly approvedBy?: string | undefined;
}

/** Writes into the activation log what became of a version. */
export async function noteActivation(
  client: PoolClient,
  { tenantId, name }: Pick<Editing, 'tenantId' | 'name'>,
  { version, kind, message, activatedBy, approvedBy }: NotedActivation,
): Promise<void> {
  await client.query(
    `insert into activations (tenant_id, process, version, activated_by, kind, message, approved_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tenantId, name, version, activatedBy, kind, message, approvedBy ?? null],
  );
}
