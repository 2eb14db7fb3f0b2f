import {
  AggregatorRegistry,
  collectDefaultMetrics,
  type MetricObjectWithValues,
  type MetricValue,
  Registry,
} from 'prom-client';

/** Metrics of this process. Counters and histograms are made with `registers: [metrics]`, their names begin with `signalbox_`. */
export const metrics = new Registry();

/** Metrics of another process, as its registry tells them. */
export type MetricsReport = MetricObjectWithValues<MetricValue<string>>[];

const sources = new Set<() => Promise<MetricsReport[]>>();

/** Names this process on each of its metrics and adds memory, CPU time and the event loop's delay to them. */
export function nameProcess(name: string): void {
  metrics.setDefaultLabels({ process: name });
  collectDefaultMetrics({ register: metrics });
}

/** Has `metricsText` ask for the metrics of other processes too; answers the function that ends that. */
export function addMetricsSource(source: () => Promise<MetricsReport[]>): () => void {
  sources.add(source);
  return () => sources.delete(source);
}

/** Metrics of this process and of those it started, in Prometheus' text format. */
export async function metricsText(): Promise<{ contentType: string; text: string }> {
  const own = await metrics.getMetricsAsJSON();
  const others = await Promise.all([...sources].map((source) => source()));
  const all = AggregatorRegistry.aggregate([own, ...others.flat()]);
  return { contentType: all.contentType, text: await all.metrics() };
}
