import { describe, expect, it } from 'vitest';
import { businessProcessSchema } from '#dsl/document/business-process.ts';
import { processGraph } from './process-graph.ts';

const process = businessProcessSchema.parse({
  format: 1,
  name: 'Test',
  endpoints: { default: { media: 'email', queue: 'In' } },
  queues: {
    In: { views: { All: { submitter: { strategy: 'Main' } } } },
    Out: {},
    Review: { workbin: { owner: 'agent-group' } },
  },
  strategies: {
    Main: {
      blocks: {
        entry: { type: 'entry' },
        ack: { type: 'acknowledgement', config: { response: 'Ack', queue: 'Out' } },
        route: {
          type: 'route-interaction',
          config: { targets: [{ agentGroup: 'Team' }], inQueues: ['In'], outQueues: ['Out'] },
        },
        back: { type: 'queue-interaction', config: { queue: 'In' } },
        review: { type: 'workbin', config: { workbin: 'Review', owner: 'Team', outQueues: ['Out'] } },
        stop: { type: 'stop-interaction' },
        broken: { type: 'screen', config: {} },
      },
    },
  },
});

const ways = processGraph(process).wires.map(({ from, to, isSide }) => `${from} ${isSide === true ? '~' : '-'} ${to}`);

describe('processGraph', () => {
  it('leads from the endpoint through queue, view and submitter to the strategy', () => {
    expect(ways).toEqual(
      expect.arrayContaining([
        'endpoint:default - queue:In',
        'queue:In - view:In/All',
        'view:In/All - submitter:In/All',
        'submitter:In/All - strategy:Main',
      ]),
    );
  });

  it('shows where a strategy sends the interaction, and dashed what it makes anew', () => {
    expect(ways).toContain('strategy:Main - queue:In');
    expect(ways).toContain('strategy:Main ~ queue:Out');
    expect(ways).toContain('strategy:Main - stop:');
  });

  it('shows a workbin as one, what comes into it, and what is made of what is pulled from it', () => {
    expect(processGraph(process).nodes.find(({ id }) => id === 'queue:Review')?.kind).toBe('workbin');
    expect(ways).toContain('strategy:Main - queue:Review');
    expect(ways).toContain('queue:Review ~ queue:Out');
  });

  it('shows whom it routes to and where their answers go', () => {
    expect(ways).toContain('strategy:Main - agent-group:Team');
    expect(ways).toContain('agent-group:Team ~ queue:Out');
    expect(ways).not.toContain('agent-group:Team ~ queue:In');
  });
});
