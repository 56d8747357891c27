export interface StatusCall {
  proposal: string;
  /** Undefined to be told. */
  value?: string;
  directory?: string;
  force: boolean;
  dryRun: boolean;
}
