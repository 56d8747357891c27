import { type Convention, defaultConvention, isNumbered } from '../../convention/convention.ts';
import { documentPath } from '../../convention/name-pattern.ts';
import { nextNumber, padded } from '../../convention/numbers.ts';
import type { Setting } from './plan.ts';

/** What a repository was found to do, and why; part of what `--json` prints. */
export interface Adoption {
  /** How many proposals it was learned from. */
  learnedFrom: number;
  /** The pattern of a proposal's path, as people write it: `rfcs/NNNN-slug/README.md`. */
  pattern: string;
  /** The next number of a sequence. */
  next?: string;
  template: string;
  /** Directories that group proposals, and whether each numbers on its own. */
  areas?: string[];
  numbersPerArea?: boolean;
  /** The configuration that says something else. */
  configuredBy?: string;
  /** The same in one line. */
  summary: string;
}

/** What was adopted here; undefined where nothing was found. */
export function adoptionOf({ home, template, taken }: Setting): Adoption | undefined {
  const { detection, convention, configuredBy } = home;
  if (!detection && configuredBy === undefined) return undefined;
  if (configuredBy === undefined && template.source === 'built-in' && isDefault(convention))
    return undefined;
  const digits = convention.width ?? 1;
  const facts = {
    number: isNumbered(convention) ? 'N'.repeat(digits) : '',
    slug: 'slug',
    date: 'YYYY-MM-DD',
  };
  const path = documentPath(convention, facts);
  const pattern = convention.directory === '.' ? path : `${convention.directory}/${path}`;
  const next = nextNumber(taken.flatMap(({ number }) => number ?? []));
  const areas = detection?.areas ?? [];
  const isSequence = convention.numbering === 'sequential';
  const learnedFrom = detection?.learnedFrom ?? 0;
  return {
    learnedFrom,
    pattern,
    ...(isSequence && { next: padded(next, convention.width) }),
    template: template.source,
    ...(detection && areas.length > 0 && { areas, numbersPerArea: detection.numbersPerArea }),
    ...(configuredBy !== undefined && { configuredBy }),
    summary: [
      pattern,
      {
        sequential: `next ${padded(next, convention.width)}`,
        assigned: 'numbered by issue or pull request',
        date: 'dated',
        none: 'no numbers',
      }[convention.numbering],
      `template ${template.source}`,
      reason(learnedFrom, configuredBy),
    ].join(', '),
  };
}

/** Whether proposals are filed as this program does by itself: nothing is adopted then. */
function isDefault(convention: Convention): boolean {
  const { directory, ...rest } = convention;
  const { directory: _, ...usual } = defaultConvention(directory);
  return (
    JSON.stringify(Object.entries(rest).sort()) === JSON.stringify(Object.entries(usual).sort())
  );
}

function reason(learnedFrom: number, configuredBy: string | undefined): string {
  if (configuredBy !== undefined) return `as ${configuredBy} says`;
  if (learnedFrom === 0) return 'as the template is called';
  return learnedFrom === 1 ? 'as the proposal here' : `as the ${learnedFrom} proposals here`;
}
