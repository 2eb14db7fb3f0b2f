import { type ReactNode, useState } from 'react';
import { hostCallByName } from '#dsl/blocks/host-calls.ts';
import type { InteractionDetail, Trace } from '#dsl/protocol/interactions.ts';
import type { Moment } from '#dsl/simulate/simulation.ts';
import { blockLabel } from '../kit/messages/block-label.ts';
import { trace as t } from '../kit/messages/en/trace.ts';
import { CandidateList } from './candidate-list.tsx';
import { decisionsDuring } from './candidates.ts';
import type { RunFocus } from './run-pane.tsx';
import { StepBar } from './step-bar.tsx';
import { StepDetail } from './step-detail.tsx';
import { type Run, useRunVersion } from './trace-data.ts';
import { useMoments } from './use-moments.ts';

/** The steps of a run as the page shows them. */
export interface RunSteps {
  /** Goes through them; nothing while the run has none that could be computed. */
  readonly bar: ReactNode;
  /** Of the step that is looked at. */
  readonly detail: ReactNode;
  /** Looks at a part of the trace; a block of the run is looked at where the run passed it first. */
  onFocus(focus: RunFocus): void;
}

/** Steps through a run: the block of each is selected on the canvas, with variables, attached data and candidates beside it. */
export function useRunSteps(props: {
  readonly interaction: InteractionDetail;
  readonly trace: Trace;
  readonly run: Run | undefined;
  readonly focus: RunFocus;
  onFocus(focus: RunFocus): void;
}): RunSteps {
  const { interaction, trace, run, focus, onFocus } = props;
  const moments = useMoments(interaction, run);
  const { data: version } = useRunVersion(run ?? { process: '', version: 0 }, run !== undefined);
  const [chosen, setChosen] = useState<number>();
  const shown = chosen === undefined ? undefined : moments[chosen];
  const isShown =
    shown !== undefined && shown.block === focus.block && shown.strategy === (focus.strategy ?? run?.strategy);
  const step = isShown ? chosen : undefined;
  const look = (next: number): void => {
    const moment = moments[next];
    if (run === undefined || moment === undefined) return;
    setChosen(next);
    onFocus({ runId: run.id, strategy: moment.strategy, block: moment.block });
  };
  const nameOf = ({ strategy, block }: Moment): string => {
    const instance = version?.document.strategies?.[strategy]?.blocks[block];
    return instance?.name ?? (instance === undefined ? block : blockLabel(instance.type));
  };
  return {
    bar: moments.length > 0 && (
      <StepBar
        count={moments.length}
        step={step}
        label={isShown && chosen !== undefined ? t.page.stepOf(chosen + 1, moments.length, nameOf(shown)) : ''}
        onStep={look}
      />
    ),
    detail: step !== undefined && run !== undefined && (
      <>
        {asksForAgent(run, shown) && (
          <CandidateList
            decisions={decisionsDuring(trace, spanOf(run, moments, step))}
            waiting={waitsIn(run, shown) ? interaction.id : undefined}
          />
        )}
        <StepDetail moments={moments} step={step} />
      </>
    ),
    onFocus(next) {
      const strategy = next.strategy ?? run?.strategy;
      const first = moments.findIndex((moment) => moment.block === next.block && moment.strategy === strategy);
      setChosen(first < 0 ? undefined : first);
      onFocus(next);
    },
  };
}

/** By such a call an interaction waits for an agent: it waits, and its answer places the interaction. */
function isForAgent(name: string): boolean {
  const call = hostCallByName(name);
  return call?.waits === true && call.places;
}

function asksForAgent(run: Run, moment: Moment | undefined): boolean {
  return waitsIn(run, moment) || moment?.calls.some(({ name }) => isForAgent(name)) === true;
}

/** Whether the run waits for an agent in this block now, the last one it came to. */
function waitsIn(run: Run, moment: Moment | undefined): boolean {
  const { waitingFor } = run;
  return waitingFor !== null && waitingFor.block === moment?.block && isForAgent(waitingFor.name);
}

/** From when to when the run was in the block of a step, in Unix milliseconds. */
function spanOf(run: Run, moments: readonly Moment[], step: number): { from: number; to: number } {
  const moment = moments[step];
  const next = moments[step + 1];
  const from = moment?.at ?? 0;
  const answered = moment?.calls.at(-1)?.at;
  return {
    from,
    to: answered ?? next?.at ?? (run.endedAt === null ? Number.POSITIVE_INFINITY : Date.parse(run.endedAt)),
  };
}
