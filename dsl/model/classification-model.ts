import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';

/** A text with the category a person gave it. */
export const trainingExampleSchema = z.strictObject({
  category: z.string().min(1).max(128),
  text: z.string().min(1).max(100_000),
});

/** A text with the category a person gave it. */
export type TrainingExample = z.infer<typeof trainingExampleSchema>;

/** A classification model as documents carry it: what it is trained on. The same texts yield the same model. */
export const classificationModelSchema = z.strictObject({
  name: nameSchema,
  description: z.string().max(1000).optional().meta({ title: 'Description' }),
  language: z.string().max(35).optional().meta({ title: 'Language' }),
  examples: z.array(trainingExampleSchema).max(100_000).default([]).meta({ title: 'Training texts' }),
});

/** A classification model as documents carry it. */
export type ClassificationModel = z.infer<typeof classificationModelSchema>;
