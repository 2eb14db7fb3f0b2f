import { textOf } from '#dsl/errors/coded-error.ts';
import { doTrial, type TrialWork } from './trial-work.ts';

/** The answer of a trial's process: what came of it, or why nothing did. */
export type TrialAnswer = { readonly result: unknown } | { readonly failure: string };

/** A process for one trial: it hears what to try, tells what came of it, and ends. */
process.once('message', (work: TrialWork) => {
  void answer(work).then((told) => process.send?.(told, () => process.disconnect()));
});

async function answer(work: TrialWork): Promise<TrialAnswer> {
  try {
    return { result: await doTrial(work) };
  } catch (error) {
    return { failure: textOf(error) };
  }
}
