import type { CallAnswer, RunInput } from '#dsl/compile/run-contract.ts';
import { createSandbox, type Sandbox } from '#runtime/strategy/sandbox/sandbox.ts';
import type { BenchResult } from './bench-result.ts';

/** Name on the command line. */
export const name = 'sandbox';

const callsPerRun = 8;
const batch = 64;
const measureMs = 3000;

/** Eight blocks, each with one host call, as the compiler writes them. */
function sourceOfEight(): string {
  const cases = Array.from({ length: callsPerRun }, (_, index) => {
    const next = index + 1 < callsPerRun ? `"b${index + 1}"` : 'undefined';
    return `case "b${index}":
      at = await run.block("b${index}", { "next": ${next} }, async () => {
        data.last = (await run.call("screen", { "rule": "Complaint", "of": vars.round })).matched;
        return "next";
      });
      break;`;
  });
  return `({ "Eight": async (run) => {
    const { interaction, contact, data, vars } = run;
    let at = "b0";
    for (;;) { switch (at) { ${cases.join('\n')} default: return; } }
  } })`;
}

function inputOf(runId: string): RunInput {
  const text = 'I have a question about my bill of last month. '.repeat(30);
  return {
    runId,
    strategy: 'Eight',
    startedAt: 1_767_225_600_000,
    interaction: { id: runId, media: 'email', subject: 'My bill', from: 'ann@example.com', text },
    contact: { id: 'c1', firstName: 'Ann', lastName: 'Example', emailAddress: 'ann@example.com' },
    data: { Category: 'Billing', Language: 'en', Customer: '4711' },
  };
}

function answersOf(seq: number): CallAnswer[] {
  return [{ seq, at: 1_767_225_600_100 + seq, result: { matched: seq % 2 === 0 } }];
}

async function runsInBatches(sandbox: Sandbox, first: number): Promise<number> {
  const ids = Array.from({ length: batch }, (_, index) => `run-${first + index}`);
  await sandbox.startMany(ids.map((runId) => ({ input: inputOf(runId), journal: [] })));
  for (let seq = 0; seq < callsPerRun; seq += 1) {
    await sandbox.answerMany(ids.map((runId) => ({ runId, answers: answersOf(seq) })));
  }
  return batch;
}

async function runAlone(sandbox: Sandbox, first: number): Promise<number> {
  const runId = `run-${first}`;
  await sandbox.start(inputOf(runId), []);
  for (let seq = 0; seq < callsPerRun; seq += 1) await sandbox.answer(runId, answersOf(seq));
  return 1;
}

async function perSecond(sandbox: Sandbox, some: typeof runAlone, forMs: number): Promise<number> {
  const startedAt = performance.now();
  let runs = 0;
  while (performance.now() - startedAt < forMs) runs += await some(sandbox, runs);
  return Math.round((runs / (performance.now() - startedAt)) * 1000);
}

/** Runs of eight host calls a second on one core: many in one entry, and each in entries of its own. */
export async function run(): Promise<BenchResult> {
  const sandbox = await createSandbox({ source: sourceOfEight(), strategy: 'Eight' });
  await perSecond(sandbox, runsInBatches, measureMs / 3);
  const ours = await perSecond(sandbox, runsInBatches, measureMs);
  await perSecond(sandbox, runAlone, measureMs / 3);
  const oneByOne = await perSecond(sandbox, runAlone, measureMs);
  sandbox.dispose();
  return { ours, unit: 'runs/s', detail: { callsPerRun, inputKb: 2, runsPerEntry: batch, oneByOne } };
}
