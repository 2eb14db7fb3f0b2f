import type { PoolClient } from 'pg';
import { addCounts, type Bucket, type Counts } from './tally.ts';

/** Adds counts to the buckets they belong to. Only for whoever holds the position of statistics: it reads, adds and writes. */
export async function addToBuckets(client: PoolClient, buckets: readonly Bucket[]): Promise<void> {
  if (buckets.length === 0) return;
  const keys = [
    buckets.map((bucket) => bucket.tenantId),
    buckets.map((bucket) => bucket.span),
    buckets.map((bucket) => new Date(bucket.at)),
    buckets.map((bucket) => bucket.kind),
    buckets.map((bucket) => bucket.name),
    buckets.map((bucket) => bucket.media),
  ];
  const { rows } = await client.query<{ place: string; counts: Counts }>(
    `select key.place, b.counts from unnest($1::text[], $2::int[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])
       with ordinality as key(tenant_id, span, at, kind, name, media, place)
     join statistics_buckets b using (tenant_id, span, kind, at, name, media)`,
    keys,
  );
  const before = new Map(rows.map(({ place, counts }) => [Number(place) - 1, counts]));
  await client.query(
    `insert into statistics_buckets (tenant_id, span, at, kind, name, media, counts)
     select * from unnest($1::text[], $2::int[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::jsonb[])
     on conflict (tenant_id, span, kind, at, name, media) do update set counts = excluded.counts`,
    [...keys, buckets.map(({ counts }, place) => JSON.stringify(addCounts(before.get(place) ?? {}, counts)))],
  );
}
