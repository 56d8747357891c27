import type { Sign } from './sign.ts';

export interface TemplateFacts {
  /** Whether a number or date yet to come stands in the name: `NNNN`, `0000`, `YYYYMMDD`. */
  hasPlaceholder: boolean;
  ends: boolean;
  /** Whether it begins with it, as one of several does. */
  begins: boolean;
  isPlain: boolean;
  /** Whether it says so in other words, as `BLANK-ADR` does. */
  hasOtherWord: boolean;
  /** Whether the pages beside the proposals name it. */
  isMentioned: boolean;
  /** Whether it is called as the main document of proposals. */
  isForDocument: boolean;
  /** Whether it is called as the folder of the proposals is: an `rfc-template` for `rfcs/`. */
  isForFolder: boolean;
}

/** From here on a name is that of a template whatever is in it; below, its content decides. */
export const SURE = 1;

/** What speaks for a template among others. */
export const TEMPLATE_SIGNS: readonly Sign<TemplateFacts>[] = [
  {
    name: 'placeholder',
    from: 'NNNN-template/ and 0000-template.md',
    points: ({ hasPlaceholder }) => (hasPlaceholder ? 3 : 0),
  },
  {
    name: 'called-template',
    from: 'template.md, adr-template.md and CFP-002-template.md',
    points: ({ ends, isPlain }) => (ends && isPlain ? 2 : 0),
  },
  {
    name: 'other-word',
    from: 'BLANK-ADR.md and rfc_skeleton.md',
    points: ({ hasOtherWord }) => (hasOtherWord ? 2 : 0),
  },
  {
    name: 'one-of-several',
    from: 'template-short.md beside template-long.md',
    points: ({ begins, ends, isPlain }) => (begins && !ends && isPlain ? 1 : 0),
  },
  {
    name: 'maybe',
    from: 'pod-template.md, which may be a proposal about templates',
    points: ({ begins, ends, isPlain }) => ((begins || ends) && !isPlain ? 0.5 : 0),
  },
  {
    name: 'mentioned',
    from: 'a README that says "copy proposal-template.md"',
    points: ({ isMentioned }) => (isMentioned ? 1 : 0),
  },
  {
    name: 'for-document',
    from: 'spec-template.md beside plan-template.md, for spec.md',
    points: ({ isForDocument }) => (isForDocument ? 0.5 : 0),
  },
  {
    name: 'for-folder',
    from: 'rfc-template.md beside adr-template.md, for rfcs/',
    points: ({ isForFolder }) => (isForFolder ? 0.5 : 0),
  },
];
