import { trace as t } from '../kit/messages/en/trace.ts';
import { ProblemNote } from '../kit/problem.tsx';
import type { Candidate, RoutingDecision } from './candidates.ts';
import { spanText } from './run-steps.ts';
import classes from './step-detail.module.css';
import { useCandidates } from './trace-data.ts';

/** Whom the router had to choose from, whom it chose, and why not the others; and while it still has to choose, how they stand now. */
export function CandidateList(props: {
  readonly decisions: readonly RoutingDecision[];
  /** The interaction, while it waits in this block. */
  readonly waiting: string | undefined;
}) {
  const { decisions, waiting } = props;
  return (
    <section aria-label={t.page.candidates}>
      <h3 className={classes.heading}>{t.page.candidates}</h3>
      {decisions.length === 0 && waiting === undefined && <p className={classes.dim}>{t.page.noCandidates}</p>}
      {decisions.map(({ id, waitedMs, candidates }) => (
        <div key={id}>
          {waitedMs !== undefined && <p className={classes.dim}>{t.page.chosenAfter(spanText(waitedMs))}</p>}
          <Verdicts candidates={candidates} />
        </div>
      ))}
      {waiting !== undefined && <CandidatesNow interaction={waiting} />}
    </section>
  );
}

function CandidatesNow({ interaction }: { readonly interaction: string }) {
  const { data, error, refetch } = useCandidates(interaction);
  if (data === undefined) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (data.waiting === null) return null;
  const { candidates, more, invited } = data.waiting;
  return (
    <div>
      <p className={classes.dim}>{invited === null ? t.page.standNow : t.page.offeredNow(invited)}</p>
      {candidates.length === 0 && <p className={classes.dim}>{t.page.nobodyMeant}</p>}
      <Verdicts candidates={candidates} />
      {more > 0 && <p className={classes.dim}>{t.page.moreChildren(more)}</p>}
    </div>
  );
}

function Verdicts({ candidates }: { readonly candidates: readonly Candidate[] }) {
  return (
    <ul className={classes.candidates}>
      {candidates.map(({ agent, verdict }) => (
        <li key={agent} data-chosen={verdict === 'chosen' || verdict === 'next'}>
          <span>{agent}</span>
          <span>{t.page.verdict[verdict] ?? verdict}</span>
        </li>
      ))}
    </ul>
  );
}
