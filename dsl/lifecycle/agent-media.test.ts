import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgentMediaEvent, type AgentMediaState, nextMediaState } from './agent-media.ts';

const event = fc.constantFrom<AgentMediaEvent>('login', 'logout', 'ready', 'not-ready', 'miss');

describe('nextMediaState', () => {
  it('lets an agent log out of every state there is a way to', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        let state: AgentMediaState = 'logged-out';
        for (const happening of events) state = nextMediaState(state, happening) ?? state;

        const end = state === 'logged-out' ? state : nextMediaState(state, 'logout');
        expect(end).toBe('logged-out');
      }),
    );
  });

  it('makes nobody ready who has not logged in, and whoever misses an invitation not ready', () => {
    expect(nextMediaState('logged-out', 'ready')).toBeUndefined();
    expect(nextMediaState('ready', 'miss')).toBe('not-ready');
  });
});
