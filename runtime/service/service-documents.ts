import type { Pool } from 'pg';
import { type DataSource, dataSourceSchema } from '#dsl/model/data-source.ts';
import { type ExternalService, externalServiceSchema } from '#dsl/model/external-service.ts';
import type { SecretBox } from '#runtime/tenant/secret-box.ts';
import { readSecret, type UsableSecret } from '#runtime/tenant/secrets.ts';

/** What calls of services read of the tenant: always as it is now, since a call goes over a network anyway. */
export class ServiceDocuments {
  readonly #pool: Pool;
  readonly #box: SecretBox;

  constructor(pool: Pool, box: SecretBox) {
    this.#pool = pool;
    this.#box = box;
  }

  /** A data source, or undefined when there is none of that name. */
  async dataSource(tenantId: string, name: string): Promise<DataSource | undefined> {
    const document = await this.#read('data_sources', tenantId, name);
    return document === undefined ? undefined : dataSourceSchema.parse(document);
  }

  /** An external service, or undefined when there is none of that name. */
  async externalService(tenantId: string, name: string): Promise<ExternalService | undefined> {
    const document = await this.#read('external_services', tenantId, name);
    return document === undefined ? undefined : externalServiceSchema.parse(document);
  }

  /** A secret with its value. */
  secret(tenantId: string, name: string): Promise<UsableSecret | undefined> {
    return readSecret(this.#pool, this.#box, tenantId, name);
  }

  async #read(table: 'data_sources' | 'external_services', tenantId: string, name: string): Promise<unknown> {
    const { rows } = await this.#pool.query<{ document: unknown }>(
      `select document from ${table} where tenant_id = $1 and name = $2`,
      [tenantId, name],
    );
    return rows[0]?.document;
  }
}
