/** Lines of a file, and where each of them starts in it. */
export interface FileLines {
  lines: readonly string[];
  starts: readonly number[];
}
