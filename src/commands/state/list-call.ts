export interface ListCall {
  directory?: string;
  template?: string;
  /** Only those of which the status is one of these, in small or capital letters. */
  statuses: readonly string[];
  /** Only those that are not decided. */
  isOpen: boolean;
  /** Only those that nobody has changed for so many months. */
  months?: number;
  /** Only those without this section. */
  missing?: string;
  area?: string;
  author?: string;
  /** Only those with all of these in their title or text. */
  words: readonly string[];
  sort: 'number' | 'status' | 'changed' | 'title';
  isMarkdown: boolean;
  /** The file that keeps the list between its markers. */
  write?: string;
}
