import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { memo, type PointerEvent, useDeferredValue, useMemo } from 'react';
import { canvas as t } from '../kit/messages/en/canvas.ts';
import { boxAround } from './align-boxes.ts';
import classes from './canvas.module.css';
import type { CanvasCard } from './canvas-parts.ts';

const size = { width: 148, height: 96 };

/** All cards in small, with what is in sight; a click or a drag goes there, the wheel zooms. */
export function Overview({ cards }: { readonly cards: readonly CanvasCard[] }) {
  const { setCenter, zoomTo, getZoom } = useReactFlow();
  // an overview may be a moment late, a card under the pointer may not
  const shown = useDeferredValue(cards);
  const frame = useMemo(() => frameAround(shown), [shown]);
  const goTo = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const x = frame.x + ((event.clientX - left) / width) * frame.width;
    const y = frame.y + ((event.clientY - top) / height) * frame.height;
    void setCenter(x, y, { zoom: getZoom() });
  };
  return (
    <Panel position="bottom-right" className={classes.overview ?? ''}>
      <svg
        {...size}
        role="img"
        aria-label={t.overview}
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        onPointerDown={goTo}
        onPointerMove={goTo}
        onWheel={(event) => void zoomTo(getZoom() * (event.deltaY < 0 ? 1.2 : 1 / 1.2))}
      >
        <Cards cards={shown} />
        <Sight frame={frame} />
      </svg>
    </Panel>
  );
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

// one path a colour: ten thousand cards are a handful of elements
const Cards = memo(function Cards({ cards }: { readonly cards: readonly CanvasCard[] }) {
  const paths = new Map<string, string[]>();
  for (const { hue, x, y, width, height } of cards) {
    const rectangle = `M${x} ${y}h${width}v${height}h${-width}z`;
    const known = paths.get(hue);
    if (known === undefined) paths.set(hue, [rectangle]);
    else known.push(rectangle);
  }
  return [...paths].map(([hue, rectangles]) => <path key={hue} d={rectangles.join('')} fill={`var(${hue})`} />);
});

/** Veils what is out of sight. */
function Sight({ frame }: { readonly frame: Frame }) {
  const hole = useStore(({ transform: [x, y, zoom], width, height }) =>
    [-x / zoom, -y / zoom, width / zoom, height / zoom].map((value) => Math.round(value)).join(' '),
  );
  const [x = 0, y = 0, width = 0, height = 0] = hole.split(' ').map(Number);
  const around = `M${frame.x} ${frame.y}h${frame.width}v${frame.height}h${-frame.width}z`;
  return <path className={classes.veil} fillRule="evenodd" d={`${around}M${x} ${y}h${width}v${height}h${-width}z`} />;
}

/** The rectangle around all cards with a margin, in the proportions of the overview. */
function frameAround(cards: readonly CanvasCard[]): Frame {
  const box = boxAround(cards);
  const scale = Math.max(box.width / size.width, box.height / size.height, 1) * 1.1;
  const width = size.width * scale;
  const height = size.height * scale;
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}
