/** Which process, and who works on it. */
export interface Editing {
  readonly tenantId: string;
  readonly name: string;
  /** User name, for the history. */
  readonly by: string;
}
