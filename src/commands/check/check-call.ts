/** How findings are printed; `--json` is another way. */
export const CHECK_FORMATS = ['text', 'github', 'gitlab', 'sarif'] as const;

export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface CheckCall {
  proposals: readonly string[];
  directory?: string;
  template?: string;
  /** Only what the branch that is checked out adds. */
  isChangedOnly: boolean;
  /** What the branch began from. */
  base?: string;
  fix: boolean;
  dryRun: boolean;
  updateBaseline: boolean;
  prune: boolean;
}
