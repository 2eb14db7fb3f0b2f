import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Intervened, Intervention } from '#dsl/protocol/supervise.ts';
import { assignInteraction, shelveInteraction } from './pass-on-waiting.ts';
import {
  holdInteraction,
  moveInteraction,
  prioritizeInteraction,
  resumeInteraction,
  retryInteraction,
  stopInteraction,
  type SuperviseDeps,
} from './supervise.ts';

/**
 * The same for several interactions, one after the other, each in a transaction of its own under the rules of the single action: one
 * that is refused holds up no other. What is nobody's mistake, such as a lost database, ends the whole and is thrown.
 */
export async function superviseMany(
  deps: SuperviseDeps,
  ids: readonly string[],
  act: Intervention,
): Promise<Intervened> {
  const done: string[] = [];
  const refused: Intervened['refused'] = [];
  for (const id of new Set(ids)) {
    try {
      await superviseOne(deps, id, act);
      done.push(id);
    } catch (error) {
      if (!(error instanceof CodedError) || !error.code.startsWith('request/')) throw error;
      refused.push({ id, code: error.code, message: error.message });
    }
  }
  return { done, refused };
}

function superviseOne(deps: SuperviseDeps, id: string, act: Intervention): Promise<void> {
  switch (act.kind) {
    case 'retry':
      return retryInteraction(deps, id);
    case 'hold':
      return holdInteraction(deps, id);
    case 'resume':
      return resumeInteraction(deps, id);
    case 'priority':
      return prioritizeInteraction(deps, id, act.priority);
    case 'move':
      return moveInteraction(deps, id, act.queue);
    case 'workbin':
      return shelveInteraction(deps, id, act);
    case 'assign':
      return assignInteraction(deps, id, act.agent);
    case 'stop':
      return stopInteraction(deps, id, act.reason);
  }
}
