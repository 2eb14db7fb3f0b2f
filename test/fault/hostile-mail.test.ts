import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, sitDown } from '#test/support/desk.ts';
import { isAutomatic, mailsTo, mailTo } from '#test/support/mail/read-sunk.ts';
import { sendSmtp, type SmtpMail } from '#test/support/mail/send-smtp.ts';
import { until } from '#test/support/until.ts';
import { expectStatus, startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

const support = 'support@abc.example';

let product: WholeProduct;
beforeAll(async () => {
  product = await startWholeProduct();
});
afterAll(() => product?.stop());

interface Found {
  readonly id: string;
  readonly subject: string;
  readonly queue: string | null;
  readonly problems: readonly string[];
}

/** Sends the bytes as they are. */
function sendRaw(from: string, raw: Buffer | string, to: readonly string[] = [support]): Promise<unknown> {
  return sendSmtp(product.smtpPort, { raw, envelope: { from, to } });
}

/** What became of the mails whose bytes hold this word. */
async function interactionsWith(word: string): Promise<Found[]> {
  const { rows } = await product.pool.query<Found>(
    `select i.id, i.subject, i.queue, m.problems from interactions i join messages m on m.interaction_id = i.id
     join blobs b on b.hash = m.raw_hash where i.type = 'Inbound' and position(convert_to($1, 'UTF8') in b.bytes) > 0`,
    [word],
  );
  return rows;
}

/** Waits until the strategy has come to Distribute: an acknowledgement, if there is one, has been made before. */
async function distributed(word: string): Promise<Found> {
  return until(async () => {
    const [found] = await interactionsWith(word);
    const { rowCount } = await product.pool.query(
      `select from runs where interaction_id = $1 and waiting_for ->> 'name' = 'route-interaction'`,
      [found?.id],
    );
    return rowCount === 1 ? found : undefined;
  });
}

async function children(id: string): Promise<string[]> {
  const { rows } = await product.pool.query<{ subtype: string }>(
    'select subtype from interactions where parent_id = $1 order by seq',
    [id],
  );
  return rows.map(({ subtype }) => subtype);
}

const lines = (...text: string[]): string => `${text.join('\r\n')}\r\n`;

describe('a mail that nobody would write', () => {
  const boundary = 'Content-Type: multipart/mixed; boundary="b"';
  const nested = Array.from({ length: 500 }, (_, n) => `Content-Type: multipart/mixed; boundary=n${n}\r\n\r\n--n${n}`);
  const mails: Readonly<Record<string, (word: string) => Buffer | string>> = {
    'has four bytes': () => 'Hi\r\n',
    'has no headers': (word) => lines('', word),
    'has lines that are no headers': (word) => lines('Subject', ': empty', ' folded', 'Subject: x', '', word),
    'says multipart and has no boundary': (word) => lines('Content-Type: multipart/mixed', '', word),
    'never ends its parts': (word) => lines(boundary, '', '--b', 'Content-Type: text/html', '', `<p>${word}`, '--b'),
    'has base64 that is none': (word) =>
      lines('Content-Type: text/plain', 'Content-Transfer-Encoding: base64', '', `!!!${word}!!! ===`),
    'is in no known character set': (word) =>
      lines('Content-Type: text/plain; charset=klingon-8', '', word, '\xff\xfe'),
    'holds NUL bytes and half characters': (word) =>
      Buffer.concat([
        Buffer.from(`Subject: =?utf-8?B?7aCA?= \0\r\n\r\n${word}\0`),
        Buffer.from([0xed, 0xa0, 0x80, 0xff]),
      ]),
    'nests parts five hundred deep': (word) => lines('Subject: deep', ...nested, '', word),
    'has a subject of a hundred thousand characters': (word) => lines(`Subject: ${'x'.repeat(100_000)}`, '', word),
    'is from nobody': (word) => lines('From: <>', 'To: undisclosed-recipients:;', '', word),
    'names 10,000 recipients': (word) =>
      lines(`To: ${Array.from({ length: 10_000 }, (_, n) => `r${n}@abc.example`).join(',\r\n ')}`, '', word),
  };

  it.each(Object.entries(mails))('is kept as it came: it %s', async (title, mailOf) => {
    const word = title === 'has four bytes' ? 'Hi\r\n' : `word-${randomBytes(6).toString('hex')}`;
    const raw = Buffer.from(mailOf(word));

    await sendRaw('odd@customer.example', raw);

    const found = await until(async () => {
      const all = await interactionsWith(word);
      return all.length > 0 ? all : undefined;
    });
    expect(found).toHaveLength(1);
    const kept = await product.administrator.call('GET', `/api/interactions/${found[0]?.id}`);
    expectStatus(kept, 200);
  });

  it('is one interaction for three hundred recipients', async () => {
    const to = Array.from({ length: 300 }, (_, n) => `team${n}@abc.example`);
    await sendRaw('many@customer.example', lines('Subject: To all of you', '', 'word-for-all'), to);

    expect(await interactionsWith('word-for-all')).toHaveLength(1);
  });

  it('may bring an attachment of 30 MB, which comes out as it went in', async () => {
    const content = randomBytes(30_000_000);
    const mail: SmtpMail = {
      from: 'big@customer.example',
      to: support,
      subject: 'word-for-big',
      text: 'See attached.',
    };
    await sendSmtp(product.smtpPort, { ...mail, attachments: [{ filename: 'scan.bin', content }] });

    const [found] = await interactionsWith('word-for-big');
    const { body } = await product.administrator.call('GET', `/api/interactions/${found?.id}`);
    expect(body.message.attachments).toMatchObject([{ fileName: 'scan.bin', size: content.length }]);
    const file = await fetch(`${product.url}/api/attachments/${body.message.attachments[0].id}`, {
      headers: { cookie: product.administrator.cookie },
    });
    expect(hashOf(Buffer.from(await file.arrayBuffer()))).toBe(hashOf(content));
  });

  it('is refused for good when it is larger than what is taken', async () => {
    const content = randomBytes(40_000_000);
    const mail: SmtpMail = { from: 'huge@customer.example', to: support, subject: 'Too big', text: 'See attached.' };

    await expect(
      sendSmtp(product.smtpPort, { ...mail, attachments: [{ filename: 'film.bin', content }] }),
    ).rejects.toMatchObject({ responseCode: 552 });
  });
});

describe('a mail that a machine wrote', () => {
  beforeAll(async () => {
    const mailbox = {
      name: 'Sales',
      protocol: 'imap',
      host: '127.0.0.1',
      port: 9,
      user: 'sales',
      password: 'none',
      address: 'sales@abc.example',
      endpoint: 'default',
      enabled: false,
    };
    expectStatus(await product.administrator.call('PUT', '/api/mailboxes/Sales', mailbox), 204);
  });

  const report = 'Content-Type: multipart/report; report-type=delivery-status; boundary=b';
  it.each([
    ['is an automatic reply', 'away@customer.example', 'Auto-Submitted: auto-replied'],
    ['has a null return path', '', 'X-Any: x'],
    ['comes from a list', 'list@customer.example', 'List-Id: <news.customer.example>'],
    ['is bulk mail', 'bulk@customer.example', 'Precedence: bulk'],
    ['is a report', 'mta@customer.example', report],
    ['comes from a mail system', 'mailer-daemon@customer.example', 'X-Any: x'],
    ['wants no automatic answer', 'quiet@customer.example', 'X-Auto-Response-Suppress: All'],
    ['comes from the address it was sent to', support, 'X-Any: x'],
    ['comes from another address of ours', 'sales@abc.example', 'X-Any: x'],
  ])('is routed and not acknowledged: it %s', async (title, from, header) => {
    const word = `word-${title.replaceAll(' ', '-')}`;
    const sender = from === '' ? 'person@customer.example' : from;
    const id = `<${title.replaceAll(' ', '.')}@customer.example>`;

    await sendRaw(from, lines(`From: ${sender}`, `To: ${support}`, `Message-ID: ${id}`, header, '', word));

    const { id: found } = await distributed(word);
    expect(await children(found)).toEqual([]);
  });

  it('is acknowledged five times in ten minutes at most when it answers every acknowledgement like a person', async () => {
    const robot = 'robot@customer.example';
    const answer = async (number: number, inReplyTo?: string): Promise<Found> => {
      const mail: SmtpMail = { from: robot, to: support, subject: 'I am away', text: `word-of-robot-${number}.` };
      await sendSmtp(product.smtpPort, { ...mail, ...(inReplyTo !== undefined && { inReplyTo }) });
      return distributed(`word-of-robot-${number}.`);
    };
    let found = await answer(0);
    let answered = 0;
    while ((await children(found.id)).length > 0) {
      answered += 1;
      expect(answered).toBeLessThanOrEqual(5);
      const mails = await until(async () => {
        const all = await mailsTo(product.sink, robot);
        return all.length === answered ? all : undefined;
      });
      found = await answer(answered, mails.at(-1)?.messageId);
    }

    expect(answered).toBe(5);
    expect(await mailsTo(product.sink, robot)).toHaveLength(5);
  });
});

describe('a reply', () => {
  let ada: Desk;
  beforeAll(async () => {
    ada = await sitDown(product, { userName: 'ada' });
  });

  it('cannot bring another header or recipient into the mail', async () => {
    const customer = 'victim@customer.example';
    await sendSmtp(product.smtpPort, { from: customer, to: support, subject: 'word-victim', text: 'Hello' });
    const id = await handled('word-victim');
    const subject = 'Re: Hello\r\nBcc: spy@evil.example\r\nX-Evil: yes\r\n\r\nOther text';
    const to = [{ address: customer, name: 'Victim" <spy@evil.example>, "\r\nCc: spy@evil.example' }];
    await ada.reply(id, { subject, to });

    const mail = await mailTo(product.sink, customer, (candidate) => !isAutomatic(candidate));
    const raw = product.sink.mails.find((sunk) => sunk.raw.includes(mail.messageId ?? 'none'));
    expect(raw?.to).toEqual([customer]);
    expect([mail.bcc, mail.cc, mail.headers.get('x-evil')]).toEqual([undefined, undefined, undefined]);
    expect(mail.text).toContain('Gladly.');
    expect(product.sink.mails.filter(({ to: all }) => all.some((one) => one.includes('spy')))).toEqual([]);
  });

  it('to an auto-responder ends there', async () => {
    const away = 'away@holiday.example';
    await sendSmtp(product.smtpPort, { from: away, to: support, subject: 'word-holiday', text: 'Hello' });
    await ada.reply(await handled('word-holiday'));
    const reply = await mailTo(product.sink, away, (candidate) => !isAutomatic(candidate));

    const headers = { 'Auto-Submitted': 'auto-replied' };
    const mail = { from: away, to: support, subject: 'Re: away', text: 'word-away', headers };
    await sendSmtp(product.smtpPort, { ...mail, inReplyTo: reply.messageId ?? '' });

    const { id } = await distributed('word-away');
    expect(await children(id)).toEqual([]);
  });

  /** Ada rejects or is done with what the tests before left, until she handles the interaction with this word. */
  async function handled(word: string): Promise<string> {
    const [wanted] = await interactionsWith(word);
    if (wanted === undefined) throw new Error(`nothing holds ${word}`);
    for (;;) {
      const { id } = await ada.invited(({ state }) => state === 'inviting');
      const { status } = await ada.call('POST', `/api/desktop/interactions/${id}/accept`);
      if (status !== 200) continue;
      if (id === wanted.id) return id;
      expectStatus(await ada.call('POST', `/api/desktop/interactions/${id}/done`, {}), 200);
    }
  }
});

it('leaves everything running, and the next customer is answered as usual', async () => {
  await sendSmtp(product.smtpPort, { from: 'next@customer.example', to: support, subject: 'Next', text: 'Hello' });
  await mailTo(product.sink, 'next@customer.example', isAutomatic);

  const { rows } = await product.pool.query(`select id, problem from interactions where queue = 'ErrorHeld'`);
  expect(rows).toEqual([]);
  expect(product.signalbox.process.exitCode).toBeNull();
  expect(product.signalbox.logged()).not.toContain('ended by itself');
});

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
