import { afterEach, describe, expect, test } from 'vitest';
import { type ErrorCode, type ErrorFacts, errorTable } from '#dsl/errors/codes.ts';
import type { JournalEntry } from '#dsl/compile/run-contract.ts';
import { anInput, oneBlockSource } from '#test/support/one-block-source.ts';
import type { SandboxOptions } from './sandbox-options.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

const opened: Sandbox[] = [];

async function open(source: string, options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({ source, strategy: 'S', ...options });
  opened.push(sandbox);
  return sandbox;
}

afterEach(() => {
  for (const sandbox of opened.splice(0)) sandbox.dispose();
});

function textOfCode<Code extends ErrorCode>(code: Code, facts: ErrorFacts[Code]): string {
  return errorTable[code].text(facts);
}

const at = 1_767_225_660_000;
const twoCalls = oneBlockSource(`
  const first = await calls.screen({ rule: 'A' });
  data.first = first;
  const second = await calls.queueInteraction({ queue: first });
  data.second = second;`);

describe('a run', () => {
  test('stops at its host call, goes on with the answer and ends', async () => {
    const sandbox = await open(twoCalls);

    const started = await sandbox.start(anInput('r', { kept: 1 }), []);
    const answered = await sandbox.answer('r', [{ seq: 0, at, result: 'Q' }]);
    const ended = await sandbox.answer('r', [{ seq: 1, at, result: true }]);

    expect(started).toEqual({
      state: 'calling',
      calls: [{ seq: 0, block: 'b', name: 'screen', params: { rule: 'A' } }],
      path: [],
    });
    expect(answered.calls).toEqual([{ seq: 1, block: 'b', name: 'queue-interaction', params: { queue: 'Q' } }]);
    expect(answered.data).toEqual({ kept: 1, first: 'Q' });
    expect(ended).toEqual({
      state: 'ended',
      calls: [],
      path: [{ block: 'b', port: 'next' }],
      data: { kept: 1, first: 'Q', second: true },
    });
    expect(sandbox.liveRuns).toBe(0);
  });

  test('sees the attached data that others changed, and reports only its own changes', async () => {
    const sandbox = await open(
      oneBlockSource('await calls.wait({}); log(JSON.stringify(data)); await calls.wait({});'),
    );
    await sandbox.start(anInput('r', { a: 1 }), []);

    const turn = await sandbox.answer('r', [{ seq: 0, at, data: JSON.parse('{ "a": 2, "__proto__": "x" }') }]);

    expect(turn.log).toEqual(['{"a":2,"__proto__":"x"}']);
    expect(turn.data).toBeUndefined();
  });

  test('has a clock that stands at its start, then at its latest answer', async () => {
    const source = oneBlockSource(
      'log(new Date().toISOString()); await calls.wait({}); log(Date.now()); log(Date().slice(0, 3));',
    );
    const sandbox = await open(source);

    const started = await sandbox.start(anInput('r'), []);
    const ended = await sandbox.answer('r', [{ seq: 0, at }]);

    expect(started.log).toEqual(['2026-01-01T00:00:00.000Z']);
    expect(ended.log).toEqual([String(at), 'Thu']);
  });

  test('draws the same chance in every replay and another than other runs', async () => {
    const sandbox = await open(oneBlockSource('log(Math.random()); log(Math.random()); log(Math.max(1, 2));'));

    const one = await sandbox.start(anInput('r'), []);
    const again = await sandbox.start(anInput('r'), []);
    const other = await sandbox.start(anInput('other'), []);

    expect(again.log).toEqual(one.log);
    expect(other.log).not.toEqual(one.log);
    expect(one.log?.map(Number).every((drawn) => drawn >= 0 && drawn <= 2)).toBe(true);
  });

  test('leaves by its error port with what was thrown, else fails with it', async () => {
    const source = `({ "S": async (run) => {
      const { data, calls } = run;
      const next = await run.block("ask", { error: "say" }, async () => { await calls.screen({}); return "next"; });
      await run.block(next, {}, async (lastError) => { data.error = lastError; return "next"; });
      await run.block("end", { next: "x" }, async () => { throw { message: "nobody listens" }; });
    } })`;
    const sandbox = await open(source);
    await sandbox.start(anInput('r'), []);

    const turn = await sandbox.answer('r', [{ seq: 0, at, error: { code: 'call/invalid', message: 'no rule' } }]);

    expect(turn.data).toEqual({ error: { code: 'call/invalid', message: 'no rule', block: 'ask' } });
    expect(turn.path.map(({ port }) => port)).toEqual(['error', 'next']);
    const message = textOfCode('run/unhandled', { strategy: 'S', block: 'end', reason: 'nobody listens' });
    expect(turn.error).toEqual({ code: 'run/unhandled', message, block: 'end' });
  });

  test('fails past its budget of blocks', async () => {
    const source = '({ "S": async (run) => { for (;;) await run.block("b", {}, async () => "next"); } })';
    const sandbox = await open(source, { maxSteps: 7 });

    const turn = await sandbox.start(anInput('r'), []);

    const message = textOfCode('run/budget-steps', { strategy: 'S', limit: 7 });
    expect(turn).toMatchObject({ state: 'failed', error: { code: 'run/budget-steps', message, block: 'b' } });
    expect(turn.path).toHaveLength(7);
  });

  test('fails when it waits for what no answer brings', async () => {
    const sandbox = await open(oneBlockSource('await new Promise(() => {});'));

    const turn = await sandbox.start(anInput('r'), []);

    expect(turn.error).toEqual({ code: 'run/stalled', message: textOfCode('run/stalled', { strategy: 'S' }) });
  });

  test('ends with the block whose call placed the interaction, in a subroutine too', async () => {
    const source = `({
      "S": async (run) => { await run.block("sub", {}, async () => { await run.subroutine("T", {}); return "next"; }); run.data.after = true; },
      "T": async (run) => {
        await run.block("place", { next: "more" }, async () => { await run.call("queue-interaction", {}); return "queued"; });
        run.data.more = true;
      },
    })`;
    const sandbox = await open(source);
    await sandbox.start(anInput('r'), []);

    const turn = await sandbox.answer('r', [{ seq: 0, at, result: {}, placed: true }]);

    expect(turn).toEqual({ state: 'ended', calls: [], path: [{ block: 'place', port: 'queued', strategy: 'T' }] });
  });
});

describe('a subroutine', () => {
  const source = `({
    "S": async (run) => {
      await run.block("b", {}, async () => {
        run.declare({ mine: { type: "integer", direction: "local", default: 1 } });
        run.data.out = await run.subroutine("T", { given: 5, hidden: 6 });
        run.data.mine = run.vars.mine;
        return "next";
      });
    },
    "T": async (run) => {
      run.declare({
        given: { type: "integer", direction: "in-out", default: 0 },
        hidden: { type: "integer", direction: "local", default: 7 },
        sum: { type: "integer", direction: "out" },
      });
      run.vars.sum = run.vars.given + run.vars.hidden;
      run.vars.mine = 99;
    },
    "deep": async (run) => { await run.block("d", {}, async () => { await run.subroutine("deep", {}); return "next"; }); },
  })`;

  test('gets its in variables, returns its out variables and shares none', async () => {
    const sandbox = await open(source);

    const turn = await sandbox.start(anInput('r'), []);

    expect(turn.data).toEqual({ out: { given: 5, sum: 12 }, mine: 1 });
  });

  test('that calls itself for ever fails', async () => {
    const sandbox = await open(source);

    const turn = await sandbox.start({ ...anInput('r'), strategy: 'deep' }, []);

    const reason = textOfCode('run/subroutine-depth', { strategy: 'deep', limit: 21 });
    expect(turn.error?.message).toContain(reason);
  });
});

describe('a replay', () => {
  const journal: JournalEntry[] = [
    { seq: 0, at, block: 'b', name: 'screen', params: { rule: 'A' }, result: 'Q' },
    { seq: 1, at, block: 'b', name: 'queue-interaction', params: { queue: 'Q' }, result: true },
  ];

  test('takes the same way from the journal and asks only what has no answer', async () => {
    const sandbox = await open(twoCalls);

    const half = await sandbox.start(anInput('half'), journal.slice(0, 1));
    const whole = await sandbox.start(anInput('whole'), journal);

    expect(half.calls.map(({ seq }) => seq)).toEqual([1]);
    expect(whole).toMatchObject({ state: 'ended', data: { first: 'Q', second: true } });
  });

  test('that departs from its journal stops with what was expected', async () => {
    const sandbox = await open(twoCalls);
    const departed = (change: Partial<JournalEntry>) =>
      sandbox.start(anInput('r'), [{ ...(journal[0] as JournalEntry), ...change }]);

    const turns = [
      await departed({ name: 'classify' }),
      await departed({ block: 'c' }),
      await departed({ params: {} }),
    ];

    expect(turns.map(({ error }) => error?.code)).toEqual(Array(3).fill('run/diverged'));
    const [turn] = turns;
    const facts = { strategy: 'S', seq: 0, expected: 'classify in block b', got: 'screen in block b' };
    expect(turn?.error?.message).toBe(textOfCode('run/diverged', facts));
  });

  test('that ends before its journal stops too', async () => {
    const sandbox = await open(oneBlockSource(''));

    const turn = await sandbox.start(anInput('r'), journal);

    expect(turn.error?.code).toBe('run/diverged');
  });

  test('does not mind the order of keys that the database keeps', async () => {
    const sandbox = await open(oneBlockSource('await calls.screen({ b: { d: 1, c: [{ z: 1, y: 2 }] }, a: 1 });'));

    const turn = await sandbox.start(anInput('r'), [
      { seq: 0, at, block: 'b', name: 'screen', params: { a: 1, b: { c: [{ y: 2, z: 1 }], d: 1 } }, result: 1 },
    ]);

    expect(turn.state).toBe('ended');
  });

  test('of calls made side by side gives their answers in the order they came', async () => {
    const source = oneBlockSource(`
      const ask = async (name, awaits) => {
        await run.call(name, {});
        for (let i = 0; i < awaits; i += 1) await null;
        return run.call(name + '-2', {});
      };
      await Promise.all([ask('slow', 9), ask('quick', 1)]);`);
    const sandbox = await open(source);
    await sandbox.start(anInput('r'), []);
    const live = await sandbox.answer('r', [
      { seq: 0, at },
      { seq: 1, at },
    ]);
    const names = ['slow', 'quick', ...live.calls.map(({ name }) => name)];

    const replayed = await sandbox.start(
      anInput('again'),
      names.map((name, seq) => ({ seq, at, block: 'b', name, params: {} })),
    );

    expect(names).toEqual(['slow', 'quick', 'slow-2', 'quick-2']);
    expect(replayed.state).toBe('ended');
  });
});

describe('the sandbox', () => {
  test('replays a run it holds after it has slept, and reports nothing twice', async () => {
    const sandbox = await open(twoCalls);
    await sandbox.start(anInput('r'), []);
    await sandbox.answer('r', [{ seq: 0, at, result: 'Q' }]);

    sandbox.sleep();
    const turn = await sandbox.answer('r', [{ seq: 1, at, result: true }]);

    expect(turn).toEqual({
      state: 'ended',
      calls: [],
      path: [{ block: 'b', port: 'next' }],
      data: { first: 'Q', second: true },
    });
  });

  test('refuses answers to runs it does not hold', async () => {
    const sandbox = await open(twoCalls);
    await sandbox.start(anInput('r'), []);
    sandbox.drop('r');

    await expect(sandbox.answer('r', [{ seq: 0, at }])).rejects.toMatchObject({ code: 'sandbox/run-unknown' });
  });

  test('hears an answer that comes twice once', async () => {
    const sandbox = await open(twoCalls);
    await sandbox.start(anInput('r'), []);
    await sandbox.answer('r', [{ seq: 0, at, result: 'Q' }]);

    const again = await sandbox.answer('r', [{ seq: 0, at, result: 'other' }]);

    expect(again).toEqual({ state: 'calling', calls: [], path: [] });
  });

  test('does not open for a source that is no expression, or that would close its function', async () => {
    for (const source of ['({', '0); } ]); (', 'return 1']) {
      await expect(open(source)).rejects.toMatchObject({ code: 'sandbox/source-invalid' });
    }
  });

  test('refuses everything once it is disposed', async () => {
    const sandbox = await open(twoCalls);
    sandbox.dispose();

    await expect(sandbox.start(anInput('r'), [])).rejects.toMatchObject({ code: 'sandbox/disposed' });
  });
});
