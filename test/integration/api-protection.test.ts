import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callerOf, cookieOf, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('log-in', () => {
  test('tells neither whether the name nor whether the password was wrong', async () => {
    await api.as('agent');
    const wrongName = await api.nobody.call('POST', '/api/login', {
      userName: 'nobody.here',
      password: 'something long',
    });
    const wrongPassword = await api.nobody.call('POST', '/api/login', {
      userName: 'agent',
      password: 'something long',
    });

    expect(wrongName.status).toBe(401);
    expect(wrongName.body).toEqual(wrongPassword.body);
  });

  test('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const agent = await api.as('agent');
    expect(agent.cookie).not.toBe('');
    const login = await api.nobody.call('POST', '/api/login', { userName: 'Agent', password: 'correct horse battery' });

    expect(login.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/i);
    expect(JSON.stringify(login.body)).not.toContain('token');
  });

  test('is slowed down after ten tries a minute for an account', async () => {
    const tryOnce = () => api.nobody.call('POST', '/api/login', { userName: 'guessed', password: 'one of many' });
    const statuses = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await tryOnce()).status);
    const refused = await tryOnce();

    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect([refused.status, refused.body.code]).toEqual([429, 'request/too-many']);
  });

  test('ends with log-out, here at once', async () => {
    await api.as('agent');
    const login = await api.nobody.call('POST', '/api/login', { userName: 'agent', password: 'correct horse battery' });
    const agent = callerOf(api.url, cookieOf(login));
    expect((await agent.call('GET', '/api/me')).status).toBe(200);

    expect((await agent.call('POST', '/api/logout')).status).toBe(204);
    expect((await agent.call('GET', '/api/me')).status).toBe(401);
  });

  test('ends for an account that is disabled', async () => {
    const administrator = await api.as('administrator');
    const person = { userName: 'leaver', role: 'agent', firstName: '', lastName: '', email: '' };
    const made = await administrator.call('POST', '/api/people', person);
    const login = await api.nobody.call('POST', '/api/login', {
      userName: 'leaver',
      password: made.body.oneTimePassword,
    });
    const leaver = callerOf(api.url, cookieOf(login));

    await administrator.call('PUT', `/api/people/${made.body.id}`, { ...person, enabled: false });

    expect((await leaver.call('GET', '/api/me')).status).toBe(401);
    const again = await api.nobody.call('POST', '/api/login', {
      userName: 'leaver',
      password: made.body.oneTimePassword,
    });
    expect(again.status).toBe(401);
  });

  test('refuses to leave an installation without an administrator', async () => {
    const administrator = await api.as('administrator');
    const people = (await administrator.call('GET', '/api/people')).body;
    const { id, ...me } = people.find(({ role }: { role: string }) => role === 'administrator');

    const answer = await administrator.call('PUT', `/api/people/${id}`, { ...me, role: 'agent' });

    expect([answer.status, answer.body.message]).toEqual([
      409,
      'The person "administrator" is the last administrator.',
    ]);
  });
});

describe('other sites', () => {
  test('cannot change anything with the cookie of somebody here', async () => {
    const designer = await api.as('designer');
    const from = (origin: string) => designer.call('POST', '/api/processes', { name: `By ${origin}` }, { origin });

    expect((await from('https://elsewhere.example')).status).toBe(403);
    expect((await from('null')).status).toBe(403);
    expect((await from(api.url)).status).toBe(201);
  });

  test('may not frame or script our pages', async () => {
    const { headers } = await api.nobody.call('GET', '/');
    const policy = headers.get('content-security-policy') ?? '';

    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('tokens', () => {
  test('let a program do what its roles allow, until they are taken away', async () => {
    const administrator = await api.as('administrator');
    const made = await administrator.call('POST', '/api/tokens', { name: 'website', roles: ['designer'] });
    expect(made.body.token).toMatch(/^sbx_/);
    const call = (path: string, token: string) =>
      api.nobody.call('GET', path, undefined, { authorization: `Bearer ${token}` });

    expect((await call('/api/processes', made.body.token)).status).toBe(200);
    expect((await call('/api/tokens', made.body.token)).status).toBe(403);
    expect((await call('/api/desktop', made.body.token)).status).toBe(403);
    expect((await call('/api/processes', 'sbx_guessed')).status).toBe(401);
    const listed = await administrator.call('GET', '/api/tokens');
    expect(JSON.stringify(listed.body)).not.toContain(made.body.token);
    await administrator.call('DELETE', `/api/tokens/${made.body.id}`);
    expect((await call('/api/processes', made.body.token)).status).toBe(401);
  });
});

test('gives metrics to this machine and to administrators, not to whoever a proxy speaks for', async () => {
  const forwarded = { 'x-forwarded-for': '127.0.0.1' };
  const administrator = await api.as('administrator');

  expect((await api.nobody.call('GET', '/metrics')).status).toBe(200);
  expect((await api.nobody.call('GET', '/metrics', undefined, forwarded)).status).toBe(401);
  expect((await (await api.as('agent')).call('GET', '/metrics', undefined, forwarded)).status).toBe(403);
  expect((await administrator.call('GET', '/metrics', undefined, forwarded)).status).toBe(200);
});

describe('the web app', () => {
  test('answers for every address that is no file and not the API', async () => {
    const page = await api.nobody.call('GET', '/design/ABC%20Simple%20BP');

    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(page.body).toContain('stand-in web app');
  });

  test('lets browsers keep files that are named by their content', async () => {
    const file = await api.nobody.call('GET', '/assets/app-abc123.js');
    expect(file.headers.get('cache-control')).toContain('immutable');

    expect((await api.nobody.call('GET', '/assets/gone.js')).status).toBe(404);
  });

  test('leaves what is unknown under /api/ to an answer in JSON', async () => {
    const answer = await api.nobody.call('GET', '/api/nothing');

    expect([answer.status, answer.body.code]).toEqual([404, 'request/not-found']);
  });

  test('describes every route', async () => {
    const { body } = await api.nobody.call('GET', '/api/docs/json');

    expect(Object.keys(body.paths).length).toBeGreaterThan(50);
    expect(body.paths['/api/interactions'].post.requestBody.content['application/json'].schema.required).toContain(
      'endpoint',
    );
  });
});

test('refuses text that the database cannot hold', async () => {
  const designer = await api.as('designer');
  const response = { name: 'Zero', text: 'a\u0000b' };

  const answer = await designer.call('PUT', '/api/responses/Zero', response);

  expect([answer.status, answer.body.code]).toEqual([400, 'request/invalid']);
});

test('refuses a body that is no JSON, and says so', async () => {
  const designer = await api.as('designer');
  const answer = await designer.call('POST', '/api/processes', '{"name":', { 'content-type': 'application/json' });

  expect([answer.status, answer.body.code]).toEqual([400, 'request/invalid']);
});
