/** Something that a run left behind which nobody here may clear up without a person. */
export type Leftover =
  /** A record of a change that this program cannot have written, or not this user. */
  | { kind: 'unrecognised record'; path: string }
  /** A change that a process of another host or container may still be making. */
  | { kind: 'change elsewhere'; path: string; host: string }
  /** A change that was stopped halfway, and files of which were changed since. */
  | { kind: 'changed since'; path: string; what: string; changed: string[] }
  /** A change that was stopped halfway, and could not be taken back. */
  | { kind: 'stuck'; path: string; what: string; reason: string }
  /** What a change had kept could not be removed. */
  | { kind: 'kept'; path: string }
  /** A temporary file or directory that no record knows of. */
  | { kind: 'temporary'; path: string }
  /** A claim that another host or container had left, and that was passed over. */
  | { kind: 'claim'; path: string; host: string }
  /** A claim of another host or container that is too young to be passed over. */
  | { kind: 'claim elsewhere'; path: string; host: string }
  /** A directory that could not be read. */
  | { kind: 'unread'; path: string }
  /** Where numbers were claimed, since git's own directory cannot be written. */
  | { kind: 'claimed beside'; path: string };

export interface Recovery {
  /** What is back as it was: names of proposals that had moved, and files, relative to the root. */
  undone: string[];
  left: Leftover[];
}
