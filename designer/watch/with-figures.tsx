import { IconAlertTriangle, IconAlertTriangleFilled, IconHourglassLow } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { CanvasCard, CanvasWire } from '../canvas/canvas-parts.ts';
import { watch as t } from '../kit/messages/en/watch.ts';
import { errorShare, type Figure, fiveRate, levelOf, percentText, wordsOf } from './figure.ts';
import classes from './watch.module.css';

const knownCards = new WeakMap<CanvasCard, { readonly words: string; readonly card: CanvasCard }>();
const knownWires = new WeakMap<CanvasWire, { readonly words: string; readonly wire: CanvasWire }>();

/** Cards and wires with their figures over them; the same objects again while nothing about them changed. */
export function useWithFigures(
  cards: readonly CanvasCard[],
  wires: readonly CanvasWire[],
  figures: ReadonlyMap<string, Figure> | undefined,
  minutes: number,
): { readonly cards: readonly CanvasCard[]; readonly wires: readonly CanvasWire[] } {
  return useMemo(() => {
    if (figures === undefined) return { cards, wires };
    return {
      cards: cards.map((card) => cardWith(card, figures.get(card.id), minutes)),
      wires: wires.map((wire) => wireWith(wire, figures.get(wire.id), minutes)),
    };
  }, [cards, wires, figures, minutes]);
}

function cardWith(card: CanvasCard, figure: Figure | undefined, minutes: number): CanvasCard {
  if (figure === undefined) return card;
  const words = wordsOf(figure, minutes);
  const known = knownCards.get(card);
  if (known?.words === words) return known.card;
  const content = (
    <>
      {card.content}
      <TrafficMark figure={figure} words={words} isSmall={card.shape === 'submitter'} />
    </>
  );
  const watched = { ...card, says: words, content };
  knownCards.set(card, { words, card: watched });
  return watched;
}

function wireWith(wire: CanvasWire, figure: Figure | undefined, minutes: number): CanvasWire {
  if (figure === undefined) return wire;
  const words = wordsOf(figure, minutes);
  const known = knownWires.get(wire);
  if (known?.words === words) return known.wire;
  const { flow } = figure;
  const share = errorShare(figure);
  const text = share > 0 ? `${t.rate(fiveRate(flow))} · ${t.share(percentText(share))}` : t.rate(fiveRate(flow));
  const traffic = {
    words,
    level: levelOf(figure),
    weight: Math.log2(1 + flow.five / 5),
    ...(flow.hour > 0 && { text }),
  };
  const watched = { ...wire, traffic };
  knownWires.set(wire, { words, wire: watched });
  return watched;
}

function TrafficMark(props: { readonly figure: Figure; readonly words: string; readonly isSmall: boolean }) {
  const { figure, words } = props;
  const { flow, leaving, now } = figure;
  const level = levelOf(figure);
  const isIdle = flow.hour === 0 && (leaving?.hour ?? 0) === 0 && (now ?? 0) === 0;
  if (isIdle) return null;
  const Sign = level === 'many' ? IconAlertTriangleFilled : IconAlertTriangle;
  return (
    <span className={classes.mark} data-level={level} data-small={props.isSmall} title={words} aria-hidden>
      {leaving === undefined ? t.rate(fiveRate(flow)) : `↓${fiveRate(flow)} ↑${t.rate(fiveRate(leaving))}`}
      {leaving === undefined && now !== undefined && now > 0 && (
        <span className={classes.sign}>
          <IconHourglassLow size={11} /> {now}
        </span>
      )}
      {level !== 'none' && (
        <span className={classes.sign}>
          <Sign size={11} /> {t.share(percentText(errorShare(figure)))}
        </span>
      )}
    </span>
  );
}
