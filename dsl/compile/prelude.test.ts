import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Turn } from './run-contract.ts';
import { realmProgram } from './prelude.ts';

// as a Web Worker does it: takes its own globals first, then loads the program, which takes them away
const shell = `
  const { parentPort } = require('node:worker_threads');
  const later = setTimeout;
  const realm = PROGRAM;
  parentPort.on('message', (json) => {
    realm.start(json);
    const { runId } = JSON.parse(json).input;
    const look = () => {
      const turn = realm.collect(runId);
      if (turn === '{"state":"replaying"}') realm.advance(runId), later(look);
      else parentPort.postMessage(turn);
    };
    later(look);
  });`;

/** First turn of a run in a worker's realm. */
async function turnInWorker(source: string, journal: readonly object[] = []): Promise<Turn> {
  const program = realmProgram(source, { maxSteps: 10, maxResultBytes: 10_000 });
  const worker = new Worker(
    shell.replace('PROGRAM', () => program),
    { eval: true },
  );
  const input = { runId: 'r', strategy: 'S', startedAt: 0, interaction: { a: 1 }, contact: null, data: {} };
  try {
    return await new Promise<Turn>((resolve, reject) => {
      worker.on('message', (json: string) => resolve(JSON.parse(json) as Turn));
      worker.on('error', reject);
      worker.postMessage(JSON.stringify({ input, journal }));
    });
  } finally {
    await worker.terminate();
  }
}

test('runs a strategy in a worker as in an isolate, over its journal', async () => {
  const source = `({ "S": async (run) => {
    await run.block("ask", {}, async () => { run.data.got = await run.calls.screen({ rule: "A" }); return "next"; });
    await run.block("wait", {}, async () => { await run.call("wait", {}); return "next"; });
  } })`;
  const entry = { seq: 0, at: 5, block: 'ask', name: 'screen', params: { rule: 'A' }, result: 'yes' };

  const turn = await turnInWorker(source, [entry]);

  expect(turn).toEqual({
    state: 'calling',
    calls: [{ seq: 1, block: 'wait', name: 'wait', params: {} }],
    path: [{ block: 'ask', port: 'next' }],
    data: { got: 'yes' },
  });
});

test("takes away a worker's own globals", async () => {
  const names = [
    'process',
    'require',
    'fetch',
    'setTimeout',
    'postMessage',
    'performance',
    'crypto',
    'structuredClone',
    'URL',
  ];
  const source = `({ "S": async (run) => { run.data.types = [${names.map((name) => `typeof globalThis.${name}`).join()}]; run.data.frozen = Object.isFrozen(globalThis); } })`;

  const turn = await turnInWorker(source);

  expect(turn.data).toEqual({ types: names.map(() => 'undefined'), frozen: true });
});

test('gives a strategy that names it the library of functions, over the clock of the run, and none to keep anything in', async () => {
  const source = `({ "S": async (run) => {
    run.data.day = fn.date("Europe/Berlin");
    run.data.part = fn.strSub("A-1234", 2);
    try { fn.mine = 1; } catch (error) { run.data.kept = error.message; }
  } })`;

  const turn = await turnInWorker(source);

  expect(turn.data).toMatchObject({ day: '1970-01-01', part: '1234', kept: expect.stringContaining('not extensible') });
});
