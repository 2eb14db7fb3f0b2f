import type { RunInput } from '#dsl/compile/run-contract.ts';

/** A compiled source with one strategy "S" of one block "b", whose body is given; `ports` are its wires as JavaScript. */
export function oneBlockSource(body: string, ports = '{}'): string {
  return `({ "S": async (run) => {
    const { interaction, contact, data, vars, calls, log } = run;
    await run.block("b", ${ports}, async (lastError) => {
      ${body}
      return "next";
    });
  } })`;
}

/** The input of a run of strategy "S". */
export function anInput(runId: string, data: RunInput['data'] = {}): RunInput {
  return { runId, strategy: 'S', startedAt: 1_767_225_600_000, interaction: { id: runId }, contact: null, data };
}
