import { z } from 'zod';

/** Where a card stands, in canvas pixels; the middle of nothing, just its left upper corner. */
export const positionSchema = z.strictObject({ x: z.number(), y: z.number() });

/** A free note on a canvas. */
export const noteSchema = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  text: z.string(),
  colour: z.string().optional(),
});

/** A titled frame around cards, by their keys; it stands where they stand and moves with them. */
export const frameSchema = z.strictObject({
  title: z.string(),
  cards: z.array(z.string()),
  colour: z.string().optional(),
});

/** Positions, notes and frames of one canvas; keys are block ids on a strategy canvas and `kind:name` on the process canvas. */
export const canvasLayoutSchema = z.strictObject({
  positions: z.record(z.string(), positionSchema).default({}),
  notes: z.record(z.string(), noteSchema).default({}),
  frames: z.record(z.string(), frameSchema).optional(),
});

/** The sibling document of a business process: moving a card changes no logic and no version. */
export const layoutSchema = z.strictObject({
  process: canvasLayoutSchema.prefault({}),
  strategies: z.record(z.string(), canvasLayoutSchema).default({}),
});

/** Positions, notes and frames of a whole business process. */
export type Layout = z.infer<typeof layoutSchema>;
