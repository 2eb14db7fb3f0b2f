import type { Pool } from 'pg';
import type { Address } from '#dsl/protocol/interactions.ts';

/** The body of an interaction, uncut: runs carry only its beginning. */
export interface WholeMessage {
  readonly subject: string;
  readonly from: Address | null;
  readonly reply_to: Address | null;
  readonly to: readonly Address[];
  readonly text: string;
  readonly html: string | null;
  /** Without what is quoted and the signature. */
  readonly reply_text: string | null;
}

/** Reads the whole body of an interaction of the tenant; undefined when it has none. */
export async function wholeMessage(
  pool: Pool,
  tenantId: string,
  interactionId: string,
): Promise<WholeMessage | undefined> {
  const { rows } = await pool.query<WholeMessage>(
    `select subject, from_address as "from", reply_to, to_addresses as "to", text, html, reply_text
     from messages where interaction_id = $1 and tenant_id = $2`,
    [interactionId, tenantId],
  );
  return rows[0];
}
