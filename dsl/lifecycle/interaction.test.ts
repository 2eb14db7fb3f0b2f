import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type InteractionEvent, type InteractionState, interactionLifecycle, nextState } from './interaction.ts';

const states = Object.keys(interactionLifecycle) as InteractionState[];
const events: InteractionEvent[] = [
  'take',
  'invite',
  'accept',
  'revoke',
  'place-in-queue',
  'place-in-workbin',
  'pull',
  'transfer',
  'stop',
];

test('no walk of events leaves the table', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events)), (walk) => {
      let state: InteractionState = 'queued';
      for (const event of walk) state = nextState(state, event) ?? state;

      expect(states).toContain(state);
    }),
  );
});

test('every state but the last can be stopped, and stopped is for good', () => {
  expect(states.filter((state) => nextState(state, 'stop') !== 'stopped')).toEqual(['stopped']);
  expect(events.filter((event) => nextState('stopped', event) !== undefined)).toEqual([]);
});

test('an agent gets an interaction by accepting an invitation or by pulling it', () => {
  const ways = states.flatMap((state) => events.filter((event) => nextState(state, event) === 'handling'));

  expect([...new Set(ways)].toSorted()).toEqual(['accept', 'pull']);
});
