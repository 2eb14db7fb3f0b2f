import { expect, test } from 'vitest';
import type { Cursor } from './contract.ts';
import { xSource } from './x-source.ts';

const newest = 1000;
const pageSize = 100;

/** X with posts 1 to 1000, the newest first, a hundred on a page. */
const source = xSource({ url: 'https://api.x.example', account: '7', watch: 'mentions' }, ({ url }) => {
  const of = (name: string, otherwise: number): number => Number(url.searchParams.get(name) ?? otherwise);
  const top = Math.min(newest, of('until_id', newest + 1) - 1) - of('pagination_token', 0);
  const bottom = of('since_id', 0);
  const ids = Array.from({ length: pageSize }, (_, index) => top - index).filter((id) => id > bottom);
  const at = '2026-11-24T12:00:00.000Z';
  const body = {
    data: ids.map((id) => ({ id: String(id), text: 'Hello', author_id: '1', created_at: at })),
    meta: {
      ...(ids.length > 0 && { newest_id: String(ids[0]) }),
      ...(top - pageSize > bottom && { next_token: String(of('pagination_token', 0) + pageSize) }),
    },
  };
  return Promise.resolve({ status: 200, headers: {}, body: Buffer.from(JSON.stringify(body)) });
});

test('takes every post of a rush, also when it is more than one look reads', async () => {
  const seen: string[] = [];
  let cursor: Cursor = { since: '10' };
  for (let look = 0; look < 3; look += 1) {
    const found = await source.look(cursor);
    seen.push(...found.posts.map(({ id }) => id));
    cursor = found.cursor;
  }

  expect(new Set(seen).size).toBe(990);
  expect(seen).toHaveLength(990);
  expect(cursor).toEqual({ since: '1000' });
});
