import { getViewportForBounds, useStore, useStoreApi, useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { boxAround } from './align-boxes.ts';
import type { Box } from './canvas-parts.ts';
import type { CanvasProps } from './canvas-props.ts';
import { fitOptions } from './fit-options.ts';

/** How boxes are brought into view. */
interface FitOptions {
  readonly padding: Parameters<typeof getViewportForBounds>[5];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly duration?: number;
}

/** Brings everything into view. */
export type Fit = (options?: Partial<FitOptions>) => void;

/**
 * Brings cards into view: all of them once they have settled, one whenever the page asks for it, all again by what is
 * returned. By the places of all boxes, since React Flow knows only those that are drawn.
 */
export function useFit(props: CanvasProps, boxes: readonly Box[]): Fit {
  const { focus } = props;
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  const hasSize = useStore(({ width, height }) => width > 0 && height > 0);
  const latest = useRef(boxes);
  useEffect(() => {
    latest.current = boxes;
  }, [boxes]);
  const bringIn = useCallback(
    (wanted: readonly Box[], { padding, minZoom, maxZoom, duration }: FitOptions) => {
      if (wanted.length === 0) return;
      const { width, height } = store.getState();
      const viewport = getViewportForBounds(boxAround(wanted), width, height, minZoom, maxZoom, padding);
      void setViewport(viewport, duration === undefined ? {} : { duration });
    },
    [setViewport, store],
  );
  const fit = useCallback<Fit>((options) => bringIn(latest.current, { ...fitOptions, ...options }), [bringIn]);
  const isSettled = boxes.length === 0 ? undefined : props.isSettled !== false;
  useEffect(() => {
    if (hasSize && isSettled !== undefined) fit();
  }, [hasSize, isSettled, fit]);
  useEffect(() => {
    if (!hasSize || focus === undefined) return;
    const card = latest.current.filter(({ id }) => id === focus.id);
    bringIn(card, { padding: 2, minZoom: fitOptions.minZoom, maxZoom: 1, duration: 150 });
  }, [hasSize, focus, bringIn]);
  return fit;
}
