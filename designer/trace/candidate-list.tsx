import { trace as t } from '../kit/messages/en/trace.ts';
import type { RoutingDecision } from './candidates.ts';
import { spanText } from './run-steps.ts';
import classes from './step-detail.module.css';

/** Whom the router had to choose from, whom it chose, and why not the others. */
export function CandidateList({ decisions }: { readonly decisions: readonly RoutingDecision[] }) {
  return (
    <section aria-label={t.page.candidates}>
      <h3 className={classes.heading}>{t.page.candidates}</h3>
      {decisions.length === 0 && <p className={classes.dim}>{t.page.noCandidates}</p>}
      {decisions.map(({ id, waitedMs, candidates }) => (
        <div key={id}>
          {waitedMs !== undefined && <p className={classes.dim}>{t.page.chosenAfter(spanText(waitedMs))}</p>}
          <ul className={classes.candidates}>
            {candidates.map(({ agent, verdict }) => (
              <li key={agent} data-chosen={verdict === 'chosen'}>
                <span>{agent}</span>
                <span>{t.page.verdict[verdict] ?? verdict}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
