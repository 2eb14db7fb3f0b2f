import type { Change } from '#dsl/document/change.ts';
import type { CanvasCard, CanvasWire } from '../canvas/canvas-parts.ts';
import type { Position } from '../commands/edit.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import { problemPlace } from '../panel/problem-place.ts';
import classes from './compare.module.css';

/** What became of a card from one state to the other; moving it changes no logic. */
export type Mark = 'added' | 'removed' | 'changed' | 'moved';

/** A canvas of both states: everything that is or was there. */
export interface ComparedCanvas {
  readonly cards: readonly CanvasCard[];
  readonly wires: readonly CanvasWire[];
}

/** Card on the canvas that a change belongs to; changes inside a strategy belong to its card on the process canvas. */
export function cardOf(change: Change, strategy: string | undefined): string | undefined {
  const place = problemPlace({ ...change, path: [...change.path] });
  if (strategy !== undefined) return place.strategy === strategy ? place.select : undefined;
  return place.strategy === undefined ? place.select : `strategy:${place.strategy}`;
}

/** Cards and wires of both states with marks of what became of them; what stayed as it was stands back. */
export function comparedCanvas(
  before: ComparedCanvas,
  after: ComparedCanvas,
  changes: { readonly list: readonly Change[]; readonly strategy: string | undefined },
  positions: {
    readonly before: Readonly<Record<string, Position>>;
    readonly after: Readonly<Record<string, Position>>;
  },
): ComparedCanvas {
  const [old, now] = [new Set(before.cards.map(({ id }) => id)), new Set(after.cards.map(({ id }) => id))];
  const changed = new Set(changes.list.map((change) => cardOf(change, changes.strategy)));
  const markOf = (id: string): Mark | undefined => {
    if (!old.has(id)) return 'added';
    if (!now.has(id)) return 'removed';
    if (changed.has(id)) return 'changed';
    const [was, is] = [positions.before[id], positions.after[id]];
    return was !== undefined && is !== undefined && (was.x !== is.x || was.y !== is.y) ? 'moved' : undefined;
  };
  const gone = before.cards.filter(({ id }) => !now.has(id));
  return {
    cards: [...after.cards, ...gone].map((card) => withMark(card, markOf(card.id))),
    wires: comparedWires(before.wires, after.wires),
  };
}

/** Wires by where they lead: one that leads elsewhere now is one that is gone and one that is new. */
function comparedWires(before: readonly CanvasWire[], after: readonly CanvasWire[]): CanvasWire[] {
  const wayOf = ({ id, to }: CanvasWire): string => `${id}>${to}`;
  const [old, now] = [new Set(before.map(wayOf)), new Set(after.map(wayOf))];
  const lost = before.filter((wire) => !now.has(wayOf(wire)));
  return [
    ...after.map(
      (wire): CanvasWire => (old.has(wayOf(wire)) ? { ...wire, emphasis: 'faint' } : { ...wire, change: 'added' }),
    ),
    ...lost.map((wire): CanvasWire => ({ ...wire, id: `gone:${wire.id}`, change: 'removed' })),
  ];
}

function withMark(card: CanvasCard, mark: Mark | undefined): CanvasCard {
  if (mark === undefined) return { ...card, isFaint: true };
  const content = (
    <>
      {card.content}
      <span className={classes.ring} data-mark={mark} aria-hidden />
      <span className={classes.mark} data-mark={mark}>
        {t.marks[mark]}
      </span>
    </>
  );
  return { ...card, label: `${card.label}, ${t.marks[mark]}`, isFaint: mark === 'removed', content };
}
