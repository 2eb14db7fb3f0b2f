import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';
import { until } from '#test/support/until.ts';

type Blocks = NonNullable<BusinessProcessInput['strategies']>[string]['blocks'];

/** A process whose strategy runs these blocks and ends in the queue Done; the first one is named `first`. */
function processOf(blocks: Blocks): BusinessProcessInput {
  const variables = Object.fromEntries(
    ['found', 'id', 'count', 'isNew', 'text', 'refused'].map((name) => [name, { type: 'object' as const }]),
  );
  return {
    format: 1,
    name: 'Neighbours',
    endpoints: { default: { media: 'email', queue: 'In' } },
    queues: {
      In: { views: { All: { submitter: { strategy: 'Main' } } } },
      Done: { parking: true },
      Out: { parking: true },
      ErrorHeld: { parking: true },
    },
    strategies: {
      Main: {
        blocks: {
          entry: { type: 'entry', config: { variables }, ports: { next: 'first' } },
          ...blocks,
          keep: {
            type: 'script',
            config: { code: 'Object.assign(data, vars); data.Error = lastError?.code;' },
            ports: { next: 'done' },
          },
          done: { type: 'queue-interaction', config: { queue: 'Done' } },
        },
      },
    },
  };
}

describe('what a strategy does beside its own interaction', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await startEngine();
    engine.listen();
  });
  afterAll(() => engine.stop());

  const query = async (sql: string, ...values: unknown[]) => (await engine.database.pool.query(sql, values)).rows;
  const read = async (id: string) => (await query('select * from interactions where id = $1', id))[0];

  async function runs(blocks: Blocks, wish: Parameters<typeof anInteraction>[0] = {}) {
    await engine.activate(processOf(blocks));
    const { interactionId } = await engine.submissions.submit(anInteraction(wish));
    return until(async () => {
      const row = await read(interactionId);
      return ['Done', 'ErrorHeld'].includes(row.queue) ? row : undefined;
    });
  }

  it('finds open interactions of the same contact, and only those', async () => {
    const from = 'finder@example.com';
    const first = await runs(
      {
        first: { type: 'attach-data', config: { entries: [{ key: 'Order', value: 'A-1' }] }, ports: { next: 'keep' } },
      },
      { from, subject: "It's late" },
    );
    await runs(
      {
        first: { type: 'attach-data', config: { entries: [{ key: 'Order', value: 'A-1' }] }, ports: { next: 'keep' } },
      },
      { from: 'other@example.com' },
    );

    const second = await runs(
      {
        first: {
          type: 'find-interactions',
          config: {
            rules: [
              { field: 'contactId', value: { js: 'interaction.contactId' } },
              { field: 'data.Order', value: { js: "'A-' + 1" } },
              { field: 'subject', value: { js: '"It\'s late"' } },
            ],
            attributes: ['subject', 'data.Order', 'receivedAt'],
            resultVariable: 'found',
          },
          ports: { found: 'keep' },
        },
      },
      { from },
    );

    expect(second.data.found).toEqual([
      {
        id: first.id,
        state: 'queued',
        subject: "It's late",
        'data.Order': 'A-1',
        receivedAt: first.received_at.toISOString(),
      },
    ]);
  });

  it('leaves by "error" when a condition compares with nothing', async () => {
    const done = await runs({
      first: {
        type: 'find-interactions',
        config: { rules: [{ field: 'data.Order', value: { js: 'data.Missing' } }] },
        ports: { found: 'done', none: 'done', error: 'keep' },
      },
    });

    expect(done.data.Error).toBe('find/invalid-condition');
  });

  it('changes what belongs to its contact and refuses strangers and what is within a strategy', async () => {
    const from = 'owner@example.com';
    const attach = {
      first: { type: 'attach-data', config: { entries: [{ key: 'Old', value: 'x' }] }, ports: { next: 'keep' } },
    };
    const mine = await runs(attach, { from });
    const stranger = await runs(attach, { from: 'stranger@example.com' });
    const busy = await runs(attach, { from });
    await query("update interactions set queue = 'Elsewhere' where id = $1", stranger.id);
    await query("update interactions set state = 'routing' where id = $1", busy.id);

    const done = await runs(
      {
        first: {
          type: 'update-interactions',
          config: {
            which: 'ids',
            ids: { js: JSON.stringify([mine.id, stranger.id, busy.id, 'nobody']) },
            set: { Told: { js: 'interaction.subject' } },
            remove: ['Old'],
            refusedVariable: 'refused',
          },
          ports: { updated: 'done', refused: 'keep' },
        },
      },
      { from, subject: 'News' },
    );

    expect(done.data.refused.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      expect.arrayContaining([stranger.id, busy.id, 'nobody']),
    );
    expect((await read(mine.id)).data).toMatchObject({ Told: 'News' });
    expect((await read(mine.id)).data).not.toHaveProperty('Old');
    expect((await read(stranger.id)).data).toHaveProperty('Old');
    expect((await read(busy.id)).data).toHaveProperty('Old');
    expect(
      (await query('select kind from events where interaction_id = $1 order by id desc limit 1', mine.id))[0].kind,
    ).toBe('PropertiesChanged');
  });

  it('identifies the contact by phone number, makes it once, and keeps what it learns', async () => {
    const blocks = (created: string): Blocks => ({
      first: {
        type: 'identify-contact',
        config: { phoneNumber: '+49 30 1234', contactVariable: 'id', createdVariable: 'isNew' },
        ports: { identified: 'learn', none: 'keep', many: 'keep' },
      },
      learn: {
        type: 'update-contact',
        config: { lastName: created, emailAddress: `${created}@example.com`, attributes: { Segment: created } },
        ports: { updated: 'keep' },
      },
    });

    const first = await runs(blocks('Hopper'));
    const second = await runs(blocks('Murray'));

    expect([first.data.isNew, second.data.isNew]).toEqual([true, false]);
    expect(first.contact_id).toBe(first.data.id);
    expect(second.contact_id).toBe(first.data.id);
    expect((await query('select last_name, attributes from contacts where id = $1', first.data.id))[0]).toEqual({
      last_name: 'Murray',
      attributes: { Segment: 'Murray' },
    });
    expect(
      await query(
        'select value, is_primary from contact_addresses where contact_id = $1 order by value',
        first.data.id,
      ),
    ).toEqual([
      { value: '+49301234', is_primary: true },
      { value: 'hopper@example.com', is_primary: true },
      { value: 'murray@example.com', is_primary: false },
    ]);
  });

  it('submits a further interaction and adds a record, both tied to it', async () => {
    const done = await runs({
      first: {
        type: 'submit-new-interaction',
        config: {
          queue: 'Out',
          subject: 'Call back',
          text: 'Today',
          inheritData: true,
          data: { Task: 1 },
          priority: 7,
        },
        ports: { submitted: 'record' },
      },
      record: {
        type: 'create-interaction',
        config: { media: 'voice', subject: 'Called' },
        ports: { created: 'keep' },
      },
    });

    const made = await query(
      'select media, state, queue, priority, stop_reason, thread_id, contact_id, subject, data from interactions where parent_id = $1 order by media desc',
      done.id,
    );
    const tied = { thread_id: done.thread_id, contact_id: done.contact_id };
    expect(made).toMatchObject([
      {
        ...tied,
        media: 'workitem',
        state: 'queued',
        queue: 'Out',
        priority: 7,
        subject: 'Call back',
        data: { Task: 1 },
      },
      { ...tied, media: 'voice', state: 'stopped', stop_reason: 'Record', subject: 'Called' },
    ]);
  });

  it('renders texts, notifies automatically, and says which server is missing', async () => {
    const done = await runs({
      first: {
        type: 'render-content',
        config: { text: 'Dear <$Contact.FirstName$>', resultVariable: 'text' },
        ports: { rendered: 'notify' },
      },
      notify: {
        type: 'create-notification',
        config: { to: 'boss@example.org', subject: 'Look', text: { js: 'vars.text' }, queue: 'Out' },
        ports: { created: 'sms' },
      },
      sms: {
        type: 'create-sms-out',
        config: { to: 'nobody', text: 'x', queue: 'Out' },
        ports: { created: 'done', error: 'keep' },
      },
    });

    expect(done.data).toMatchObject({ text: 'Dear Ada', Error: 'sms/no-number' });
    expect(
      await query(
        'select i.subtype, i.queue, m.text, m.automatic, m.in_reply_to from interactions i join messages m on m.interaction_id = i.id where i.parent_id = $1',
        done.id,
      ),
    ).toEqual([
      {
        subtype: 'OutboundNotification',
        queue: 'Out',
        text: 'Dear Ada',
        automatic: 'auto-submitted',
        in_reply_to: null,
      },
    ]);
  });

  it.each([
    {
      type: 'render-content',
      config: { text: { js: "'Dear <$Contact.('" }, resultVariable: 'text' },
      ports: { rendered: 'done', error: 'keep' },
    },
    {
      type: 'create-email-out',
      config: { to: 'a@example.com', subject: 'Hi', text: { js: "'Dear <$Contact.('" }, queue: 'Out' },
      ports: { created: 'done', error: 'keep' },
    },
    {
      type: 'acknowledgement',
      config: { response: 'Thanks', subject: { js: "'Dear <$Contact.('" }, queue: 'Out' },
      ports: { sent: 'done', suppressed: 'done', error: 'keep' },
    },
  ])('leaves $type by "error" when an expression made a broken field code', async (first) => {
    await query(
      `insert into standard_responses (tenant_id, name, document) values ('default', 'Thanks', '{"name":"Thanks","text":"Hi"}')
       on conflict do nothing`,
    );
    const done = await runs({ first });

    expect(done.data.Error).toBe('response/field-code');
  });

  it('applies every enabled rule by its order and ends at the first match', async () => {
    const rule = (pattern: string, order: number, categories: string[] = [], enabled = true) =>
      JSON.stringify({ pattern, fields: { body: true }, order, categories, enabled });
    for (const [name, document] of [
      ['Any word', rule('Find("order")', 3, ['General'])],
      ['Number', rule('RegExFind("A-\\d+", Order)', 2, ['Order'])],
      ['Off', rule('Find("order")', 1, ['Off'], false)],
    ]) {
      await query("insert into screening_rules (tenant_id, name, document) values ('default', $1, $2)", name, document);
    }
    const blocks = (match: string): Blocks => ({
      first: { type: 'multiscreen', config: { match }, ports: { matched: 'keep', 'not-matched': 'done' } },
    });

    const first = await runs(blocks('first'), { text: 'My order A-4711' });
    const all = await runs(blocks('all'), { text: 'My order A-4711' });

    expect(first.data).toMatchObject({ ScreeningRules: 'Number', ScrKey_Order: 'A-4711', CtgName: 'Order' });
    expect(all.data).toMatchObject({ ScreeningRules: 'Number, Any word', CtgId_Order: 100, CtgId_General: 100 });
  });
});
