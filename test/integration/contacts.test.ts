import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const settings = {
  attributes: [{ name: 'CustomerId', searchable: true }],
  media: { letter: { CustomerId: 'level=0;mandatory=true', LastName: 'level=1;mandatory=false' } },
};

test('identifies by the section of a medium, and says which mandatory attribute is missing', async () => {
  const administrator = await api.as('administrator');
  const designer = await api.as('designer');
  const identify = (body: object) => designer.call('POST', '/api/contacts/identify', body);
  expect((await administrator.call('PUT', '/api/contact-settings', settings)).status).toBe(204);
  expect((await designer.call('GET', '/api/contact-settings')).body).toMatchObject(settings);

  const attributes = { CustomerId: 'K-7', LastName: 'Lovelace' };
  const made = await identify({ media: 'letter', attributes, create: true });
  const found = await identify({ media: 'letter', attributes: { CustomerId: 'k-7 ' } });
  const nobody = await identify({ media: 'email', attributes: { CustomerId: 'K-7' } });
  const refused = await identify({ media: 'letter', attributes: { LastName: 'Lovelace' } });

  expect(made.body).toMatchObject({ count: 1, created: true });
  expect(found.body).toEqual({ count: 1, contactIds: made.body.contactIds, created: false, matched: ['CustomerId'] });
  expect(nobody.body).toMatchObject({ count: 0, matched: [] });
  expect(refused).toMatchObject({ status: 400, body: { field: 'attributes.CustomerId' } });
});

test('refuses settings that name an attribute nobody declared, and people who are not administrators', async () => {
  const administrator = await api.as('administrator');
  const designer = await api.as('designer');
  const unknown = { media: { letter: { email_address: 'level=0;mandatory=true' } } };

  expect((await administrator.call('PUT', '/api/contact-settings', unknown)).status).toBe(400);
  expect((await designer.call('PUT', '/api/contact-settings', settings)).status).toBe(403);
});
