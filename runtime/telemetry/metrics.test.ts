import { Counter, Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { addMetricsSource, metrics, metricsText } from './metrics.ts';

it('shows the metrics of all processes together, each under its name', async () => {
  metrics.setDefaultLabels({ process: 'main' });
  const name = 'signalbox_test_total';
  new Counter({ name, help: 'Test.', registers: [metrics] }).inc(2);
  const worker = new Registry();
  worker.setDefaultLabels({ process: 'worker 1' });
  new Counter({ name, help: 'Test.', registers: [worker] }).inc(3);
  const remove = addMetricsSource(async () => [await worker.getMetricsAsJSON()]);

  const { text } = await metricsText();

  remove();
  expect(text).toContain('signalbox_test_total{process="main"} 2');
  expect(text).toContain('signalbox_test_total{process="worker 1"} 3');
  expect((await metricsText()).text).not.toContain('worker 1');
});
