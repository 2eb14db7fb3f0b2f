import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestDatabase } from '#test/support/database.ts';
import { startTestRedis, type TestRedis } from '#test/support/redis.ts';

describe('startTestDatabase', () => {
  it('has every migration', async () => {
    const database = await startTestDatabase();

    const { rows } = await database.pool.query('select id from tenants');

    await database.stop();
    expect(rows).toEqual([{ id: 'default' }]);
  });
});

describe('startTestRedis', () => {
  let server: TestRedis | undefined;
  let client: Redis | undefined;

  afterEach(async () => {
    client?.disconnect();
    await server?.stop();
  });

  function connect(url: string): Redis {
    client?.disconnect();
    client = new Redis(url, { retryStrategy: () => 20 });
    client.on('error', () => undefined);
    return client;
  }

  it('loses everything when killed without persistence', async () => {
    server = await startTestRedis();
    await connect(server.url).set('key', 'value');
    await server.kill9();
    await server.restart();

    expect(await connect(server.url).get('key')).toBeNull();
  });

  it('keeps what it had written when killed with appendonly, until it is wiped', async () => {
    server = await startTestRedis({ appendonly: true });
    const first = connect(server.url);
    await first.config('SET', 'appendfsync', 'always');
    await first.set('key', 'value');
    await server.restart();
    expect(await connect(server.url).get('key')).toBe('value');

    await server.restart({ wipe: true });

    expect(await connect(server.url).get('key')).toBeNull();
  });
});
