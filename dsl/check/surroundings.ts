/** Names that exist outside the process: what its blocks may refer to. A list left out is not checked. */
export interface Surroundings {
  readonly responses?: readonly string[];
  readonly screeningRules?: readonly string[];
  readonly routingRules?: readonly string[];
  readonly models?: readonly string[];
  readonly agentGroups?: readonly string[];
  readonly agents?: readonly string[];
  readonly lists?: readonly string[];
  /** Business hours. */
  readonly calendars?: readonly string[];
  readonly dataSources?: readonly string[];
  readonly externalServices?: readonly string[];
  readonly secrets?: readonly string[];
  /** Queues of other processes of the tenant. */
  readonly queues?: readonly string[];
}
