import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roleSchema } from '#dsl/protocol/me.ts';
import { access, accessOf } from '#runtime/api/access.ts';
import { holdsRole } from '#runtime/tenant/principal.ts';
import { callerOf, cookieOf, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const routes = Object.keys(access).map((key) => {
  const [method = '', path = ''] = key.split(' ');
  return { key, method, path: path.replace(/:\w+/g, 'x') };
});

describe('access', () => {
  test('every registered route has a line in the table, and every line a route', () => {
    const registered = [
      ...api.app.printRoutes({ commonPrefix: false, includeHooks: false }).matchAll(/(\/\S*) \(([A-Z, ]+)\)/g),
    ].length;
    expect(registered).toBeGreaterThan(20);

    for (const { key } of routes) {
      const [method = '', url = ''] = key.split(' ');
      expect(api.app.hasRoute({ method: method as 'GET', url }), key).toBe(true);
    }
    expect(accessOf('POST', '/api/anything')).toBeUndefined();
  });

  test.each(routes.filter(({ key }) => !['public', 'visitor', 'account', 'operator'].includes(String(access[key]))))(
    '$key answers 401 without log-in',
    async ({ method, path }) => {
      const answer = await api.nobody.call(method, path);

      expect(answer.status).toBe(401);
      expect(answer.body.code).toBe('request/not-logged-in');
    },
  );

  describe.each(roleSchema.options)('%s', (role) => {
    test.each(routes.filter(({ key }) => Array.isArray(access[key])))('$key', async ({ key, method, path }) => {
      const allowed = access[key];
      const caller = await api.as(role);
      const answer = await caller.call(method, path, method === 'GET' || method === 'DELETE' ? undefined : {});

      const mayUse = Array.isArray(allowed) && holdsRole([role], allowed);
      expect(
        answer.status === 403 && answer.body.message.includes(`may not ${method} /api/`),
        `${answer.status} ${JSON.stringify(answer.body)}`,
      ).toBe(!mayUse);
      expect(answer.status).not.toBe(500);
    });
  });
});

describe('one-time passwords', () => {
  test('opens nothing but the change of password until it has been changed', async () => {
    const administrator = await api.as('administrator');
    const made = await administrator.call('POST', '/api/people', {
      userName: 'newcomer',
      role: 'designer',
      firstName: 'New',
      lastName: 'Comer',
      email: '',
    });
    expect(made.status).toBe(201);

    const login = await api.nobody.call('POST', '/api/login', {
      userName: 'newcomer',
      password: made.body.oneTimePassword,
    });
    const newcomer = callerOf(api.url, cookieOf(login));
    expect(login.body).toMatchObject({ userName: 'newcomer', name: 'New Comer', mustChangePassword: true });
    expect((await newcomer.call('GET', '/api/me')).status).toBe(200);
    const refused = await newcomer.call('GET', '/api/processes');
    expect([refused.status, refused.body.code]).toEqual([403, 'request/password-change-required']);

    const change = { current: made.body.oneTimePassword, next: 'a password of my own' };
    const changed = await newcomer.call('POST', '/api/me/password', change);
    expect(changed.body).toMatchObject({ mustChangePassword: false });
    const after = callerOf(api.url, cookieOf(changed));
    expect((await after.call('GET', '/api/people')).status).toBe(200);
    expect((await newcomer.call('GET', '/api/me')).status).toBe(401);
  });

  test('names the field when the present password is wrong', async () => {
    const agent = await api.as('agent');
    const answer = await agent.call('POST', '/api/me/password', { current: 'wrong', next: 'long enough it is' });

    expect([answer.status, answer.body.field]).toEqual([400, 'current']);
  });
});
