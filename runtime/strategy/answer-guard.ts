import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';

/** The field's autowar-detect-period: automatic answers to one address are counted over this time. */
const periodMs = 10 * 60_000;
/** Addresses a worker remembers having answered. */
const maxRemembered = 50_000;

interface Asked {
  readonly tenantId: string;
  readonly address: string;
  readonly resolve: (count: number) => void;
  readonly reject: (error: unknown) => void;
}

/** What must be known before a machine answers a mail: our own addresses, and how often the sender was answered lately. */
export class AnswerGuard {
  readonly #pool: Pool;
  #asked: Asked[] = [];
  readonly #mine = new LRUCache<string, number>({ max: maxRemembered, ttl: periodMs });
  readonly #own = new LRUCache<string, ReadonlySet<string>>({ max: 1000, ttl: 10_000 });

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Every address mail reaches the tenant by, as far as mailboxes are configured. */
  async ownAddresses(tenantId: string): Promise<ReadonlySet<string>> {
    const known = this.#own.get(tenantId);
    if (known !== undefined) return known;
    const { rows } = await this.#pool.query<{ address: string }>(
      `select lower(settings->>'address') as address from mailboxes where tenant_id = $1 and settings->>'address' is not null`,
      [tenantId],
    );
    const own = new Set(rows.map((row) => row.address));
    this.#own.set(tenantId, own);
    return own;
  }

  /** Mailboxes changed: our addresses are read anew. */
  forget(): void {
    this.#own.clear();
  }

  /** Automatic answers to the address within the period. Questions of one turn are asked of the database together. */
  answersTo(tenantId: string, address: string): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#asked.length === 0) setImmediate(() => this.#ask());
      this.#asked.push({ tenantId, address: address.toLowerCase(), resolve, reject });
    });
  }

  /** Counts an answer that is about to be committed, so that a flood within one batch is noticed too. */
  answered(tenantId: string, address: string): void {
    const key = `${tenantId} ${address.toLowerCase()}`;
    this.#mine.set(key, (this.#mine.get(key) ?? 0) + 1);
  }

  #ask(): void {
    const asked = this.#asked;
    this.#asked = [];
    this.#pool
      .query<{ tenant_id: string; address: string; answers: number }>(
        `select w.tenant_id, w.address, count(*)::int as answers
         from (select distinct * from unnest($1::text[], $2::text[]) as u(tenant_id, address)) w
         join automatic_answers a on a.tenant_id = w.tenant_id and a.address = w.address and a.at > $3 group by 1, 2`,
        [asked.map((one) => one.tenantId), asked.map((one) => one.address), new Date(Date.now() - periodMs)],
      )
      .then(
        ({ rows }) => {
          const counts = new Map(rows.map((row) => [`${row.tenant_id} ${row.address}`, row.answers]));
          for (const { tenantId, address, resolve } of asked) {
            const key = `${tenantId} ${address}`;
            resolve(Math.max(counts.get(key) ?? 0, this.#mine.get(key) ?? 0));
          }
        },
        (error: unknown) => {
          for (const { reject } of asked) reject(error);
        },
      );
  }
}
