import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { emailIntake } from '#runtime/interaction/accept-mail.ts';
import { getTrace } from '#runtime/interaction/get-trace.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';
import { startTestRedis, type TestRedis } from '#test/support/redis.ts';
import { until } from '#test/support/until.ts';

const process: BusinessProcessInput = {
  format: 1,
  name: 'Small',
  endpoints: { default: { media: 'email', queue: 'In' } },
  queues: {
    In: { views: { All: { submitter: { strategy: 'Sort' } } } },
    Out: { parking: true },
    Orders: { parking: true },
    ErrorHeld: { parking: true },
  },
  strategies: {
    Sort: {
      blocks: {
        entry: { type: 'entry', config: {}, ports: { next: 'acknowledge' } },
        acknowledge: {
          type: 'acknowledgement',
          config: { response: 'Thanks', queue: 'Out' },
          ports: { sent: 'screen', error: 'screen' },
        },
        screen: {
          type: 'screen',
          config: { rule: 'Order' },
          ports: { matched: 'orders', 'not-matched': 'pause', error: 'stop' },
        },
        orders: { type: 'queue-interaction', config: { queue: 'Orders', priority: 5 } },
        pause: { type: 'wait', config: { seconds: 0.2 }, ports: { next: 'broken', error: 'stop' } },
        broken: {
          type: 'script',
          config: { code: "if (interaction.subject === 'Break') throw new Error('broken on purpose');" },
          ports: { next: 'stop' },
        },
        stop: { type: 'stop-interaction', config: { reason: 'done' } },
      },
    },
  },
};

describe.each(['PostgreSQL', 'Redis'])('the engine with wake-ups on %s', (backend) => {
  let redis: TestRedis | undefined;
  let engine: Engine;

  beforeAll(async () => {
    redis = backend === 'Redis' ? await startTestRedis() : undefined;
    engine = await startEngine(redis && { redisUrl: redis.url });
    const { pool } = engine.database;
    await pool.query(`insert into standard_responses (tenant_id, name, document) values ('default', 'Thanks', $1)`, [
      JSON.stringify({
        name: 'Thanks',
        text: 'Dear <$Contact.FirstName$>, about "<$Interaction.Subject$>": thank you.',
      }),
    ]);
    await pool.query(`insert into screening_rules (tenant_id, name, document) values ('default', 'Order', $1)`, [
      JSON.stringify({
        name: 'Order',
        pattern: 'RegExFind("A-\\d+", OrderId)',
        fields: { subject: true, body: true },
      }),
    ]);
    engine.listen();
  });
  beforeEach(() => engine.activate(process));
  afterAll(async () => {
    await engine.stop();
    await redis?.stop();
  });

  const read = async (id: string) => {
    const { rows } = await engine.database.pool.query('select * from interactions where id = $1', [id]);
    return rows[0];
  };

  it('knows a mail by its delivery key for the tenant that took it, and for no other', async () => {
    await engine.submissions.submit(anInteraction({ onceKeys: ['delivery pop3 box 1'] }));
    const intake = emailIntake(engine.submissions, engine.database.pool);

    expect(await intake.known?.('default', ['pop3 box 1', 'pop3 box 2'])).toEqual(new Set(['pop3 box 1']));
    expect(await intake.known?.('other', ['pop3 box 1'])).toEqual(new Set());
  });

  it('acknowledges, screens, attaches what was found and places by the screening', async () => {
    const { interactionId } = await engine.submissions.submit(anInteraction({ text: 'My order A-4711 is late' }));

    const placed = await until(async () => {
      const row = await read(interactionId);
      return row.queue === 'Orders' ? row : undefined;
    });

    expect(placed).toMatchObject({ state: 'queued', priority: 5, data: { ScrKey_OrderId: 'A-4711' } });
    const { rows } = await engine.database.pool.query(
      'select i.queue, i.subtype, m.text, m.automatic from interactions i join messages m on m.interaction_id = i.id where parent_id = $1',
      [interactionId],
    );
    expect(rows).toEqual([
      {
        queue: 'Out',
        subtype: 'OutboundAcknowledgement',
        text: 'Dear Ada, about "A question": thank you.',
        automatic: 'auto-submitted',
      },
    ]);
  });

  it('resumes a run that waits over its journal, and its trace tells the path', async () => {
    const { interactionId } = await engine.submissions.submit(anInteraction());

    await until(async () => (await read(interactionId)).state === 'stopped' || undefined);

    const trace = await getTrace(engine.database.pool, 'default', interactionId);
    expect(trace.runs[0]?.path.map(({ block, port }) => `${block} ${port}`)).toEqual([
      'entry next',
      'acknowledge sent',
      'screen not-matched',
      'pause next',
      'broken next',
      expect.stringMatching(/^stop /),
    ]);
    expect(trace.runs[0]?.calls.map(({ name }) => name)).toEqual([
      'acknowledgement',
      'screen',
      'wait',
      'stop-interaction',
    ]);
    expect(trace.events.map(({ kind }) => kind)).toEqual([
      'InteractionSubmitted',
      'PlacedInQueue',
      'TakenFromQueue',
      'PartyAdded',
      'PartyRemoved',
      'ProcessingStopped',
    ]);
  });

  it('holds an interaction whose strategy failed, with the reason', async () => {
    const { interactionId } = await engine.submissions.submit(anInteraction({ subject: 'Break' }));

    const held = await until(async () => {
      const row = await read(interactionId);
      return row.queue === 'ErrorHeld' ? row : undefined;
    });

    expect(held.problem).toMatchObject({ code: 'run/unhandled', strategy: 'Sort', block: 'broken', queue: 'In' });
    expect(held.problem.message).toContain('broken on purpose');
  });

  it('answers no machine', async () => {
    const { interactionId } = await engine.submissions.submit(
      anInteraction({ automatic: 'auto-submitted', text: 'A-1' }),
    );

    await until(async () => (await read(interactionId)).queue === 'Orders' || undefined);

    const { rowCount } = await engine.database.pool.query('select from interactions where parent_id = $1', [
      interactionId,
    ]);
    expect(rowCount).toBe(0);
  });

  it('takes the same message once', async () => {
    const once = anInteraction({ onceKeys: ['id <one@example.com>'] });

    const [first, second] = await Promise.all([engine.submissions.submit(once), engine.submissions.submit(once)]);
    const third = await engine.submissions.submit(once);

    expect(second.interactionId).toBe(first.interactionId);
    expect([first.duplicate, second.duplicate, third.duplicate].filter(Boolean)).toHaveLength(2);
  });

  it('finishes a waiting run on the version it started with', async () => {
    const { interactionId } = await engine.submissions.submit(anInteraction());
    await until(async () => {
      const { rows } = await engine.database.pool.query(
        `select from runs where interaction_id = $1 and state = 'waiting'`,
        [interactionId],
      );
      return rows[0];
    });
    const changed = structuredClone(process);
    const stop = changed.strategies?.['Sort']?.blocks['stop'];
    if (stop !== undefined) stop.config = { reason: 'done by the new version' };
    await engine.activate(changed);

    const stopped = await until(async () => {
      const row = await read(interactionId);
      return row.state === 'stopped' ? row : undefined;
    });

    expect(stopped.stop_reason).toBe('done');
  });
});
