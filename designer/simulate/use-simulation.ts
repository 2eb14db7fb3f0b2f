import { useCallback, useEffect, useRef, useState } from 'react';
import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import type { StrategyTest } from '#dsl/document/strategy-test.ts';
import { pausedSource } from '#dsl/simulate/paused-source.ts';
import { type Simulated, Simulation } from '#dsl/simulate/simulation.ts';
import type { StandIns } from '#dsl/testing/stand-in.ts';
import type { StrategyRealm } from '#dsl/testing/strategy-realm.ts';
import { testInput } from '#dsl/testing/test-input.ts';
import type { TestRun } from '#dsl/testing/test-run.ts';
import { readDocument } from '../commands/read-document.ts';
import { useOpenProcess } from '../process/editor-context.tsx';
import { knownAnswer } from './known-answer.ts';
import { openWorkerRealm } from './open-worker-realm.ts';

/** What a simulation starts from; answers may be changed while it waits. */
export type Given = StrategyTest['given'];

/** Nothing given: an interaction as it usually comes in. */
export const nothingGiven: Given = { interaction: {}, data: {}, answers: {}, calls: {} };

/** A simulation of a strategy as the page has it. */
export interface StrategySimulation {
  readonly given: Given;
  /** Where it stands; undefined before it starts. */
  readonly now: Simulated | undefined;
  /** The moment that is looked at; the last one unless somebody chose another. */
  readonly shown: number | undefined;
  readonly isBusy: boolean;
  readonly breakpoints: ReadonlySet<string>;
  /** True while errors keep the strategy from being compiled. */
  readonly isBroken: boolean;
  setGiven(given: Given): void;
  show(moment: number | undefined): void;
  toggleBreakpoint(block: string): void;
  start(): void;
  step(): void;
  /** To the next breakpoint, or to the end. */
  run(): void;
  /** Back to what it starts with. */
  leave(): void;
  /** What the run did so far. */
  result(): TestRun | undefined;
}

interface Session {
  readonly realm: StrategyRealm;
  readonly simulation: Simulation;
}

/** Simulates a strategy of the document as it is when it starts. The worker goes with the page. */
export function useSimulation(strategy: string): StrategySimulation {
  const { editor } = useOpenProcess();
  const session = useRef<Session>(undefined);
  const [given, setGiven] = useState(nothingGiven);
  const [now, setNow] = useState<Simulated>();
  const [shown, show] = useState<number>();
  const [isBusy, setBusy] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const [breakpoints, setBreakpoints] = useState<ReadonlySet<string>>(new Set());

  const close = useCallback(() => {
    session.current?.realm.dispose();
    session.current = undefined;
  }, []);
  useEffect(() => close, [close]);

  const advance = async (move: (simulation: Simulation) => Promise<Simulated>): Promise<void> => {
    const { current } = session;
    if (current === undefined) return;
    setBusy(true);
    show(undefined);
    const next = await move(current.simulation);
    if (session.current !== current) return;
    setNow(next);
    setBusy(false);
  };
  const start = async (): Promise<void> => {
    close();
    const { process } = readDocument(editor.getState().snapshot.document);
    const compiled = process === undefined ? undefined : compileStrategy(process, strategy);
    const isSound = compiled !== undefined && 'source' in compiled;
    setBroken(!isSound);
    if (!isSound) return;
    const realm = await openWorkerRealm({ source: pausedSource(compiled.source) });
    const input = testInput(strategy, given, 'simulation');
    session.current = { realm, simulation: new Simulation(realm, input, knownAnswer(input)) };
    await advance((simulation) => simulation.start(given));
  };
  return {
    given,
    now,
    shown,
    isBusy,
    breakpoints,
    isBroken,
    setGiven,
    show,
    toggleBreakpoint: (block) => setBreakpoints((before) => toggled(before, block)),
    start: () => void start(),
    step: () => void advance((simulation) => simulation.step(given)),
    run: () => void advance((simulation) => runOn(simulation, given, breakpoints, strategy)),
    leave: () => {
      close();
      setNow(undefined);
      setBusy(false);
    },
    result: () => session.current?.simulation.run,
  };
}

/** Steps until a breakpoint of the strategy itself is next, or until the end. */
async function runOn(
  simulation: Simulation,
  given: StandIns,
  breakpoints: ReadonlySet<string>,
  strategy: string,
): Promise<Simulated> {
  for (;;) {
    const now = await simulation.step(given);
    const last = now.moments.at(-1);
    const isHere = last?.strategy === strategy && breakpoints.has(last.block);
    if (now.state !== 'paused' || isHere) return now;
  }
}

function toggled(before: ReadonlySet<string>, block: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(block)) after.add(block);
  return after;
}
