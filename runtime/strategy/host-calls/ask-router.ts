import type { TargetParam } from '#dsl/block/target-fields.ts';
import type { JournalEntry, RunFailure } from '#dsl/compile/run-contract.ts';
import type { Selection } from '#dsl/model/selection.ts';
import type { Target } from '#dsl/model/target.ts';
import { readTargets } from '#dsl/model/target-text.ts';
import { parseSkillExpression } from '#dsl/skill-expression/skill-expression.ts';
import type { HostCallContext, Outcome } from './handler.ts';

/** Targets that come into the game later, while the interaction waits. */
export interface Widening {
  readonly afterSeconds: number;
  readonly targets: readonly Target[];
}

/** What a block asks of the router. */
export interface RouterQuestion {
  readonly targets: readonly Target[];
  readonly selection?: Selection;
  /** In the order of time; each takes the place of what was waited for before. */
  readonly widening?: readonly Widening[];
  readonly timeoutSeconds: number;
  readonly priority?: number | undefined;
  readonly inQueues: readonly string[];
  readonly outQueues: readonly string[];
}

/** Hands the interaction to the router and waits: for the agent who accepts, or for the timeout. */
export function askRouter(question: RouterQuestion, { run, call, now }: HostCallContext): Outcome<never> {
  const { interaction, changes } = run;
  const kept = keptTargets([...run.journal, ...(changes.journal as unknown as JournalEntry[])]);
  const widening = (question.widening ?? []).map(({ afterSeconds, targets }) => ({
    at: new Date(now.getTime() + afterSeconds * 1000),
    targets: union(targets, kept),
  }));
  const error = unreadableSkill([...question.targets, ...widening.flatMap(({ targets }) => targets)]);
  // One that nobody could ever satisfy must not wait for its timeout.
  if (error !== undefined) return { error };
  changes.inQueues = question.inQueues;
  changes.outQueues = question.outQueues;
  const priority = question.priority ?? changes.priority ?? interaction.priority;
  changes.priority = priority;
  changes.add('routing_requests', {
    interaction_id: interaction.id,
    tenant_id: run.tenantId,
    run_id: run.id,
    seq: call.seq,
    media: interaction.media,
    targets: union(question.targets, kept),
    selection: question.selection ?? {},
    widening: widening.length === 0 ? null : widening,
    widen_at: widening[0]?.at ?? null,
    priority,
    created_at: now,
    deadline_at: new Date(now.getTime() + question.timeoutSeconds * 1000),
  });
  changes.signals.push({ kind: 'routing', tenantId: run.tenantId });
  return { wait: true };
}

/** Targets of host calls as the router knows them, what variables hold read; or which one is none. */
export function targetsOf(
  params: readonly TargetParam[],
): { readonly targets: readonly Target[] } | { readonly error: RunFailure } {
  const targets: Target[] = [];
  for (const param of params) {
    const read = 'variable' in param ? readTargets(param.variable) : [param];
    if (read === undefined && 'variable' in param) {
      const message = `${JSON.stringify(param.variable)} is no target; write one as "ada.A", "Sales.GA", "?:English>=3.GA" or an object.`;
      return { error: { code: 'route/no-target', message } };
    }
    targets.push(...(read ?? []));
  }
  return { targets };
}

/** Targets of earlier blocks of the run that were to stay in the game (the field's clear-targets off): all up to the last that cleared. */
function keptTargets(journal: readonly Pick<JournalEntry, 'params' | 'result'>[]): Target[] {
  let kept: Target[] = [];
  for (const { params, result } of journal) {
    if (typeof result !== 'object' || result === null || !('timeout' in result)) continue;
    if (typeof params !== 'object' || params === null || Array.isArray(params)) continue;
    kept = params['clearTargets'] === false ? union(kept, targetsInParams(params)) : [];
  }
  return kept;
}

/** Targets of any routing call, as its parameters stand in the journal. */
function targetsInParams(params: Readonly<Record<string, unknown>>): Target[] {
  const { targets, skills } = params;
  const written: readonly unknown[] = Array.isArray(targets) ? targets : [];
  const fromSkills = Array.isArray(skills) ? skills.map((skill) => ({ skill })) : [];
  return [...written, ...fromSkills].flatMap((one) => {
    const { variable, target } = one as { readonly variable?: unknown; readonly target?: unknown };
    return readTargets(variable ?? target ?? one) ?? [];
  });
}

function union(first: readonly Target[], second: readonly Target[]): Target[] {
  const known = new Set(first.map((target) => JSON.stringify(target)));
  return [...first, ...second.filter((target) => !known.has(JSON.stringify(target)))];
}

function unreadableSkill(targets: readonly Target[]): RunFailure | undefined {
  for (const target of targets) {
    if (!('skill' in target)) continue;
    const parsed = parseSkillExpression(target.skill);
    if ('error' in parsed) {
      return { code: 'route/skill-expression', message: `"${target.skill}": ${parsed.error.message}` };
    }
  }
  return undefined;
}
