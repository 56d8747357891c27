import type { Relation } from '../labels.ts';

/** What one end of a succession is to say of the other. */
export interface NewRelation {
  kind: Extract<Relation['kind'], 'supersedes' | 'superseded-by'>;
  /** What stands before the other one's name in a line or a sentence: `Superseded by`. */
  said: string;
  /** The other proposal's name for people, the address that leads there, and its number where it has one. */
  name: string;
  link: string;
  number: number | undefined;
  /** Whether it is named by its number or address alone, since a link would not be shown as one. */
  isPlain: boolean;
  /** Its path from the root of the repository; that of its directory where it has one. */
  fromRoot: string;
}

/** How others here write it: in YAML the key, and whether by number. */
export interface RelationStyle {
  key: string;
  byNumber: boolean;
  /** What stands before numbers, and their digits, where these have a prefix: `TEP-0061`. */
  named: { prefix: string; width: number } | undefined;
  /** What stands before the items of a list, with the quotes around them. */
  bullet: { lead: string; quote: string };
  /** The status beside a label of its own in the text that has it; undefined where none does. */
  labelledStatus: string | undefined;
  /** Whether items stand below the key, and paths are from the root of the repository, without the document. */
  isList: boolean;
  isFromRoot: boolean;
}
