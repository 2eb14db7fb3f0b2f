import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { SecretBox } from '../tenant/secret-box.ts';

/** What posting needs. */
export interface WebhookDeps {
  readonly pool: Pool;
  readonly box: SecretBox;
  readonly log: Pick<Logger, 'warn'>;
  /** Hosts that may be posted to although their address is private. */
  readonly allowedHosts: readonly string[];
  readonly now: () => Date;
}

/** A webhook whose turn it is. */
export interface DueWebhook {
  readonly tenantId: string;
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly enabled: boolean;
  readonly secret: Buffer;
  readonly xid: string;
  readonly id: string;
  readonly isTest: boolean;
}
