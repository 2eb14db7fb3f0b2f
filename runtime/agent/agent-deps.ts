import type { Pool } from 'pg';
import type { WakeUps } from '../queue/wake-ups.ts';

/** What the operations of agents need of the outside. */
export interface AgentDeps {
  readonly pool: Pool;
  readonly wake: Pick<WakeUps, 'queue' | 'run'>;
  readonly now: () => Date;
}
