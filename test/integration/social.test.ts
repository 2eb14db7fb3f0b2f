import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '#test/support/api.ts';
import { type SocialMedia, startSocialMedia } from '#test/support/social-media.ts';
import { until } from '#test/support/until.ts';
import { expectStatus, startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let media: SocialMedia;
let nia: Caller;

beforeAll(async () => {
  media = await startSocialMedia();
  product = await startWholeProduct({ argv: ['--service-hosts=127.0.0.1'] });
  const { administrator } = product;
  const secret = { name: 'Social token', hosts: ['127.0.0.1'], value: 'a token' };
  expectStatus(await administrator.call('PUT', '/api/secrets/Social%20token', secret), 204);
  nia = await product.logIn('nia');
  expectStatus(await nia.call('POST', '/api/desktop/login', {}), 200);
  for (const one of ['rssfeed', 'mastodon', 'facebook', 'twitter'])
    expectStatus(await nia.call('POST', '/api/desktop/ready', { media: one, ready: true }), 200);
}, 120_000);
afterAll(async () => {
  await product.stop();
  await media.stop();
});

/** Watches something from now on. */
async function watch(name: string, more: Record<string, unknown>): Promise<void> {
  const account = { name, secret: 'Social token', everySeconds: 5, url: media.origin, ...more };
  expectStatus(await product.administrator.call('POST', '/api/social-accounts/test', account), 200);
  expectStatus(await product.administrator.call('PUT', `/api/social-accounts/${name}`, account), 204);
}

const query = async (sql: string, ...values: unknown[]) => (await product.pool.query(sql, values)).rows;

const taken = (subject: string) =>
  until(
    async () =>
      (
        await query(
          `select id, data, external_id, media from interactions where subject = $1 and type = 'Inbound'`,
          subject,
        )
      )[0],
  );

/** What the account looked at, once it has looked again. */
async function lookAgain(name: string): Promise<void> {
  await query('update social_states set next_at = now(), looked_at = null where name = $1', name);
  await until(async () =>
    (await query('select from social_states where name = $1 and looked_at is not null', name)).length > 0
      ? true
      : undefined,
  );
}

async function accepted(subject: string): Promise<string> {
  const offer = await until(async () => {
    const { body } = await nia.call('GET', '/api/desktop');
    return body.invitations.find((one: { subject: string }) => one.subject === subject) as { id: string } | undefined;
  });
  expectStatus(await nia.call('POST', `/api/desktop/interactions/${offer.id}/accept`), 200);
  return offer.id;
}

async function answer(id: string, to: string, more: Record<string, unknown>): Promise<void> {
  const body = { to: [{ address: to, name: '' }], subject: '', html: '<p>We look into it.</p>', ...more };
  expectStatus(await nia.call('POST', `/api/desktop/interactions/${id}/reply`, body), 200);
}

test('items of a feed are taken once, as plain words, and the feed is read only when it changed', async () => {
  media.feed.push({ id: 'item-1', text: 'New tariff', by: 'jo' }, { id: 'item-2', text: 'Is it late?', by: 'jo' });
  await watch('News', { kind: 'rss', url: `${media.origin}/feed.xml`, secret: undefined, endpoint: 'rssfeed' });

  const item = await taken('Is it late?');
  expect(item.data).toMatchObject({ PostUrl: 'https://news.example/item-2', FromPersonal: 'jo' });
  const [message] = await query('select text from messages where interaction_id = $1', item.id);
  expect(message.text).toBe('Is it late?');
  media.feed.push({ id: 'item-3', text: 'Third', by: 'jo' });
  await lookAgain('News');
  await lookAgain('News');

  expect(await query(`select subject from interactions where media = 'rssfeed' order by received_at`)).toEqual([
    { subject: 'New tariff' },
    { subject: 'Is it late?' },
    { subject: 'Third' },
  ]);
  expect(media.seen.at(-1)?.headers['if-none-match']).toBe('"3"');
  await watch('Same numbers', { kind: 'rss', url: `${media.origin}/feed.xml`, secret: undefined, endpoint: 'rssfeed' });
  await until(async () =>
    (await query(`select from interactions where media = 'rssfeed' and subject = 'Third'`)).length === 2
      ? true
      : undefined,
  );
}, 60_000);

test('a mention on Mastodon is judged, delivered, and answered in private, and the answer to that joins the thread', async () => {
  media.mentions.push({ id: '101', text: 'My order is late', by: 'jane@example.social', followers: 20_000 });
  await watch('Fediverse', { kind: 'mastodon', endpoint: 'mastodon' });

  const id = await accepted('My order is late');
  const { body } = await nia.call('GET', `/api/interactions/${id}`);
  expect(body.data).toMatchObject({ desktop_sentiment: 'negative', Influence: 'high', FollowersCount: 20_000 });
  expect(body.contact.addresses).toMatchObject([{ kind: 'mastodon', value: 'jane@example.social' }]);
  media.mentions.push({ id: '102', text: 'Hello?', by: 'jane@example.social', answers: '101' });
  await lookAgain('Fediverse');
  expect((await nia.call('GET', `/api/interactions/${id}/posts`)).body).toMatchObject([{ externalId: '102' }]);
  media.refusals.push(503);
  media.extra = { 'retry-after': '1' };
  await answer(id, 'jane@example.social', { answers: '102', visibility: 'private' });

  const posted = await until(async () => media.posted[0]);
  media.extra = {};
  expect(posted).toMatchObject({
    path: '/api/v1/statuses',
    body: { status: '@jane@example.social We look into it.', in_reply_to_id: '102', visibility: 'direct' },
  });
  media.mentions.push({ id: '103', text: 'Thank you', by: 'jane@example.social', answers: '9001' });
  await until(async () =>
    (await query(`select from messages where message_id = '<9001@mastodon>'`)).length > 0 ? true : undefined,
  );
  await lookAgain('Fediverse');
  const later = await taken('Thank you');
  media.mentions.push({ id: '9001', text: 'We look into it', by: 'us@example.social' });
  await lookAgain('Fediverse');
  expect(await query(`select from interactions where subject = 'We look into it' and type = 'Inbound'`)).toEqual([]);
  const threads = await query('select distinct thread_id from interactions where id = any($1)', [id, later.id]);
  expect(threads).toHaveLength(1);
}, 60_000);

test('an account keeps within its hour and rests when X says so', async () => {
  media.tweets.push({ id: '701', text: 'Great service', by: 'max' });
  media.extra = { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(Math.floor(Date.now() / 1000) + 600) };
  await watch('Tweets', { kind: 'x', endpoint: 'twitter', account: '77', perHour: 3 });
  expect((await taken('Great service')).data).toMatchObject({ FollowersCount: 5, AuthorId: 'max' });

  await until(async () =>
    (
      await query(
        `select from social_states where name = 'Tweets' and looked_at is not null and next_at > now() + interval '5 minutes'`,
      )
    )[0] === undefined
      ? undefined
      : true,
  );
  media.extra = {};
  await lookAgain('Tweets');
  await lookAgain('Tweets');
  const { body } = await product.administrator.call('GET', '/api/social-states');
  expect(body.find(({ name }: { name: string }) => name === 'Tweets')).toMatchObject({
    reason: 'Its 3 requests of this hour are used up.',
    asked: 3,
    taken: 1,
  });
}, 60_000);

test('comments join the live interaction of their post, also when the product is killed while it takes them', async () => {
  media.page.push({ id: '501', text: 'Where is my parcel?', by: 'kim' });
  await watch('Page', { kind: 'facebook', endpoint: 'facebook', account: '42' });
  const post = await taken('Where is my parcel?');
  for (let count = 1; count <= 30; count += 1)
    media.page.push({ id: String(501 + count), text: `Comment ${count}`, by: 'lee', answers: '501' });
  await query(`update social_states set next_at = now() where name = 'Page'`);
  await until(async () => ((await query('select from posts')).length > 2 ? true : undefined));
  await product.restart();
  await query(`update social_states set next_at = now(), looked_at = null where name = 'Page'`);

  await until(async () =>
    (await query('select from posts where interaction_id = $1', post.id)).length === 30 ? true : undefined,
  );
  const interactions = await query(`select id from interactions where media = 'facebook' and type = 'Inbound'`);
  const [{ text }] = await query('select text from messages where interaction_id = $1', post.id);
  expect(interactions).toEqual([{ id: post.id }]);
  expect(text.match(/Comment \d+/g)).toHaveLength(30);
}, 90_000);
