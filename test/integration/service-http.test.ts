import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ServerResponse } from 'node:http';
import { askHttp } from '#runtime/service/http/ask-http.ts';
import { type SeenRequest, startWebService, type WebService } from '#test/support/web-service.ts';

let service: WebService;
let answer: (request: SeenRequest, response: ServerResponse) => void;
beforeAll(async () => {
  service = await startWebService((request, response) => answer(request, response));
});
afterAll(() => service.stop());
beforeEach(() => {
  service.seen.length = 0;
});

interface Wish {
  readonly method?: string;
  readonly path?: string;
  readonly origin?: string;
  readonly headers?: Record<string, string>;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly allowedHosts?: readonly string[];
  readonly alsoAccept?: readonly number[];
}

function ask(wish: Wish = {}) {
  const url = new URL(wish.path ?? '/', wish.origin ?? service.origin);
  const request = { method: wish.method ?? 'GET', url, headers: wish.headers ?? {}, body: undefined };
  const limits = {
    timeoutMs: wish.timeoutMs ?? 10_000,
    maxBytes: wish.maxBytes ?? 10_000,
    allowedHosts: wish.allowedHosts ?? [service.host],
  };
  return askHttp({ request, alsoAccept: wish.alsoAccept ?? [] }, limits);
}

const json = (value: unknown) => (_: SeenRequest, response: ServerResponse) =>
  void response.setHeader('content-type', 'application/json; charset=utf-8').end(JSON.stringify(value));

describe('a request to a web service', () => {
  it('reads JSON, text and nothing', async () => {
    answer = json({ a: [1] });
    expect(await ask()).toMatchObject({ result: { status: 200, body: { a: [1] } } });
    answer = (_, response) =>
      void response.setHeader('content-type', 'text/plain; charset=iso-8859-1').end(Buffer.from([0xe4]));
    expect(await ask()).toMatchObject({ result: { body: 'ä' } });
    answer = (_, response) => void response.writeHead(204).end();
    expect(await ask()).toMatchObject({ result: { status: 204, body: null } });
  });

  it('asks nobody at a private address that is not allowed, by whatever name', async () => {
    answer = json({});
    const { port } = new URL(service.origin);
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '[::1]', '0.0.0.0']) {
      const outcome = await ask({ origin: `http://${host}:${port}`, allowedHosts: [] });
      expect(outcome, host).toMatchObject({ error: { code: 'http/refused' }, again: false });
    }
    expect(service.seen).toEqual([]);
  });

  it('follows a redirect of the same server with its headers, and shows them to no other', async () => {
    const other = await startWebService(json({ from: 'other' }));
    try {
      const headers = { authorization: 'Bearer secret', 'x-mine': '1' };
      answer = ({ url }, response) =>
        url === '/'
          ? void response.writeHead(302, { location: '/next' }).end()
          : json({ at: url })({} as never, response);
      expect(await ask({ headers })).toMatchObject({ result: { body: { at: '/next' } } });
      expect(service.seen[1]?.headers).toMatchObject(headers);

      answer = (_, response) => void response.writeHead(307, { location: `${other.origin}/x` }).end();
      const allowedHosts = [service.host, other.host];
      expect(await ask({ headers, allowedHosts })).toMatchObject({ result: { body: { from: 'other' } } });
      expect(other.seen[0]?.headers['authorization']).toBeUndefined();
      expect(other.seen[0]?.headers['x-mine']).toBeUndefined();

      expect(await ask({ headers })).toMatchObject({ error: { code: 'http/refused' } });
      expect(other.seen).toHaveLength(1);
    } finally {
      await other.stop();
    }
  });

  it.each(['file:///etc/passwd', 'ftp://example.com/', 'http://user:word@example.com/'])(
    'does not follow a redirect to %s',
    async (location) => {
      answer = (_, response) => void response.writeHead(302, { location }).end();
      expect(await ask()).toMatchObject({ error: { code: 'http/refused' } });
    },
  );

  it('follows no redirect of a request that writes, and none for ever', async () => {
    answer = (_, response) => void response.writeHead(302, { location: '/again' }).end();
    expect(await ask({ method: 'POST' })).toMatchObject({ error: { code: 'http/status' } });
    expect(service.seen).toHaveLength(1);
    expect(await ask()).toMatchObject({ error: { code: 'http/refused' } });
    expect(service.seen).toHaveLength(7);
  });

  it('tells refusals from servers that may come back', async () => {
    answer = (_, response) => void response.writeHead(404).end();
    expect(await ask()).toMatchObject({ error: { code: 'http/status' }, again: false });
    expect(await ask({ alsoAccept: [404] })).toMatchObject({ result: { status: 404 } });
    answer = (_, response) => void response.writeHead(503).end();
    expect(await ask()).toMatchObject({ error: { code: 'http/status' }, again: true });
    expect(await ask({ origin: 'http://127.0.0.1:1', allowedHosts: ['127.0.0.1'] })).toMatchObject({
      error: { code: 'http/unreachable' },
      again: true,
    });
  });

  it('hangs up on answers that are too large, or never end', async () => {
    answer = (_, response) => void response.end('x'.repeat(10_001));
    expect(await ask()).toMatchObject({ error: { code: 'http/too-large' } });
    answer = (_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(1000)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    expect(await ask()).toMatchObject({ error: { code: 'http/too-large' } });
  });

  it('does not wait for ever, neither for the head nor for the body', async () => {
    answer = () => undefined;
    expect(await ask({ timeoutMs: 100 })).toMatchObject({ error: { code: 'http/timeout' }, again: true });
    answer = (_, response) => void response.write('a');
    expect(await ask({ timeoutMs: 100 })).toMatchObject({ error: { code: 'http/timeout' } });
  });

  it('takes only what the journal can keep', async () => {
    answer = (_, response) =>
      void response.setHeader('content-type', 'application/json').end('{"a\\u0000":"\\ud800b"}');
    expect(await ask()).toMatchObject({ result: { body: { 'a\ufffd': '\ufffdb' } } });
    for (const body of ['{"a":', '['.repeat(200) + ']'.repeat(200)]) {
      answer = (_, response) => void response.setHeader('content-type', 'application/json').end(body);
      expect(await ask()).toMatchObject({ error: { code: 'http/bad-answer' } });
    }
  });

  it('writes no header that an author smuggles into another', async () => {
    answer = json({});
    await expect(ask({ headers: { 'x-a': 'b\r\nx-c: d' } })).rejects.toThrow('Invalid character');
    expect(service.seen).toEqual([]);
  });
});
