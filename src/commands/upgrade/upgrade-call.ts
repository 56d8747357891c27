export interface UpgradeCall {
  /** Proposals as named; none with `all`, or for the current one. */
  proposals: readonly string[];
  all: boolean;
  /** Optional sections that are wanted. */
  with: readonly string[];
  directory?: string;
  template?: string;
  force: boolean;
  yes: boolean;
  dryRun: boolean;
}
