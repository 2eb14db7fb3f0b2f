import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { panes as t } from './messages/en/panes.ts';
import classes from './panes.module.css';

/** A page cut into a middle and panes around it. Sizes are remembered under `name`. */
export interface PanesProps {
  readonly name: string;
  /** Sizes in pixels until somebody changes them. */
  readonly sizes?: Partial<Sizes>;
  /** What the panes are, for people who listen to the page. */
  readonly labels?: { readonly left?: string; readonly right?: string };
  readonly left?: ReactNode;
  readonly right?: ReactNode;
  readonly bottom?: ReactNode;
  readonly children: ReactNode;
}

interface Sizes {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

type Side = keyof Sizes;

const first: Sizes = { left: 216, right: 344, bottom: 240 };
const limits: Readonly<Record<Side, readonly [number, number]>> = {
  left: [160, 420],
  right: [280, 720],
  bottom: [120, 640],
};

/** The page; panes that are left out take no room. On a narrow screen the right one lies over the middle as a sheet. */
export function Panes(props: PanesProps) {
  const [sizes, setSizes] = useLocalStorage<Sizes>({
    key: `signalbox-panes-${props.name}`,
    defaultValue: { ...first, ...props.sizes },
    getInitialValueInEffect: false,
  });
  const isNarrow = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const resize = (side: Side, by: number): void => {
    const [least, most] = limits[side];
    setSizes((before) => ({ ...before, [side]: Math.min(most, Math.max(least, before[side] + by)) }));
  };
  return (
    <div className={classes.panes}>
      {props.left !== undefined && !isNarrow && (
        <>
          <aside className={classes.side} style={{ width: sizes.left }} aria-label={props.labels?.left ?? t.pane.left}>
            {props.left}
          </aside>
          <Splitter side="left" size={sizes.left} onResize={resize} />
        </>
      )}
      <div className={classes.middle}>
        <div className={classes.stage}>{props.children}</div>
        {props.bottom !== undefined && (
          <>
            <Splitter side="bottom" size={sizes.bottom} onResize={resize} />
            <div className={classes.bottom} style={{ height: sizes.bottom }}>
              {props.bottom}
            </div>
          </>
        )}
      </div>
      {props.right !== undefined && (
        <>
          {!isNarrow && <Splitter side="right" size={sizes.right} onResize={resize} />}
          <aside
            className={isNarrow ? classes.sheet : classes.side}
            style={isNarrow ? {} : { width: sizes.right }}
            data-pane="right"
            aria-label={props.labels?.right ?? t.pane.right}
          >
            {props.right}
          </aside>
        </>
      )}
    </div>
  );
}

const keySteps: Readonly<Record<string, number>> = { ArrowLeft: -16, ArrowUp: -16, ArrowRight: 16, ArrowDown: 16 };

function Splitter(props: {
  readonly side: Side;
  readonly size: number;
  readonly onResize: (side: Side, by: number) => void;
}) {
  const { side, onResize } = props;
  // the left pane grows to the right, the others towards the middle
  const sign = side === 'left' ? 1 : -1;
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onResize(side, sign * (side === 'bottom' ? event.movementY : event.movementX));
  };
  const step = (event: KeyboardEvent): void => {
    const by = keySteps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onResize(side, sign * by);
  };
  const [least, most] = limits[side];
  return (
    <button
      type="button"
      role="separator"
      className={classes.splitter}
      data-side={side}
      aria-orientation={side === 'bottom' ? 'horizontal' : 'vertical'}
      aria-label={t.resize[side]}
      aria-valuenow={props.size}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={step}
    />
  );
}
