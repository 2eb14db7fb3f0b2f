import type { BusinessProcess } from '#dsl/document/business-process.ts';
import type { Layout } from '#dsl/document/layout.ts';
import type { CanvasPort, CanvasWire, Direction, Point } from '../canvas/canvas-parts.ts';
import { type LayoutCard, stackedLayout } from '../canvas/stacked-layout.ts';
import type { StrategyInput } from '../commands/edit.ts';
import { canvasOf } from '../commands/snapshot-parts.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { processGraph } from '../process/process-graph.ts';
import { describeStrategy, wiresOf } from '../strategy/strategy-graph.tsx';
import { drawPicture } from './draw-picture.ts';

/** Finds a place for every card of a graph that nobody has placed yet. */
export type Arrange = (
  cards: readonly LayoutCard[],
  wires: readonly CanvasWire[],
  direction: Direction,
) => Readonly<Record<string, Point>> | Promise<Readonly<Record<string, Point>>>;

/** Colours of the canvas by day; a picture is put on paper. */
const colours: Readonly<Record<string, string>> = {
  '--sb-content': '#0b7285',
  '--sb-mail': '#1a5fb4',
  '--sb-routing': '#0b7a4b',
  '--sb-segmentation': '#8a5a00',
  '--sb-flow': '#4a5468',
  '--sb-data': '#6b3fa0',
  '--sb-bad': '#b3261e',
};

/** The picture of a process as SVG: endpoints, queues, views, submitters, strategies, and whom they route to. */
export async function processPicture(
  process: BusinessProcess,
  layout: Layout,
  arrange: Arrange = stackedLayout,
): Promise<string> {
  const { nodes, wires } = processGraph(process);
  const { positions, notes } = canvasOf(layout, undefined);
  const places = await placesOf({ cards: nodes, wires, direction: 'right', positions }, arrange);
  const cards = nodes.map(({ id, kind, name, width, height, shape, hue, hasEntrance, ports }) => ({
    id,
    ...(places[id] ?? { x: 0, y: 0 }),
    width,
    height,
    shape,
    hasEntrance,
    label: `${t.kinds[kind]} ${name}`.trim(),
    title: name === '' ? t.kinds[kind] : name,
    detail: name === '' ? '' : t.kinds[kind],
    colour: colours[hue] ?? '#4a5468',
    ports: ports.map((port): CanvasPort => ({ name: port.name, kind: 'plain', isWired: true })),
  }));
  return drawPicture({ title: process.name, cards, wires, direction: 'right', notes: Object.values(notes) });
}

/** The picture of a strategy as SVG: its blocks, their exits and the ways between them. */
export async function strategyPicture(
  [name, strategy]: readonly [string, StrategyInput],
  layout: Layout,
  arrange: Arrange = stackedLayout,
): Promise<string> {
  const blocks = describeStrategy(strategy);
  const wires = wiresOf(blocks);
  const { positions, notes } = canvasOf(layout, name);
  const places = await placesOf({ cards: blocks, wires, direction: 'down', positions }, arrange);
  const cards = blocks.map(({ id, width, height, ports, instance, block }) => ({
    id,
    ...(places[id] ?? { x: 0, y: 0 }),
    width,
    height,
    shape: 'block' as const,
    hasEntrance: !block.isEntry,
    label: `${block.name} (${block.typeLabel})`,
    title: block.name,
    detail: block.summary === '' ? block.typeLabel : block.summary,
    colour: colours[`--sb-${block.category}`] ?? '#4a5468',
    ports: ports.map(
      (port): CanvasPort => ({
        name: port.name,
        kind: port.kind,
        label: port.name,
        isWired: instance.ports?.[port.name] !== undefined,
      }),
    ),
  }));
  return drawPicture({ title: name, cards, wires, direction: 'down', notes: Object.values(notes) });
}

/** As the canvas places them: where people put them, else by the best layout, with what is new below. */
async function placesOf(
  graph: {
    readonly cards: readonly LayoutCard[];
    readonly wires: readonly CanvasWire[];
    readonly direction: Direction;
    readonly positions: Readonly<Record<string, Point>>;
  },
  arrange: Arrange,
): Promise<Readonly<Record<string, Point>>> {
  const { cards, wires, direction, positions } = graph;
  const missing = cards.filter((card) => !Object.hasOwn(positions, card.id));
  if (missing.length === 0) return positions;
  if (missing.length === cards.length) return arrange(cards, wires, direction);
  const lowest = Math.max(...Object.values(positions).map(({ y }) => y)) + 160;
  const stacked = stackedLayout(missing, [], direction);
  const below = Object.entries(stacked).map(([id, { x, y }]) => [id, { x, y: y + lowest }] as const);
  return { ...Object.fromEntries(below), ...positions };
}
