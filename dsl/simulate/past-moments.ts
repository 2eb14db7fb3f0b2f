import type { JournalEntry, RunInput } from '../compile/run-contract.ts';
import type { StrategyRealm } from '../testing/strategy-realm.ts';
import { type KnownAnswer, type Simulated, Simulation } from './simulation.ts';

const nothing = { answers: {}, calls: {} };

/** Blocks after which a replay is given up; no run takes as many. */
const maxMoments = 2000;

/** A call of the run has no answer yet. */
class Waits extends Error {}

/**
 * Runs a run of old once more over its journal, with what it found before each block: its variables, its attached data and
 * what its host calls answered. The realm holds the `pausedSource` of the version it used. A run that waits, or that a limit
 * ended, is told as far as it came; its last moment has no port then.
 */
export async function pastMoments(
  realm: StrategyRealm,
  input: RunInput,
  journal: readonly JournalEntry[],
): Promise<Simulated> {
  const entries = journal.toSorted((left, right) => left.seq - right.seq);
  const answerFromJournal: KnownAnswer = async (call, { at }) => {
    const index = entries.findIndex(({ block, name }) => block === call.block && name === call.name);
    const [entry] = index < 0 ? [] : entries.splice(index, 1);
    if (entry === undefined) throw new Waits();
    const afterSeconds = (entry.at - at) / 1000;
    const { result = null, error, data } = entry;
    return { ...(error === undefined ? { result } : { error }), afterSeconds, ...(data !== undefined && { data }) };
  };
  const simulation = new Simulation(realm, input, answerFromJournal);
  try {
    for (let now = await simulation.start(nothing); now.state === 'paused' && now.moments.length < maxMoments; )
      now = await simulation.step(nothing);
  } catch (thrown) {
    if (!(thrown instanceof Waits)) throw thrown;
  }
  return simulation.now;
}
