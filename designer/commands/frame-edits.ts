import { commands as t } from '../kit/messages/en/commands.ts';
import type { Edit, Frame, Snapshot } from './edit.ts';
import { markId } from './mark-id.ts';
import { freeKey, omitKeys, withFields } from './records.ts';
import { type CanvasName, canvasOf, withCanvas, withFrames } from './snapshot-parts.ts';

/** Draws a titled frame around cards, which leave the frames they were in. `id` is that of the frame, for selecting it. */
export function frameCards(
  snapshot: Snapshot,
  canvas: CanvasName,
  cards: readonly string[],
): { readonly edit: Edit; readonly id: string } {
  const frames = canvasOf(snapshot.layout, canvas).frames ?? {};
  const key = freeKey('group', frames);
  const title = t.newFrame(Object.keys(frames).length + 1);
  return {
    id: markId({ kind: 'frame', key }),
    edit: {
      label: t.frame(cards.length),
      apply: (before) =>
        withFrames(before, canvas, { ...withoutCards(before, canvas, cards), [key]: { title, cards: [...cards] } }),
    },
  };
}

/** Changes title or colour of a frame. */
export function setFrame(
  canvas: CanvasName,
  key: string,
  changes: { readonly [Field in 'title' | 'colour']?: Frame[Field] | undefined },
): Edit {
  return {
    label: t.changeFrame,
    merge: `frame:${canvas ?? ''}:${key}:${Object.keys(changes).join()}`,
    apply: (snapshot) => {
      const frames = canvasOf(snapshot.layout, canvas).frames ?? {};
      const frame = frames[key];
      if (frame === undefined) return snapshot;
      return withFrames(snapshot, canvas, { ...frames, [key]: withFields(frame, changes) });
    },
  };
}

/** Takes notes and frames away; the cards in a frame stay. */
export function removeMarks(
  canvas: CanvasName,
  keys: { readonly notes: readonly string[]; readonly frames: readonly string[] },
): Edit {
  return {
    label: t.removeMarks(keys.notes.length, keys.frames.length),
    apply: (snapshot) => {
      const before = canvasOf(snapshot.layout, canvas);
      const notes = omitKeys(before.notes, keys.notes);
      const frames = omitKeys(before.frames ?? {}, keys.frames);
      if (notes === before.notes && Object.keys(frames).length === Object.keys(before.frames ?? {}).length) {
        return snapshot;
      }
      return withFrames(withCanvas(snapshot, canvas, { ...before, notes }), canvas, frames);
    },
  };
}

function withoutCards(snapshot: Snapshot, canvas: CanvasName, cards: readonly string[]): Record<string, Frame> {
  const frames = canvasOf(snapshot.layout, canvas).frames ?? {};
  return Object.fromEntries(
    Object.entries(frames).map(([key, frame]) => [
      key,
      { ...frame, cards: frame.cards.filter((card) => !cards.includes(card)) },
    ]),
  );
}
