import type { Convention } from '../convention.ts';
import { numbersIn } from '../detection/infer.ts';
import type { PathEntry } from '../detection/list-entries.ts';
import { DIRECTORY_SIGNS, type DirectoryFacts } from './directory-signs.ts';
import { type NumberingHints, numberingOf } from './numbering-signs.ts';

/** One reason for what was adopted: which sign speaks for it, and what of it was seen. */
export interface Evidence {
  subject: 'directory' | 'name' | 'numbering' | 'template';
  sign: string;
  count?: number;
  of?: number;
  path?: string;
}

export function evidenceOf({
  facts,
  pool,
  convention,
  template,
  hints,
}: {
  facts: DirectoryFacts | undefined;
  pool: readonly PathEntry[];
  convention: Convention;
  template: string | undefined;
  hints: NumberingHints;
}): Evidence[] {
  return [
    ...directoryEvidence(facts),
    ...nameEvidence(pool, convention, template),
    ...numberingEvidence(pool, convention, hints),
    ...(template === undefined
      ? []
      : [{ subject: 'template', sign: 'found', path: template } as const]),
  ];
}

function directoryEvidence(facts: DirectoryFacts | undefined): Evidence[] {
  if (!facts) return [];
  const { regular, entries } = facts;
  return DIRECTORY_SIGNS.filter(({ points }) => points(facts) > 0).map(({ name }) => ({
    subject: 'directory',
    sign: name,
    ...(name === 'numbered' && { count: regular, of: entries }),
    ...(name === 'filled' && { count: entries }),
  }));
}

function nameEvidence(
  pool: readonly PathEntry[],
  { layout }: Convention,
  template: string | undefined,
): Evidence[] {
  if (pool.length === 0) {
    return template === undefined ? [] : [{ subject: 'name', sign: 'as-template', path: template }];
  }
  const isDirectory = layout === 'directory';
  const same = pool.filter(({ document }) => (document !== undefined) === isDirectory);
  return [{ subject: 'name', sign: 'as-most', count: same.length, of: pool.length }];
}

function numberingEvidence(
  pool: readonly PathEntry[],
  { numbering, width }: Convention,
  hints: NumberingHints,
): Evidence[] {
  const forms = pool.map(({ form }) => form);
  const subject = 'numbering';
  if (numbering === 'date') {
    const dated = forms.filter(({ kind }) => kind === 'date');
    return [{ subject, sign: 'dates', count: dated.length, of: pool.length }];
  }
  if (numbering === 'none') {
    return hints.said === 'none'
      ? [{ subject, sign: 'said-none' }]
      : [{ subject, sign: 'without-numbers', count: pool.length }];
  }
  const digits = numbersIn(forms).map((form) => Number(form.digits));
  const { signs } = numberingOf(digits, width !== null, hints);
  return signs.map((sign) => ({ subject, sign }));
}
