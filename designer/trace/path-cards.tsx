import type { CanvasCard, CanvasWire } from '../canvas/canvas-parts.ts';
import { trace as t } from '../kit/messages/en/trace.ts';
import classes from './run-path.module.css';
import type { BlockPassage } from './run-steps.ts';

type Passages = ReadonlyMap<string, BlockPassage>;

/** The cards with the way of a run over them: numbers where it passed, the others stand back. */
export function pathCards(cards: readonly CanvasCard[], passages: Passages): CanvasCard[] {
  return cards.map((card) => {
    const passage = passages.get(card.id);
    if (passage === undefined) return { ...card, isFaint: true };
    return {
      ...card,
      label: `${card.label}. ${passageText(passage)}`,
      content: (
        <>
          {card.content}
          <StepMark passage={passage} />
        </>
      ),
    };
  });
}

/** The wires with those a run went along standing out. */
export function pathWires(wires: readonly CanvasWire[], passages: Passages): CanvasWire[] {
  return wires.map((wire) => ({
    ...wire,
    emphasis: passages.get(wire.from)?.steps.some((step) => step.port === wire.port) === true ? 'strong' : 'faint',
  }));
}

/** How often a block was passed, or that the run is still in it, in words. */
export function passageText({ steps, isLast }: BlockPassage): string {
  if (isLast === 'failed') return t.page.runState.failed;
  if (steps.length === 0) return t.page.stillIn;
  return t.page.passed(steps.length);
}

// more would not fit on a card
const shownNumbers = 3;

function StepMark(props: { readonly passage: BlockPassage }) {
  const { steps, isLast } = props.passage;
  const numbers = steps.slice(0, shownNumbers).map((step) => step.number);
  const rest = steps.length - numbers.length;
  const text = [...numbers, ...(rest > 0 ? [`+${rest}`] : [])].join(' · ');
  return (
    <span className={classes.mark} data-last={isLast} aria-hidden>
      {text === '' ? '…' : text}
    </span>
  );
}
