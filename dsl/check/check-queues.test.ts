import { expect, test } from 'vitest';
import { aProcess } from '#test/support/a-process.ts';
import { checkProcess } from './check-process.ts';

const errorHeld = { parking: true };
const taken = { views: { All: { submitter: { strategy: 'Main' } } } };

function messages(changes: Parameters<typeof aProcess>[0]) {
  return checkProcess(aProcess(changes)).map(({ message }) => message);
}

test('finds an endpoint that leads to no queue', () => {
  expect(
    messages({ endpoints: { default: { media: 'email', queue: 'Inn' } }, queues: { In: taken, ErrorHeld: errorHeld } }),
  ).toEqual([
    'Endpoint "default" leads to queue "Inn", which does not exist; did you mean "In"?',
    'Nothing comes into queue "In": no endpoint and no strategy names it.',
  ]);
});

test('wants the queue for what failed, and wants it to be a parking queue', () => {
  expect(messages({ queues: { In: taken } })).toEqual([
    'There is no queue "ErrorHeld" to hold interactions whose strategy failed; add it as a parking queue.',
  ]);
  expect(messages({ errorQueue: 'In' })).toContain(
    '"In" holds interactions whose strategy failed until a person acts; make it a parking queue.',
  );
});

test('warns of queues that nothing takes from, unless they are for parking', () => {
  expect(messages({ queues: { In: {}, ErrorHeld: errorHeld } })).toEqual([
    'Interactions in queue "In" stay there for ever: it has no view. Add one, or make it a parking queue.',
  ]);
  expect(messages({ queues: { In: { views: { All: {} } }, ErrorHeld: errorHeld } })).toEqual([
    'No submitter takes from queue "In"; give one of its views a submitter that is on, or make it a parking queue.',
  ]);
  expect(messages({ queues: { In: { parking: true }, ErrorHeld: errorHeld } })).toEqual([]);
});

test('warns of a view beside others that no submitter takes from', () => {
  expect(messages({ queues: { In: { views: { ...taken.views, Rest: {} } }, ErrorHeld: errorHeld } })).toEqual([
    'No submitter takes from view "Rest" of queue "In"; connect it to a strategy or remove it.',
  ]);
});

test('finds properties that views cannot filter or order by', () => {
  const condition = {
    combinator: 'and' as const,
    rules: [
      { field: 'prioritiy', operator: '>' as const, value: 1 },
      { field: 'data.Segment', operator: '=' as const, value: 'gold' },
    ],
  };
  const views = {
    All: {
      condition,
      order: ['recievedAt desc', 'interaction.priority'],
      segmentation: { property: 'mailbx', maxInFlight: 2 },
      submitter: { strategy: 'Main' },
    },
  };

  expect(messages({ queues: { In: { views }, ErrorHeld: errorHeld } })).toEqual([
    '"prioritiy" is no property of an interaction and no key of attached data (data.<key>); did you mean "priority"?',
    '"recievedAt" is no property of an interaction and no key of attached data (data.<key>); did you mean "receivedAt"?',
    '"mailbx" is no property of an interaction and no key of attached data (data.<key>); did you mean "mailbox"?',
  ]);
});

test('wants submitters to name strategies that exist and are no subroutines', () => {
  const views = { A: { submitter: { strategy: 'Man' } }, B: { submitter: { strategy: 'Sub' } } };
  const blocks = { entry: { type: 'entry', ports: { next: 'exit' } }, exit: { type: 'exit' } };
  const strategies = { Sub: { kind: 'subroutine' as const, blocks } };

  expect(messages({ queues: { In: { views }, ErrorHeld: errorHeld }, strategies })).toEqual([
    'There is no strategy "Man"; there is "Sub".',
    '"Sub" is a subroutine, which only strategies call; a submitter needs a strategy.',
  ]);
});
