import { useMemo } from 'react';
import type { CanvasCard, CanvasWire } from '../canvas/canvas-parts.ts';
import { usePanel } from '../panel/use-panel.ts';
import { type CardMark, TrialMark } from './trial-mark.tsx';
import { useTrial } from './trial-context.tsx';

interface Overlay {
  readonly marks: ReadonlyMap<string, CardMark>;
  /** Exits that were taken, as `block port`; undefined: nothing is said of wires. */
  readonly taken: ReadonlySet<string> | undefined;
}

const nothing: Overlay = { marks: new Map(), taken: undefined };

/**
 * Draws over a strategy's canvas what the open tab of the panel is about: how tests cover it, or the way of the simulation
 * with its breakpoints. Other tabs leave the canvas alone.
 */
export function useTrialOverlay(
  cards: readonly CanvasCard[],
  wires: readonly CanvasWire[],
): { readonly cards: readonly CanvasCard[]; readonly wires: readonly CanvasWire[] } {
  const overlay = useOverlay();
  return useMemo(() => {
    if (overlay === nothing) return { cards, wires };
    const { marks, taken } = overlay;
    return {
      cards: cards.map((card) => withMark(card, marks.get(card.id))),
      wires:
        taken === undefined
          ? wires
          : wires.map((wire) => {
              const emphasis: 'strong' | 'faint' = taken.has(`${wire.from} ${wire.port}`) ? 'strong' : 'faint';
              return { ...wire, emphasis };
            }),
    };
  }, [cards, wires, overlay]);
}

function useOverlay(): Overlay {
  const { isOpen, tab } = usePanel();
  const { strategy, tests, simulation } = useTrial();
  const { coverage } = tests;
  const { now, breakpoints } = simulation;
  return useMemo(() => {
    if (!isOpen) return nothing;
    if (tab === 'tests' && coverage !== undefined) return overlayOfCoverage(coverage.blocks);
    if (tab === 'simulate') return overlayOfSimulation(strategy, now, breakpoints);
    return nothing;
  }, [isOpen, tab, strategy, coverage, now, breakpoints]);
}

function overlayOfCoverage(
  blocks: readonly {
    readonly block: string;
    readonly times: number;
    readonly ports: Readonly<Record<string, number>>;
  }[],
): Overlay {
  const marks = blocks.map(({ block, times }) => [block, { kind: 'tests', times }] as const);
  const taken = blocks.flatMap(({ block, ports }) =>
    Object.entries(ports).flatMap(([port, times]) => (times > 0 ? [`${block} ${port}`] : [])),
  );
  return { marks: new Map(marks), taken: new Set(taken) };
}

function overlayOfSimulation(
  strategy: string,
  now: ReturnType<typeof useTrial>['simulation']['now'],
  breakpoints: ReadonlySet<string>,
): Overlay {
  const moments = (now?.moments ?? []).filter((moment) => moment.strategy === strategy);
  const passed = new Set(moments.map(({ block }) => block));
  const last = now?.state === 'paused' ? moments.at(-1)?.block : undefined;
  const ids = new Set([...passed, ...breakpoints]);
  const marks = [...ids].map((id): [string, CardMark] => [
    id,
    { kind: 'simulation', isPassed: passed.has(id), isNext: id === last, stops: breakpoints.has(id) },
  ]);
  const taken = moments.flatMap(({ block, port }) => (port === undefined ? [] : [`${block} ${port}`]));
  return { marks: new Map(marks), taken: now === undefined ? undefined : new Set(taken) };
}

function withMark(card: CanvasCard, mark: CardMark | undefined): CanvasCard {
  if (mark === undefined) return card;
  return {
    ...card,
    ...(mark.kind === 'tests' && { isFaint: mark.times === 0 }),
    content: (
      <>
        {card.content}
        <TrialMark mark={mark} />
      </>
    ),
  };
}
