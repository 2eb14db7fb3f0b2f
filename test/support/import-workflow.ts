import { parseBundle } from '#dsl/check/parse-bundle.ts';
import { importProject } from '#dsl/composer/import-project.ts';
import { aWorkflow, type DiagramBlock, type DiagramLink } from './composer-project.ts';

/** The Exit that most synthetic workflows end with. */
export const exitBlock: DiagramBlock = { id: 'exit', type: 'ird:ExitBlock', name: 'Exit1' };

/** Reads a synthetic project and holds what comes of it against our own schema. `errors` are what our checks say. */
export function importFiles(files: Readonly<Record<string, string>>) {
  const result = importProject(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    'Project',
  );
  const { process, diagnostics } = parseBundle(JSON.parse(JSON.stringify(result.bundle)));
  if (process === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return { ...result, process, errors };
}

/** Reads a project of one synthetic workflow, `Main`; `ours` are its blocks here, `item` the line of the report by name. */
export function importWorkflow(
  blocks: readonly DiagramBlock[],
  links: readonly DiagramLink[],
  variables: Readonly<Record<string, string>> = {},
) {
  const result = importFiles({ 'Workflows/Main.workflow': aWorkflow(blocks, links, variables) });
  const { blocks: ours = {} } = result.process.strategies['Main'] ?? {};
  const item = (name: string) => result.report.items.find((one) => one.name === name);
  return { ...result, ours, item };
}
