/**
 * A program that adds the medium `workitem`: it hands tasks in, changes and cancels some, and delivers what agents answer.
 *
 *     node samples/abc-work-item-bp/play.ts http://127.0.0.1:8080 sbx_...
 *
 * Prints a line for each thing that happens, and ends when the first task has been answered and the second is over.
 */
import { OpenMediaClient } from '#runtime/media/open/sdk/open-media-client.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const [url = 'http://127.0.0.1:8080', token = ''] = process.argv.slice(2);
const client = new OpenMediaClient({ url, token, media: 'workitem' });
const from = { address: 'erp-4711', name: 'Order system' };

const tasks = [
  { externalId: 'task-1', subject: 'Check invoice 2048', category: 'Billing', due: 4 },
  { externalId: 'task-2', subject: 'Call the carrier about order 77', category: 'Delivery', due: 48 },
  { externalId: 'task-3', subject: 'A task without a category', category: '', due: 8 },
] as const;

for (const { externalId, subject, category, due } of tasks) {
  const { duplicate } = await client.submit({
    endpoint: 'workitem',
    externalId,
    subject,
    text: `${subject}, please.`,
    from,
    contactAttributes: { System: 'ERP' },
    data: { ...(category !== '' && { Category: category }), DueInHours: due },
  });
  say(`${externalId} ${duplicate ? 'was there already' : 'handed in'}`);
}
await client.append('task-1', { id: 'note-1', text: 'The customer has paid meanwhile.', from });
await client.change('task-1', { set: { Paid: true } });
await client.stop('task-2', 'The carrier called by itself');
say('task-1 has a note more, task-2 is cancelled');

const open = new Set<string>(['task-1', 'task-2']);
const ending = new AbortController();
function over(externalId: string | null): void {
  open.delete(externalId ?? '');
  if (open.size === 0) ending.abort();
}
await client.listen(
  (event) => {
    if (event.kind === 'reply') {
      say(`${event.externalId} answered by ${event.agent}: ${event.text}`);
      over(event.externalId);
      return { externalId: `erp-note-${event.id}` };
    }
    say(`${event.externalId} is ${event.state}${event.queue === null ? '' : ` in ${event.queue}`}`);
    if (event.state === 'stopped' && event.externalId === 'task-2') over(event.externalId);
    return undefined;
  },
  { signal: ending.signal, everyMs: 200 },
);
say('all over');
