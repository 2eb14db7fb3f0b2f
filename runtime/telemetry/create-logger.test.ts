import { describe, expect, it } from 'vitest';
import { createLogger } from './create-logger.ts';

async function logged(what: object): Promise<string> {
  const lines: string[] = [];
  const destination = { write: (line: string) => lines.push(line) };
  const log = await createLogger({ level: 'info', name: 'main', destination });
  log.info(what, 'an event');
  return lines.join('');
}

describe('createLogger', () => {
  it('writes one line of JSON with level, time and process', async () => {
    const line = JSON.parse(await logged({ queue: 'Inbound queue' })) as Record<string, unknown>;

    expect(line).toMatchObject({ level: 'info', name: 'main', msg: 'an event', queue: 'Inbound queue' });
    expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it.each([
    [{ password: 'hidden-value' }],
    [{ account: { password: 'hidden-value' } }],
    [{ settings: { databaseUrl: 'postgresql://a:hidden-value@host/b', secret: 'hidden-value' } }],
    [{ req: { headers: { authorization: 'Bearer hidden-value', cookie: 'session=hidden-value' } } }],
    [{ res: { headers: { 'set-cookie': ['session=hidden-value'] } } }],
    [{ 'set-cookie': 'hidden-value', token: 'hidden-value', apiKey: 'hidden-value' }],
  ])('hides the secrets of %j', async (what) => {
    const line = await logged(what);

    expect(line).not.toContain('hidden-value');
    expect(line).toContain('[hidden]');
  });

  it('shows of an error what it is and where it came from, and nothing a driver hung on it', async () => {
    const error = Object.assign(new Error('broken', { cause: new Error('the cause') }), {
      code: '57P01',
      client: { a: 1 },
    });

    const line = JSON.parse(await logged({ err: error })) as Record<string, unknown>;

    expect(line['err']).toMatchObject({
      type: 'Error',
      message: 'broken',
      code: '57P01',
      cause: { message: 'the cause' },
    });
    expect(line['err']).not.toHaveProperty('client');
  });
});
