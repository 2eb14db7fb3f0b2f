import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type StrategySimulation, useSimulation } from './use-simulation.ts';
import { type StrategyTests, useStrategyTests } from './use-strategy-tests.ts';

/** Tests and simulation of the strategy that is shown. */
export interface Trial {
  readonly strategy: string;
  readonly tests: StrategyTests;
  /** Title of the test that is looked at. */
  readonly chosenTest: string | undefined;
  chooseTest(title: string | undefined): void;
  readonly simulation: StrategySimulation;
}

const TrialContext = createContext<Trial | null>(null);

/** Keeps tests and simulation of a strategy for as long as its canvas is shown, whichever tab of the panel is open. */
export function TrialProvider(props: { readonly strategy: string; readonly children: ReactNode }) {
  const { strategy, children } = props;
  const tests = useStrategyTests(strategy);
  const simulation = useSimulation(strategy);
  const [chosenTest, chooseTest] = useState<string>();
  const trial = useMemo(
    () => ({ strategy, tests, simulation, chosenTest, chooseTest }),
    [strategy, tests, simulation, chosenTest],
  );
  return <TrialContext value={trial}>{children}</TrialContext>;
}

/** The trial of the strategy that is shown. */
export function useTrial(): Trial {
  const trial = useContext(TrialContext);
  if (trial === null) throw new Error('used outside a strategy page');
  return trial;
}

/** The same where there may be none: the panel of a process. */
export function useTrialIfAny(): Trial | undefined {
  return useContext(TrialContext) ?? undefined;
}
