export interface StatusCall {
  /** Undefined to be asked. */
  proposal?: string;
  /** Undefined to be told. */
  value?: string;
  directory?: string;
  force: boolean;
  /** Whether nobody is asked. */
  isSilent: boolean;
  dryRun: boolean;
}
