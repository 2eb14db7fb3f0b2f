import { z } from 'zod';

/** The call by which a simulated strategy waits before each block. No host call is called so: names have no slash. */
export const pauseCall = 'simulation/pause';

/** What a simulated strategy tells before each block. */
export const pauseSchema = z.object({
  strategy: z.string(),
  vars: z.record(z.string(), z.json()),
  data: z.record(z.string(), z.json()),
  lastError: z.object({ code: z.string(), message: z.string(), block: z.string().optional() }).nullish(),
});

/**
 * The compiled source with a pause before each block, subroutines included: the block tells its variables and attached
 * data, and goes on when the pause is answered. Blocks, answers and clock are the same as without.
 */
export function pausedSource(source: string): string {
  return [
    '((strategies) => Object.fromEntries(Object.entries(strategies).map(([strategy, body]) => [strategy, (run) => {',
    '  const block = (id, ports, compute) => run.block(id, ports, async (lastError) => {',
    `    await run.call("${pauseCall}", { strategy, vars: run.vars, data: run.data, lastError });`,
    '    return compute(lastError);',
    '  });',
    '  return body(Object.freeze({ ...run, block }));',
    `}])))(${source.trimEnd()})`,
  ].join('\n');
}
