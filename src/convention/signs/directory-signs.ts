import type { Sign } from './sign.ts';

export interface DirectoryFacts {
  weight: number;
  entries: number;
  regular: number;
  numbered: number;
  share: number;
  isPrefixed: boolean;
  /** Whether its documents say of themselves what only proposals say. */
  saysSo: boolean;
  isByState: boolean;
  isRead: boolean;
  template: number;
  hasTemplate: boolean;
  isPublished: boolean;
  depth: number;
}

/** What a candidate has at least; one of strong name among what is published does not. */
export const LEAST = 2;

/** Two that differ by less are both named, and the author chooses. */
export const CLOSE = 1;

/** A candidate of a tenth of the best one's entries is no rival to it. */
export const SMALLEST_RIVAL = 0.1;

/** What speaks for a folder and against it, and where it was seen. */
export const DIRECTORY_SIGNS: readonly Sign<DirectoryFacts>[] = [
  {
    name: 'called',
    from: 'keps/, rfcs/, enhancements/, docs/adr/',
    points: ({ weight }) => weight,
  },
  {
    name: 'filled',
    from: 'two folders of one kind, of which the fuller is in use',
    points: ({ entries }) => Math.min(7, 1.2 * Math.log2(1 + entries)),
  },
  {
    name: 'numbered',
    from: 'numbers and dates, which other documents seldom have',
    points: ({ share }) => 3 * share,
  },
  {
    name: 'with-template',
    from: 'a template in the folder',
    points: ({ template }) => (template > 0 ? 3 : 0),
  },
  {
    name: 'below-template',
    from: 'rust-lang/rfcs, whose template lies in the root',
    points: ({ template, hasTemplate }) => (template === 0 && hasTemplate ? 2 : 0),
  },
  {
    name: 'deep',
    from: 'the proposals of parts of a repository, and of others',
    points: ({ depth }) => -0.7 * depth,
  },
  {
    name: 'published',
    from: 'the same proposals again in the sources of a web site',
    points: ({ isPublished }) => (isPublished ? -8 : 0),
  },
];
