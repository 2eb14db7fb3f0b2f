import { z } from 'zod';

/** What the designer needs of the answer to an activation: the version that is now active. */
export const activatedSchema = z.looseObject({ version: z.int() });
