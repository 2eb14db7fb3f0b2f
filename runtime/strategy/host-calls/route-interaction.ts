import { parseSkillExpression } from '#dsl/skill-expression/skill-expression.ts';
import type { HostCallHandler } from './handler.ts';

/** Hands the interaction to the router and waits: for the agent who accepts, or for the timeout. */
export const routeInteraction: HostCallHandler<'route-interaction'> = (params, { run, call, now }) => {
  const { interaction, changes } = run;
  for (const target of params.targets) {
    if (!('skill' in target)) continue;
    const parsed = parseSkillExpression(target.skill);
    // One that nobody could ever satisfy must not wait for its timeout.
    if ('error' in parsed)
      return { error: { code: 'route/skill-expression', message: `"${target.skill}": ${parsed.error.message}` } };
  }
  changes.inQueues = params.inQueues;
  changes.outQueues = params.outQueues;
  const priority = params.priority ?? changes.priority ?? interaction.priority;
  changes.priority = priority;
  changes.add('routing_requests', {
    interaction_id: interaction.id,
    tenant_id: run.tenantId,
    run_id: run.id,
    seq: call.seq,
    media: interaction.media,
    targets: params.targets,
    priority,
    created_at: now,
    deadline_at: new Date(now.getTime() + params.timeoutSeconds * 1000),
  });
  changes.signals.push({ kind: 'routing', tenantId: run.tenantId });
  return { wait: true };
};
