import type { z } from 'zod';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import type { frameSchema, Layout, noteSchema, positionSchema } from '#dsl/document/layout.ts';

/** What is being edited: the process as people write it, defaults left out, and where its cards stand. Never changed in place. */
export interface Snapshot {
  readonly document: BusinessProcessInput;
  readonly layout: Layout;
}

/** One thing a person did. Applied to a snapshot it yields the next one; undo goes back to the one before. */
export interface Edit {
  /** In words, for the undo and redo buttons: 'Move Say we got it'. */
  readonly label: string;
  /** Edits with the same key, one right after the other, count as one: typing in a field is undone whole. */
  readonly merge?: string;
  apply(snapshot: Snapshot): Snapshot;
}

/** A strategy as people write it. */
export type StrategyInput = NonNullable<BusinessProcessInput['strategies']>[string];

/** A block as people write it. */
export type BlockInput = StrategyInput['blocks'][string];

/** A queue as people write it. */
export type QueueInput = NonNullable<BusinessProcessInput['queues']>[string];

/** A view as people write it. */
export type ViewInput = NonNullable<QueueInput['views']>[string];

/** An endpoint as people write it. */
export type EndpointInput = NonNullable<BusinessProcessInput['endpoints']>[string];

/** A place on a canvas, in canvas pixels. */
export type Position = z.infer<typeof positionSchema>;

/** A free note on a canvas. */
export type Note = z.infer<typeof noteSchema>;

/** A titled frame around cards of a canvas. */
export type Frame = z.infer<typeof frameSchema>;
