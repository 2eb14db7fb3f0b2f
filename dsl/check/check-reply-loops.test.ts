import { expect, test } from 'vitest';
import { aProcess } from '#test/support/a-process.ts';
import { checkProcess } from './check-process.ts';

const stop = { type: 'stop-interaction' };
const thank = (queue: string) => ({
  type: 'acknowledgement',
  config: { response: 'Thanks', queue },
  ports: { sent: 'stop' },
});
const takes = (strategy: string, rules?: { field: string; operator: '='; value: string }[]) => ({
  views: { All: { submitter: { strategy }, ...(rules && { condition: { combinator: 'and' as const, rules } }) } },
});

function loops(process: Parameters<typeof aProcess>[0]) {
  return checkProcess(aProcess(process)).filter(({ code }) => code === 'check/reply-loop');
}

test('finds an answer whose queue leads back to the strategy that gave it', () => {
  const Main = { blocks: { entry: { type: 'entry', ports: { next: 'thank' } }, thank: thank('Out'), stop } };
  const Send = {
    blocks: {
      entry: { type: 'entry', ports: { next: 'back' } },
      back: { type: 'queue-interaction', config: { queue: 'In' } },
    },
  };
  const queues = { In: takes('Main'), Out: takes('Send'), ErrorHeld: { parking: true } };

  expect(loops({ queues, strategies: { Main, Send } })).toMatchObject([
    {
      severity: 'warning',
      block: 'thank',
      message:
        'What "thank" puts into queue "Out" comes back to strategy "Main", which does the same with it, again and again; ' +
        'use a queue whose strategy sends it, or ask for interaction.type before.',
    },
  ]);
});

test('lets answers be that are sent, that a view leaves out, or that a strategy tells apart', () => {
  const Main = { blocks: { entry: { type: 'entry', ports: { next: 'thank' } }, thank: thank('In'), stop } };
  const rules = [{ field: 'type', operator: '=' as const, value: 'Inbound' }];
  const telling = {
    blocks: {
      entry: { type: 'entry', ports: { next: 'if' } },
      if: {
        type: 'if',
        config: {
          condition: { combinator: 'and', rules: [{ field: 'interaction.type', operator: '=', value: 'Inbound' }] },
        },
        ports: { true: 'thank', false: 'stop' },
      },
      thank: thank('In'),
      stop,
    },
  };
  const ErrorHeld = { parking: true };

  expect(loops({ queues: { In: takes('Main'), ErrorHeld }, strategies: { Main } })).toHaveLength(1);
  expect(loops({ queues: { In: takes('Main', rules), ErrorHeld }, strategies: { Main } })).toEqual([]);
  expect(loops({ queues: { In: takes('Main'), ErrorHeld }, strategies: { Main: telling } })).toEqual([]);
});
