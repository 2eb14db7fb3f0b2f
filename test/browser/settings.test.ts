import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callerOf } from '#test/support/api.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { type Dovecot, startDovecot } from '#test/support/mail/dovecot.ts';
import { expectStatus, startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;
let dovecot: Dovecot;

beforeAll(async () => {
  [product, dovecot] = await Promise.all([startWholeProduct(), startDovecot()]);
  browser = await openBrowser(product.url);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([product.stop(), dovecot.stop()]);
});

const open = (path: string, size?: { width: number; height: number }): Promise<Page> =>
  browser.open(path, { cookie: product.administrator.cookie, ...(size && { size }) });

test('somebody new gets an account, a group and a one-time password that lets them in', async () => {
  const page = await open('/settings/people');
  await page.getByRole('button', { name: 'New person' }).click();
  await page.getByLabel('First name').fill('Nora');
  await page.getByLabel('Last name').fill('Quist');
  await page.getByRole('button', { name: 'Make account' }).click();
  await page.getByText('Fill this in').waitFor();

  await page.getByLabel('User name').fill('nora.quist');
  await page.getByRole('combobox', { name: 'Agent groups' }).click();
  await page.getByRole('option', { name: 'E-mail distribution for processing' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add skill' }).click();
  await page.getByRole('combobox', { name: 'Skill 1' }).fill('French');
  await page.getByLabel('Level of French').fill('70');
  await page.getByRole('button', { name: 'Make account' }).click();

  const dialog = page.getByRole('dialog', { name: 'One-time password of Nora Quist' });
  const password = await dialog.locator('code').innerText();
  await dialog.getByRole('button', { name: 'I have passed it on' }).click();
  await page.getByRole('heading', { name: 'Nora Quist' }).waitFor();

  const logIn = { userName: 'nora.quist', password };
  const answer = await callerOf(product.url, '').call('POST', '/api/login', logIn);
  expect(answer.body).toMatchObject({ userName: 'nora.quist', mustChangePassword: true });
  const people = await product.administrator.call('GET', '/api/people');
  expect(people.body.find(({ userName }: { userName: string }) => userName === 'nora.quist')).toMatchObject({
    groups: ['E-mail distribution for processing'],
    skills: { French: 70 },
  });
});

test('settings and knowledge open from the rail at their first section', async () => {
  const page = await open('/design');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.waitForURL('**/settings/people');
  await page.getByRole('button', { name: 'New person' }).waitFor();

  await page.getByRole('link', { name: 'Knowledge', exact: true }).click();
  await page.waitForURL('**/knowledge/responses');
  await page.getByRole('button', { name: 'New response' }).first().waitFor();
});

test('an agent group takes people in and lets them out', async () => {
  const page = await open('/settings/agent-groups');
  await page.getByRole('button', { name: 'New agent group' }).click();
  await page.getByLabel('Name').fill('Night shift');
  await page.getByRole('combobox', { name: 'Add people' }).fill('ada');
  await page.getByRole('option', { name: /ada/ }).click();
  await page.getByRole('button', { name: 'Save group' }).click();
  await page.getByRole('heading', { name: 'Night shift' }).waitFor();
  await page.getByText('1 member', { exact: true }).waitFor();

  await page.getByRole('button', { name: /^Take Ada/ }).click();
  await page.keyboard.press('Control+s');
  await page.getByText('0 members').waitFor();

  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete Night shift' }).click();
  await page.getByRole('link', { name: 'Night shift' }).waitFor({ state: 'detached' });
});

test('a mailbox is tried before it is kept, and then says how it is doing', async () => {
  const page = await open('/settings/mailboxes');
  await page.getByText('No mailbox yet').waitFor();
  await page.getByRole('button', { name: 'New mailbox' }).click();
  await page.getByLabel('Name').fill('Support');
  await page.getByLabel('Address').fill('support@example.com');
  await page.getByRole('combobox', { name: 'Endpoint' }).fill('default');
  await page.getByLabel('Server').fill('localhost');
  await page.getByLabel('Port').fill(String(dovecot.imapsPort));
  await page.getByRole('textbox', { name: 'User' }).fill(dovecot.user);
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByLabel('Certificate authority (PEM)').fill(dovecot.certificate.cert);
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await page.getByText('This mailbox cannot be read').waitFor();

  await page.getByLabel('Password', { exact: true }).fill(dovecot.password);
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await page.getByText('Logged in. 0 mails in INBOX.').waitFor();

  await page.getByRole('button', { name: 'Save mailbox' }).click();
  await page.getByRole('heading', { name: 'Support' }).waitFor();
  await page
    .getByRole('row', { name: /Support/ })
    .getByText('Watching')
    .waitFor();
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
  expect((await product.administrator.call('GET', '/api/mailboxes')).body[0]).toMatchObject({ hasPassword: true });
});

test('the usual port follows the protocol, and no other', async () => {
  const page = await open('/settings/mailboxes?create=true');
  const port = page.getByLabel('Port');
  expect(await port.inputValue()).toBe('993');

  await page.getByText('POP3', { exact: true }).click();
  expect(await port.inputValue()).toBe('995');
  await port.fill('10995');
  await page.getByText('STARTTLS').click();

  expect(await port.inputValue()).toBe('10995');
});

test('while no SMTP server is configured it is said that mail is kept, and one that works is taken', async () => {
  const page = await open('/settings/outgoing-mail');
  await page.getByText('Mail is handed to 127.0.0.1').waitFor();
  await page.getByRole('button', { name: 'Stop sending' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop sending' }).click();
  await page.getByText('Outgoing mail is kept and shown in the test bench, marked as not sent.').waitFor();

  await page.getByText('None', { exact: true }).click();
  await page.getByLabel('Server').fill('127.0.0.1');
  await page.getByLabel('Port').fill(String(product.sink.port));
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await page.getByText('The server answers and takes the log-in.').waitFor();
  await page.getByRole('button', { name: 'Save server' }).click();
  await page.getByText('Mail is handed to 127.0.0.1').waitFor();
});

test('a token is shown once, works, and is refused once it is revoked', async () => {
  const page = await open('/settings/tokens');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByLabel('Name').fill('Web form');
  await page.getByRole('checkbox', { name: 'Supervisor' }).check();
  await page.getByRole('button', { name: 'Make token' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy the token now' });
  const token = await dialog.locator('code').first().innerText();
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByRole('heading', { name: 'Web form' }).waitFor();

  const program = callerOf(product.url, '');
  const bearer = { authorization: `Bearer ${token}` };
  expectStatus(await program.call('GET', '/api/counts', undefined, bearer), 200);
  expect(await page.getByText(token).count()).toBe(0);

  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByRole('button', { name: 'Revoke Web form' }).click();
  await page.getByText('No API token yet').waitFor();
  expectStatus(await program.call('GET', '/api/counts', undefined, bearer), 401);
});

test('changes that are not saved are asked for before they are lost', async () => {
  const page = await open('/settings/people/ada');
  await page.getByLabel('First name').fill('Adaline');
  await page.getByRole('link', { name: 'Agent groups' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await dialog.getByRole('button', { name: 'Keep editing' }).click();
  expect(await page.getByLabel('First name').inputValue()).toBe('Adaline');

  await page.getByRole('link', { name: 'Agent groups' }).click();
  await dialog.getByRole('button', { name: 'Leave without saving' }).click();

  await page.getByRole('heading', { name: 'Agent groups' }).waitFor();
  const people = await product.administrator.call('GET', '/api/people');
  expect(people.body.map(({ firstName }: { firstName: string }) => firstName)).not.toContain('Adaline');
});

test('a supervisor reads people and sees nothing of mail and tokens', async () => {
  const supervisor = await product.logIn('sam');
  const page = await browser.open('/settings/people/ada', { cookie: supervisor.cookie });

  await page.getByText('Only administrators change people.').waitFor();
  expect(await page.getByLabel('First name').isDisabled()).toBe(true);
  expect(await page.getByRole('link', { name: 'Mailboxes' }).count()).toBe(0);
});

test('ten thousand people are scrolled and found at once', async () => {
  await product.pool.query(
    `insert into auth_users (id, name, email, "emailVerified", "createdAt", "updatedAt", username, role, "tenantId", "mustChangePassword", enabled)
     select 'many-' || n, 'Person ' || n, 'many' || n || '@example.com', true, now(), now(), 'many' || n, 'agent', 'default', false, true
     from generate_series(1, 10000) as n`,
  );
  await product.pool.query(
    `insert into agents (id, tenant_id, user_name, first_name, last_name)
     select 'many-' || n, 'default', 'many' || n, 'Person', n::text from generate_series(1, 10000) as n`,
  );
  const page = await open('/settings/people');
  await page.getByRole('row').nth(1).waitFor();
  expect(await page.getByRole('row').count()).toBeLessThan(60);

  await page.getByRole('searchbox', { name: 'Search People' }).fill('person 9876');
  await page.getByRole('searchbox', { name: 'Search People' }).press('ArrowDown');
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: 'Person 9876' }).waitFor();
});
