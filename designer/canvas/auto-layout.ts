import elk, { type ELK, type ElkNode } from 'elkjs/lib/elk-api.js';
import type { CanvasWire, Direction, Point } from './canvas-parts.ts';
import type { LayoutCard } from './stacked-layout.ts';

// no exit is called so, since names of exits have no blanks around them
const entrance = ' in';

let engine: ELK | undefined;

/** Best places for all cards, found in a worker: layers in reading direction, exits in their order, few crossings. */
export async function autoLayout(
  cards: readonly LayoutCard[],
  wires: readonly CanvasWire[],
  direction: Direction,
): Promise<Record<string, Point>> {
  engine ??= new elk.default({
    workerFactory: () => new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url), { type: 'module' }),
  });
  const known = new Set(cards.map((card) => card.id));
  const graph: ElkNode = {
    id: 'canvas',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': direction === 'down' ? 'DOWN' : 'RIGHT',
      'elk.layered.spacing.nodeNodeBetweenLayers': direction === 'down' ? '64' : '56',
      'elk.spacing.nodeNode': direction === 'down' ? '48' : '40',
      'elk.spacing.componentComponent': '72',
      // parts that do not hang together stand one below the other
      'elk.aspectRatio': '0.1',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.nodePlacement.favorStraightEdges': 'true',
      // the order in the document decides where lengths do not, so that a small edit moves little
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.considerModelOrder.components': 'MODEL_ORDER',
      'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
    },
    children: cards.map((card) => toElk(card, direction)),
    edges: wires
      .filter((wire) => known.has(wire.from) && known.has(wire.to) && wire.isLoose !== true)
      .map((wire) => ({ id: wire.id, sources: [`${wire.from}/${wire.port}`], targets: [`${wire.to}/${entrance}`] })),
  };
  const done = await engine.layout(graph);
  return Object.fromEntries(
    (done.children ?? []).map((child) => [child.id, { x: Math.round(child.x ?? 0), y: Math.round(child.y ?? 0) }]),
  );
}

function toElk(card: LayoutCard, direction: Direction): ElkNode {
  const side = direction === 'down' ? 'SOUTH' : 'EAST';
  const count = card.ports.length;
  return {
    id: card.id,
    width: card.width,
    height: card.height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: [
      {
        id: `${card.id}/${entrance}`,
        width: 0,
        height: 0,
        x: direction === 'down' ? card.width / 2 : 0,
        y: direction === 'down' ? 0 : card.height / 2,
        layoutOptions: { 'elk.port.side': direction === 'down' ? 'NORTH' : 'WEST' },
      },
      ...card.ports.map((port, index) => {
        const share = (index + 0.5) / count;
        return {
          id: `${card.id}/${port.name}`,
          width: 0,
          height: 0,
          x: direction === 'down' ? card.width * share : card.width,
          y: direction === 'down' ? card.height : card.height * share,
          layoutOptions: { 'elk.port.side': side },
        };
      }),
    ],
  };
}
