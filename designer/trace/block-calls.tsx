import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { trace as t } from '../kit/messages/en/trace.ts';
import classes from './block-calls.module.css';
import { CallCard } from './call-card.tsx';
import { callMs, passagesOf, spanText } from './run-steps.ts';
import { type Run, useRunVersion } from './trace-data.ts';
import { blockLabel } from '../kit/messages/block-label.ts';

/** What the selected block of a run asked and got; without a selection, all host calls of the run in order. */
export function BlockCalls(props: {
  readonly run: Run;
  readonly strategy: string;
  readonly block: string | undefined;
  /** What is known of the step that is looked at: below what the block asked. */
  readonly children?: ReactNode;
  onSelect(block: string): void;
}) {
  const { run, strategy, block, onSelect, children } = props;
  const { data: version } = useRunVersion(run);
  const { strategies = {} } = version?.document ?? {};
  const blocks = strategies[strategy]?.blocks ?? {};
  const nameOf = (id: string): string =>
    blocks[id]?.name ?? (blocks[id] === undefined ? id : blockLabel(blocks[id].type));
  if (block === undefined) return <AllCalls run={run} nameOf={nameOf} onSelect={onSelect} />;
  const passage = passagesOf(run, strategy).get(block);
  const type = blocks[block] && blockLabel(blocks[block].type);
  return (
    <section className={classes.pane} aria-label={nameOf(block)}>
      <div>
        <h2 className={classes.title}>{nameOf(block)}</h2>
        {type !== undefined && type !== nameOf(block) && <p className={classes.dim}>{type}</p>}
      </div>
      {passage === undefined && <p className={classes.dim}>{t.page.notPassed}</p>}
      {passage !== undefined && (
        <>
          <ul className={classes.steps}>
            {passage.steps.map((step) => (
              <li key={step.number}>
                <span className={classes.number}>{step.number}</span> {t.page.leftBy(step.port)}
              </li>
            ))}
            {passage.isLast !== undefined && <li data-state={passage.isLast}>{t.page.runState[passage.isLast]}</li>}
          </ul>
          {run.error !== null && passage.isLast === 'failed' && <p className={classes.error}>{run.error.message}</p>}
          <h3 className={classes.heading}>{t.page.calls}</h3>
          {passage.calls.length === 0 && passage.isLast === undefined && (
            <p className={classes.dim}>{t.page.noCalls}</p>
          )}
          {passage.calls.map((call, index) => (
            <CallCard key={call.seq} call={call} isOpenAtFirst={index === passage.calls.length - 1} />
          ))}
          {children}
        </>
      )}
    </section>
  );
}

function AllCalls(props: { readonly run: Run; nameOf(block: string): string; onSelect(block: string): void }) {
  const { run, nameOf, onSelect } = props;
  return (
    <section className={classes.pane} aria-label={t.page.allCalls}>
      <h2 className={classes.title}>{t.page.allCalls}</h2>
      <p className={classes.dim}>{t.page.pickBlock}</p>
      <ol className={classes.all}>
        {run.calls.map((call) => (
          <li key={call.seq}>
            <UnstyledButton
              className={classes.line}
              data-failed={call.error !== null}
              onClick={() => onSelect(call.block)}
            >
              <span className={classes.lineName}>{nameOf(call.block)}</span>
              <span className={classes.dim}>{call.name}</span>
              <span className={classes.span}>{spanText(callMs(call))}</span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </section>
  );
}
