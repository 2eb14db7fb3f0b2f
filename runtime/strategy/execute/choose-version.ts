import { evaluateCondition } from '#dsl/condition/condition.ts';
import type { RunInput } from '#dsl/compile/run-contract.ts';
import { readViewField } from '#dsl/model/interaction-property.ts';
import type { ActiveProcess, ActiveSubmitter } from '../../interaction/active-processes.ts';

/** What a run is begun with. */
export interface ChosenVersion {
  readonly process: ActiveProcess;
  readonly strategy: string;
  /** The rollout that the run counts for. */
  readonly rolloutId: string | null;
}

/**
 * The version that takes an interaction: the submitter's own, or that of a canary for the interactions it is meant for. Decided
 * anew at each run from what is in memory, and always alike: by the interaction's id, or the id of the one it came from.
 */
export function chooseVersion(
  { process, strategy, rollout }: Pick<ActiveSubmitter, 'process' | 'strategy' | 'rollout'>,
  input: Pick<RunInput, 'interaction' | 'data'>,
): ChosenVersion {
  if (rollout === undefined) return { process, strategy, rolloutId: null };
  const { id, parentId } = input.interaction;
  const isMeant =
    bucketOf(JSON.stringify(parentId ?? id)) < rollout.share &&
    (rollout.condition === null || evaluateCondition(rollout.condition, (field) => readField(input, field)));
  if (rollout.mode === 'shadow') return { process, strategy, rolloutId: isMeant ? rollout.id : null };
  return isMeant
    ? { process: rollout.process, strategy: rollout.strategy, rolloutId: rollout.id }
    : { process, strategy, rolloutId: rollout.id };
}

/** 0 to 99, the same for the same id; FNV-1a, since it needs no more than to spread ids evenly. */
function bucketOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  // its low bits are the weak ones
  return ((hash ^ (hash >>> 15)) >>> 0) % 100;
}

function readField({ interaction, data }: Pick<RunInput, 'interaction' | 'data'>, field: string): unknown {
  const read = readViewField(field);
  if (read === undefined) return undefined;
  if ('property' in read) return interaction[read.property];
  return Object.hasOwn(data, read.dataKey) ? data[read.dataKey] : undefined;
}
