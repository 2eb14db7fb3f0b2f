import type { HostCallHandler } from './handler.ts';

/** Hands the interaction to the router and waits: for the agent who accepts, or for the timeout. */
export const routeInteraction: HostCallHandler<'route-interaction'> = (params, { run, call, now }) => {
  const { interaction, changes } = run;
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
