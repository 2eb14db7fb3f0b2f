import { notifications } from '@mantine/notifications';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { intervenedSchema, type Intervention, mostAtOnce } from '#dsl/protocol/supervise.ts';
import { api } from '../kit/api.ts';
import { trace as t } from '../kit/messages/en/trace.ts';
import { messageOf } from '../kit/problem.tsx';

/** What somebody intervenes in. */
export type Target = Pick<InteractionSummary, 'id' | 'subject' | 'state' | 'problem' | 'isHeld' | 'priority' | 'media'>;

/** One that was refused, and the server's sentence why. */
export interface Refusal {
  readonly target: Target;
  readonly message: string;
}

/** How far an intervention in many interactions is. */
export interface Intervening {
  /** Undefined while none is carried out. */
  readonly progress: { readonly done: number; readonly count: number } | undefined;
  /** What the last one did not do; empty when somebody has read it. */
  readonly refusals: readonly Refusal[];
  /** Carries it out on all of them, in batches; `onDone` is told the ids of those it was not done to. */
  start(targets: readonly Target[], act: Intervention, onDone?: (left: ReadonlySet<string>) => void): void;
  /** The batch that is under way is finished, what comes after stays as it is. */
  cancel(): void;
  forgetRefusals(): void;
}

/** Carries interventions out, one at a time, and says what came of it. */
export function useIntervene(): Intervening {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Intervening['progress']>();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const isCancelled = useRef(false);
  const run = async (...[targets, act, onDone]: Parameters<Intervening['start']>): Promise<void> => {
    isCancelled.current = false;
    setProgress({ done: 0, count: targets.length });
    const left = new Map(targets.map((target) => [target.id, target]));
    const refused: Refusal[] = [];
    try {
      for (let from = 0; from < targets.length && !isCancelled.current; from += mostAtOnce) {
        const ids = targets.slice(from, from + mostAtOnce).map(({ id }) => id);
        const answer = await api.send('POST', '/api/interactions/intervene', { ids, act }, intervenedSchema);
        for (const id of answer.done) left.delete(id);
        for (const { id, message } of answer.refused) {
          const target = left.get(id);
          if (target !== undefined) refused.push({ target, message });
        }
        setProgress({ done: from + ids.length, count: targets.length });
      }
    } catch (error) {
      notifications.show({ color: 'red', title: t.act.failed, message: messageOf(error) });
    }
    tellOutcome(act, {
      done: targets.length - left.size,
      untouched: isCancelled.current ? left.size - refused.length : 0,
    });
    setRefusals(refused);
    setProgress(undefined);
    readAnew(client);
    onDone?.(new Set(left.keys()));
  };
  return {
    progress,
    refusals,
    start: (...wanted) => void run(...wanted),
    cancel: () => {
      isCancelled.current = true;
    },
    forgetRefusals: () => setRefusals([]),
  };
}

function tellOutcome(act: Intervention, count: { readonly done: number; readonly untouched: number }): void {
  if (count.done > 0) notifications.show({ color: 'teal', message: t.act.done[act.kind](count.done) });
  if (count.untouched > 0) notifications.show({ color: 'gray', message: t.act.cancelled(count.untouched) });
}

/** First keys of queries that show interactions to supervisors. */
const watched: ReadonlySet<string> = new Set(['traced', 'interaction-list']);

function readAnew(client: QueryClient): void {
  void client.invalidateQueries({ predicate: ({ queryKey }) => watched.has(String(queryKey[0])) });
}
