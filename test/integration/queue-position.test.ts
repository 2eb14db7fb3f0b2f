import { afterAll, beforeAll, expect, it } from 'vitest';
import { queuePosition } from '#runtime/media/chat/queue-position.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const minute = 60_000;
const start = Date.now() - 60 * minute;

/** A chat that came so many minutes after the first. */
async function chat(queue: string, minutes: number, state = 'queued'): Promise<Date> {
  const receivedAt = new Date(start + minutes * minute);
  await database.pool.query(
    `insert into interactions (id, tenant_id, media, type, subtype, state, queue, received_at, thread_id)
     values (gen_random_uuid(), 'default', 'chat', 'Inbound', 'InboundNew', $1, $2, $3, gen_random_uuid())`,
    [state, queue, receivedAt],
  );
  return receivedAt;
}

it('counts who waits longer in the same queue, and those only', async () => {
  const first = await chat('Chats', 0);
  await chat('Chats', 1, 'handling');
  await chat('Another queue', 1);
  const second = await chat('Chats', 2);
  const third = await chat('Chats', 3);
  const place = (receivedAt: Date) => queuePosition(database.pool, 'default', { queue: 'Chats', receivedAt });

  expect(await place(third)).toEqual({ position: 3, minutes: 6 });
  expect(await place(second)).toEqual({ position: 2, minutes: 4 });
  expect(await place(first)).toEqual({ position: 1, minutes: 2 });
});

it('reads the line anew for somebody who came after it was read', async () => {
  await chat('Busy', 0);
  const place = (receivedAt: Date) => queuePosition(database.pool, 'default', { queue: 'Busy', receivedAt });
  await place(new Date(start));
  const between = await chat('Busy', 61);
  const last = new Date(between.getTime() + minute);

  expect((await place(last)).position).toBe(3);
});
