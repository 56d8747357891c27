/** What a call says of where its proposals lie, and what it needs to know. */
export interface WorkspaceOptions {
  /** As given by `--dir`, from where the program runs. */
  directory?: string;
  area?: string;
  /** As given by `--template`. */
  template?: string;
  /** A place that is meant although nobody named it, such as that of the proposal to change. */
  near?: string;
  /** The main document of a directory. */
  document?: string;
  /** Whether a proposal is to be written, so that its main document has to be known. */
  isNew?: boolean;
  reserve?: boolean;
  anyArea?: boolean;
  /** Whether no number is asked for: then nothing has to be known of branches. */
  isForReading?: boolean;
}
