import type { z } from 'zod';
import { hostCallByName } from './host-calls.ts';

/** True when the interaction left the strategy by this answer: placed, stopped, or accepted by an agent; the run ends there. */
export function hasPlaced(name: string, result: z.core.util.JSONType | undefined): boolean {
  const timedOut = typeof result === 'object' && result !== null && 'timeout' in result;
  return result !== undefined && !timedOut && hostCallByName(name)?.places === true;
}
