import type { StrategyRealm } from '#dsl/testing/strategy-realm.ts';
import { createSandbox } from '../strategy/sandbox/sandbox.ts';

/** A realm in an isolate with the limits of every strategy: where tests and replays run what people wrote. */
export async function openIsolateRealm(program: {
  readonly strategy: string;
  readonly source: string;
}): Promise<StrategyRealm> {
  return createSandbox(program);
}
