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

/** Positions and notes of one canvas; keys are block ids on a strategy canvas and `kind:name` on the process canvas. */
export const canvasLayoutSchema = z.strictObject({
  positions: z.record(z.string(), positionSchema).default({}),
  notes: z.record(z.string(), noteSchema).default({}),
});

/** The sibling document of a business process: moving a card changes no logic and no version. */
export const layoutSchema = z.strictObject({
  process: canvasLayoutSchema.prefault({}),
  strategies: z.record(z.string(), canvasLayoutSchema).default({}),
});

/** Positions and notes of a whole business process. */
export type Layout = z.infer<typeof layoutSchema>;
