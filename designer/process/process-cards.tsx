import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import type { CanvasCard, CanvasWire } from '../canvas/canvas-parts.ts';
import type { Position } from '../commands/edit.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { problemPlace } from '../panel/problem-place.ts';
import { isOff, lineOf, ObjectCard, type ProblemCount, titleOf } from './object-card.tsx';
import type { DrawnParts, ProcessGraph } from './process-graph.ts';

/** Cards of a process where they stand. */
export function processCards(
  graph: ProcessGraph,
  process: DrawnParts,
  places: Readonly<Record<string, Position>>,
  problems: readonly Diagnostic[],
): CanvasCard[] {
  const counts = problemCounts(problems);
  const wired = new Set(graph.wires.map((wire: CanvasWire) => wire.from));
  return graph.nodes.map((node) => {
    const { x, y } = places[node.id] ?? { x: 0, y: 0 };
    const line = lineOf(node, process);
    return {
      id: node.id,
      x,
      y,
      width: node.width,
      height: node.height,
      label: [t.kinds[node.kind], titleOf(node), line].filter(Boolean).join(', '),
      shape: node.shape,
      hue: node.hue,
      hasEntrance: node.hasEntrance,
      ports: node.ports.map((port) => ({ name: port.name, kind: 'plain', isWired: wired.has(node.id) })),
      content: (
        <ObjectCard node={node} line={line} isOff={isOff(node, process)} problems={counts.get(node.id) ?? noProblems} />
      ),
    };
  });
}

const noProblems = { errors: 0, warnings: 0 };

// problems of blocks count for their strategy
function problemCounts(problems: readonly Diagnostic[]): ReadonlyMap<string, ProblemCount> {
  const counts = new Map<string, ProblemCount>();
  for (const problem of problems.filter((one) => one.severity !== 'information')) {
    const { strategy, select } = problemPlace(problem);
    const id = strategy === undefined ? select : `strategy:${strategy}`;
    if (id === undefined) continue;
    const { errors, warnings } = counts.get(id) ?? noProblems;
    const isError = problem.severity === 'error';
    counts.set(id, { errors: errors + (isError ? 1 : 0), warnings: warnings + (isError ? 0 : 1) });
  }
  return counts;
}
