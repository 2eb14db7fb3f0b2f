import { addInteraction } from './add-interaction.ts';
import type { HostCallHandler } from './handler.ts';

/** Adds a record of something that happened elsewhere to the history. */
export const createInteraction: HostCallHandler<'create-interaction'> = (params, { run, now }) => ({
  result: { interactionId: addInteraction(run, params, now) },
});
