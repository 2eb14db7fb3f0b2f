import { constants, runInNewContext } from 'node:vm';
import { realmProgram } from '#dsl/compile/prelude.ts';
import type { Realm } from '#dsl/compile/realm/open-realm.ts';
import type { Turn } from '#dsl/compile/run-contract.ts';
import type { StrategyRealm } from '#dsl/testing/strategy-realm.ts';

const limits = { maxSteps: 1000, maxResultBytes: 1_000_000 };

/** A realm in a context of this process: for documents of ours only, which tests may trust. */
export async function openVmRealm({ source }: { readonly source: string }): Promise<StrategyRealm> {
  // an ordinary global object: the one node:vm makes by default cannot be frozen
  const realm = runInNewContext(realmProgram(source, limits), constants.DONT_CONTEXTIFY) as Realm;
  return {
    async start(input, journal) {
      realm.start(JSON.stringify({ input, journal }));
      return turnOf(realm, input.runId);
    },
    async answer(runId, answers) {
      realm.answer(JSON.stringify({ runId, answers }));
      return turnOf(realm, runId);
    },
    dispose() {},
  };
}

async function turnOf(realm: Realm, runId: string): Promise<Turn> {
  for (;;) {
    await settled();
    const turn = JSON.parse(realm.collect(runId)) as Turn;
    if ((turn.state as string) !== 'replaying') return turn;
    realm.advance(runId);
  }
}

/** After everything that the doors of the realm have caused. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
