import type { z } from 'zod';

/**
 * What a strategy may ask of the world, by contract: the runtime carries it out, the simulator and strategy tests answer
 * it with stand-ins. Only JSON crosses.
 */
export interface HostCall<
  Name extends string = string,
  Params extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
> {
  readonly name: Name;
  readonly params: Params;
  readonly result: Result;
  /** One sentence for Monaco's completion and the reference page. */
  readonly help: string;
  /** True when the answer may take longer than a step: an agent, a timer, a mail server. The run then leaves memory. */
  readonly waits: boolean;
  /** True when the interaction leaves the strategy by it: placed in a queue, stopped, given to an agent. */
  readonly places: boolean;
  /** Seconds of the run's clock until the answer, for calls that only let time pass: tests and simulations wait so long. */
  lasts?(params: z.output<Params>, at: number): number;
}

/** Declares a host call; exists so that name and schemas keep their literal types. */
export function defineHostCall<Name extends string, Params extends z.ZodType, Result extends z.ZodType>(
  call: HostCall<Name, Params, Result>,
): HostCall<Name, Params, Result> {
  return call;
}
