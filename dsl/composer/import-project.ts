import { blockByType } from '../blocks/index.ts';
import type { Bundle } from '../document/bundle.ts';
import type { BusinessProcessInput } from '../document/business-process.ts';
import type { BlockInstance } from '../document/strategy.ts';
import type { Layout } from '../document/layout.ts';
import type { AgentGroupDocument } from '../model/agent-group.ts';
import type { ParityReport } from '../protocol/composer.ts';
import { createCallGraph } from './call-graph.ts';
import type { Callable } from './conversion.ts';
import { convertProcess } from './convert-process.ts';
import { convertStrategy } from './convert-strategy.ts';
import { entryConfig } from './entry-config.ts';
import { errorQueue } from './error-queue.ts';
import { fitCalls } from './fit-calls.ts';
import { createFinder } from './find-file.ts';
import { legalName } from './fresh-names.ts';
import { generatedFrom } from './generated-from.ts';
import { nameStrategies } from './name-strategies.ts';
import { processCanvas } from './process-canvas.ts';
import { parityReport } from './parity-report.ts';
import { beginProcess, type ProcessParts, queueNamed } from './process-parts.ts';
import type { ProjectFile } from './project-file.ts';
import { readProject } from './read-project.ts';
import { beginStrategy, type StrategyDraft } from './strategy-draft.ts';
import { readScripts } from './script-library.ts';
import { sweepTexts } from './sweep-secrets.ts';

/** A Composer project as one of our business processes, and what became of each of its blocks. */
export interface ImportedProject {
  readonly bundle: Pick<Bundle, 'format' | 'kind'> & {
    readonly process: BusinessProcessInput;
    readonly layout: Layout;
    readonly agentGroups: readonly AgentGroupDocument[];
  };
  readonly report: ParityReport;
}

/**
 * Turns the files of a Composer project into one business process: interaction processes draw its canvas, workflows become its
 * strategies, and what they call becomes its subroutines. Every block comes over, as ours or as a placeholder that runs.
 * `name` is used when the project does not say its own. Never throws, whatever the files hold.
 */
export function importProject(files: readonly ProjectFile[], name: string): ImportedProject {
  const project = readProject(files.toSorted((left, right) => (left.path < right.path ? -1 : 1)));
  const sources = new Map(project.files.map((file) => [file.path, generatedFrom(file, project.files)]));
  const all = project.files.filter(({ path }) => sources.get(path) === undefined).flatMap(({ diagrams }) => diagrams);
  const processes = all.filter(({ kind }) => kind === 'process');
  const named = nameStrategies(
    all.filter(({ kind }) => kind !== 'process'),
    processes,
  );
  const shared = { variables: project.variables, library: readScripts(files) };
  const drafts = named.map((one) => ({
    ...one,
    draft: beginStrategy(one.name, one.diagram, one.isSubroutine, shared),
  }));
  const callables = new Map<string, Callable>();
  for (const { draft, diagram, isSubroutine } of drafts) {
    if (!callables.has(diagram.file))
      callables.set(diagram.file, { strategy: draft.name, isSubroutine, names: draft.names });
  }
  const resourceOf = createFinder(callables);
  const parts = beginProcess(named.map((one) => one.name));
  for (const diagram of processes) convertProcess(parts, diagram, resourceOf);
  const callsBack = createCallGraph(named, (reference) => resourceOf(reference)?.strategy);
  const textOf = createFinder(new Map(files.map((file) => [file.path, file])));
  const layout: Layout = { process: { positions: {}, notes: {} }, strategies: {} };
  for (const one of drafts) {
    const converted = convertStrategy(one.draft, {
      ...frameOf(one.draft, parts, callsBack),
      resourceOf,
      textOf: (path) => textOf(path)?.text,
    });
    parts.strategies[one.name] = converted.strategy;
    layout.strategies[one.name] = converted.canvas;
    parts.items.push(...converted.items);
  }
  fitCalls(
    new Map(
      drafts.map(({ name: strategy, draft }) => [strategy, { names: draft.names, blocks: blocksOf(parts, strategy) }]),
    ),
  );
  // a call gives a subroutine its parameters, also one that was converted before
  for (const { name: strategy, draft } of drafts) {
    for (const block of Object.values(blocksOf(parts, strategy))) {
      if (block.type === 'entry') block.config = entryConfig(draft.names.declarations());
    }
  }
  Object.assign(layout.process, processCanvas(processes, parts.positions));
  const title = legalName(project.name, legalName(name, 'Composer project'));
  return {
    bundle: {
      format: 1,
      kind: 'bundle',
      process: sweepTexts(processOf(title, parts)),
      layout: sweepTexts(layout),
      agentGroups: groupsNamed(parts),
    },
    report: sweepTexts(parityReport(title, project.files, sources, parts.items)),
  };
}

function blocksOf({ strategies }: ProcessParts, name: string): Readonly<Record<string, BlockInstance>> {
  // what conversions made has every field
  return (strategies[name]?.blocks ?? {}) as Readonly<Record<string, BlockInstance>>;
}

function processOf(name: string, { endpoints, queues, strategies }: ProcessParts): BusinessProcessInput {
  return {
    format: 1,
    name,
    description: 'Imported from a Composer project.',
    errorQueue,
    endpoints,
    queues,
    strategies,
  };
}

/** The agent groups that strategies route to, still without members: routing to them is sound, and waits. */
function groupsNamed({ strategies }: ProcessParts): AgentGroupDocument[] {
  const named = Object.values(strategies).flatMap(({ blocks }) =>
    Object.values(blocks).flatMap(({ type, config }) => {
      const block = blockByType(type);
      const parsed = block?.config.safeParse(config ?? {});
      const references = block !== undefined && parsed?.success === true ? block.references(parsed.data) : [];
      return references.flatMap(({ kind, name }) => (kind === 'agent-group' ? [name] : []));
    }),
  );
  const description = 'Named by an imported Composer project; give it its members.';
  return [...new Set(named)].toSorted().map((name) => ({ name, description, members: [] }));
}

function frameOf(draft: StrategyDraft, parts: ProcessParts, callsBack: (from: string, callee: string) => boolean) {
  return {
    strategy: draft.name,
    isSubroutine: draft.isSubroutine,
    endsInteractions: draft.endsInteractions,
    names: draft.names,
    callsBack: (callee: string) => callsBack(draft.name, callee),
    queueNamed: (written: string) => queueNamed(parts, written),
  };
}
