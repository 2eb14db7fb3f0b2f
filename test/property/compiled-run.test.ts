import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import { testInput } from '#dsl/testing/test-input.ts';
import { runOverStandIns } from '#dsl/testing/test-run.ts';
import { aProcessWith } from '#test/support/a-process.ts';
import { openVmRealm } from '#test/support/vm-realm.ts';

/** A block of a random strategy as the interpreter below understands it. */
type Plain =
  | { readonly kind: 'attach'; readonly key: string; readonly value: number; readonly next: string }
  | { readonly kind: 'if'; readonly key: string; readonly limit: number; readonly yes: string; readonly no: string }
  | {
      readonly kind: 'screen';
      readonly answer: 'yes' | 'no' | 'fails';
      readonly yes: string;
      readonly no: string;
      readonly error: string | undefined;
    }
  | { readonly kind: 'queue' }
  | { readonly kind: 'stop' };

const ids = ['b0', 'b1', 'b2', 'b3', 'b4', 'b5'];
const id = fc.constantFrom(...ids);
const key = fc.constantFrom('A', 'B');
const number = fc.integer({ min: 0, max: 4 });
const plain: fc.Arbitrary<Plain> = fc.oneof(
  fc.record({ kind: fc.constant('attach' as const), key, value: number, next: id }),
  fc.record({ kind: fc.constant('if' as const), key, limit: number, yes: id, no: id }),
  fc.record({
    kind: fc.constant('screen' as const),
    answer: fc.constantFrom('yes', 'no', 'fails'),
    yes: id,
    no: id,
    error: fc.option(id, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('queue' as const) }),
  fc.record({ kind: fc.constant('stop' as const) }),
);
const graph = fc
  .tuple(...ids.map(() => plain))
  .map((blocks) => new Map(blocks.map((block, index) => [ids[index] ?? '', block])));

/** What a run came to. */
interface Outcome {
  readonly path: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly ends: 'queue' | 'stop' | 'failed';
}

/** Blocks a run may take, Entry among them. */
const budget = 1000;

/** The meaning of a strategy, told by itself: from block to block, without compiler, realm or answers. */
function interpret(blocks: ReadonlyMap<string, Plain>): Outcome {
  const path = ['entry next'];
  const data: Record<string, number> = {};
  for (let at = 'b0'; ; ) {
    const block = blocks.get(at);
    if (block === undefined || path.length >= budget) return { path, data, ends: 'failed' };
    const [port, next] = leave(block, data);
    if (next === undefined && port === 'error') return { path, data, ends: 'failed' };
    path.push(`${at} ${port}`);
    if (next === undefined) return { path, data, ends: block.kind === 'queue' ? 'queue' : 'stop' };
    at = next;
  }
}

function leave(block: Plain, data: Record<string, number>): readonly [port: string, next: string | undefined] {
  switch (block.kind) {
    case 'attach':
      data[block.key] = block.value;
      return ['next', block.next];
    case 'if': {
      const value = data[block.key];
      return value !== undefined && value > block.limit ? ['true', block.yes] : ['false', block.no];
    }
    case 'screen':
      if (block.answer === 'fails') return ['error', block.error];
      return block.answer === 'yes' ? ['matched', block.yes] : ['not-matched', block.no];
    case 'queue':
      return ['queued', undefined];
    case 'stop':
      return ['stopped', undefined];
  }
}

function documentBlock(block: Plain) {
  switch (block.kind) {
    case 'attach':
      return {
        type: 'attach-data',
        config: { entries: [{ key: block.key, value: block.value }] },
        ports: { next: block.next },
      };
    case 'if': {
      const rules = [{ field: `data.${block.key}`, operator: '>', value: block.limit }];
      return {
        type: 'if',
        config: { condition: { combinator: 'and', rules } },
        ports: { true: block.yes, false: block.no },
      };
    }
    case 'screen': {
      const error = block.error === undefined ? {} : { error: block.error };
      return {
        type: 'screen',
        config: { rule: 'Any' },
        ports: { matched: block.yes, 'not-matched': block.no, ...error },
      };
    }
    case 'queue':
      return { type: 'queue-interaction', config: { queue: 'In' } };
    case 'stop':
      return { type: 'stop-interaction' };
  }
}

function answersOf(blocks: ReadonlyMap<string, Plain>) {
  const entries = [...blocks].flatMap(([at, block]) => {
    if (block.kind !== 'screen') return [];
    return [
      [at, block.answer === 'fails' ? { error: 'away' } : { matched: block.answer === 'yes', rules: [], keys: {} }],
    ];
  });
  return Object.fromEntries(entries);
}

async function compileAndRun(blocks: ReadonlyMap<string, Plain>): Promise<Outcome> {
  const written = [...blocks].map(([at, block]) => [at, documentBlock(block)]);
  const process = aProcessWith({ entry: { type: 'entry', ports: { next: 'b0' } }, ...Object.fromEntries(written) });
  const compiled = compileStrategy(process, 'Main');
  if (!('source' in compiled)) throw new Error(JSON.stringify(compiled.diagnostics));
  const given = { interaction: {}, data: {}, answers: answersOf(blocks), calls: {} };
  const run = await runOverStandIns(await openVmRealm(compiled), testInput('Main', given), given);
  const { ScreeningRules: _, ...data } = run.data;
  const last = run.calls.at(-1)?.name === 'queue-interaction' ? 'queue' : 'stop';
  return {
    path: run.path.map(({ block, port }) => `${block} ${port}`),
    data,
    ends: run.state === 'failed' ? 'failed' : last,
  };
}

test('a compiled strategy does what its graph means', async () => {
  await fc.assert(
    fc.asyncProperty(graph, async (blocks) => {
      const [run, meant] = [await compileAndRun(blocks), interpret(blocks)];

      // what a run wrote that was ended over its budget is not asked for any more
      const { data: _, ...failed } = meant;
      if (meant.ends === 'failed') expect(run).toMatchObject(failed);
      else expect(run).toEqual(meant);
    }),
    { numRuns: 60 },
  );
});
