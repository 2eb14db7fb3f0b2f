import type { Pool } from 'pg';
import { Gauge, Registry } from 'prom-client';
import { countInteractions } from '../interaction/counts.ts';
import { addMetricsSource } from '../telemetry/metrics.ts';
import { agentsNow } from './agents-now.ts';
import { serviceFactor } from './ratios.ts';
import { windowCounts } from './window-counts.ts';

/** The window and the service level that metrics are given for; others are a matter of the board. */
const window = { minutes: 15, within: 60 } as const;

/** Adds queues and agents of all tenants to what `/metrics` tells, read when it is asked for. Answers the function that ends that. */
export function offerStatistics(pool: Pool): () => void {
  return addMetricsSource(async () => {
    const registry = new Registry();
    const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[]): Gauge<Label> =>
      new Gauge({ name: `signalbox_${name}`, help, labelNames: [...labelNames], registers: [registry] });
    const queue = ['tenant', 'queue'] as const;
    const gauges = {
      waiting: gauge('queue_waiting', 'Interactions that wait in a queue or workbin', queue),
      oldest: gauge('queue_oldest_wait_seconds', 'How long the oldest of them has waited', queue),
      entered: gauge('queue_entered_15m', 'Placements in a queue in the last 15 minutes', queue),
      accepted: gauge(
        'queue_accepted_15m',
        'Interactions of a queue that agents accepted in the last 15 minutes',
        queue,
      ),
      level: gauge('queue_service_factor_15m', 'Share of those accepted within 60 s', queue),
      agents: gauge('agents', 'Agents who are logged in, by medium and state', ['tenant', 'media', 'state']),
    };
    const { rows } = await pool.query<{ id: string }>('select id from tenants');
    for (const { id: tenant } of rows) {
      const now = new Date();
      const { queues } = await countInteractions(pool, tenant);
      for (const [name, { queued, oldestAt }] of Object.entries(queues)) {
        const labels = { tenant, queue: name };
        gauges.waiting.set(labels, queued);
        if (oldestAt !== null) gauges.oldest.set(labels, (now.getTime() - Date.parse(oldestAt)) / 1000);
      }
      for (const { name, counts } of await windowCounts(pool, tenant, 'queue', { minutes: window.minutes, now })) {
        const labels = { tenant, queue: name };
        gauges.entered.inc(labels, counts['entered'] ?? 0);
        gauges.accepted.inc(labels, counts['accepted'] ?? 0);
        const level = serviceFactor(counts, window.within);
        if (level !== null) gauges.level.set(labels, level);
      }
      for (const { media } of await agentsNow(pool, tenant))
        for (const { media: name, state } of media) gauges.agents.inc({ tenant, media: name, state });
    }
    return [await registry.getMetricsAsJSON()];
  });
}
