import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '#test/support/api.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { type SocialMedia, startSocialMedia } from '#test/support/social-media.ts';
import { until } from '#test/support/until.ts';
import { expectStatus, startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let media: SocialMedia;
let browser: OpenBrowser;
let nia: Caller;

beforeAll(async () => {
  media = await startSocialMedia();
  product = await startWholeProduct({ argv: ['--service-hosts=127.0.0.1'] });
  browser = await openBrowser(product.url);
  nia = await product.logIn('nia');
  const secret = { name: 'Social token', hosts: ['127.0.0.1'], value: 'a token' };
  expectStatus(await product.administrator.call('PUT', '/api/secrets/Social%20token', secret), 204);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
  await media.stop();
});

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

test('an administrator watches an account and an agent answers a comment in private', async () => {
  media.mentions.push(
    { id: '201', text: 'My parcel is late', by: 'jane@example.social' },
    { id: '202', text: 'And nobody answers', by: 'kim@example.social', answers: '201' },
  );
  const settings = await browser.open('/settings/social-accounts?create=true', {
    cookie: product.administrator.cookie,
  });
  await settings.getByRole('textbox', { name: 'Name' }).fill('Fediverse');
  await choose(settings, 'Kind', 'Mastodon');
  await settings.getByRole('textbox', { name: 'Endpoint' }).fill('mastodon');
  await settings.getByRole('textbox', { name: 'Address' }).fill(media.origin);
  await settings.getByRole('combobox', { name: /^Secret/ }).fill('Social token');
  await settings.getByRole('button', { name: 'Test the account' }).click();
  await settings.getByText('The service let us in').waitFor();
  await settings.getByRole('button', { name: 'Save social account' }).click();
  await settings.getByText('posts taken').waitFor();

  const desktop = await browser.open('/desktop', { cookie: nia.cookie });
  await desktop.getByRole('button', { name: 'Log in, ready' }).click();
  await desktop.getByRole('article').getByText('My parcel is late').waitFor();
  await desktop.getByRole('button', { name: 'Accept' }).click();
  const reply = desktop.getByRole('region', { name: /^Reply to/ });
  await desktop.getByText('And nobody answers').first().waitFor();
  await choose(desktop, 'Answers', 'KIM@EXAMPLE.SOCIAL: And nobody answers');
  await reply.getByText('Private', { exact: true }).click();
  await reply.getByRole('textbox', { name: 'Reply' }).fill('Sorry! It comes tomorrow.');
  await desktop.keyboard.press('Control+Enter');
  await desktop.getByRole('button', { name: 'Send now' }).click();

  const posted = await until(async () => media.posted[0]);
  expect(posted.body).toMatchObject({ in_reply_to_id: '202', visibility: 'direct' });
  expect(browser.faults).toEqual([]);
}, 90_000);
