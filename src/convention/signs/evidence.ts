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
  counted,
  convention,
  template,
  hints,
}: {
  facts: DirectoryFacts | undefined;
  pool: readonly PathEntry[];
  /** Entries whose numbers were looked at; the first that speak for the numbering decided. */
  counted: readonly (readonly PathEntry[])[];
  convention: Convention;
  template: string | undefined;
  hints: NumberingHints;
}): Evidence[] {
  return [
    ...directoryEvidence(facts),
    ...nameEvidence(pool, convention, template),
    ...numberingEvidence(pool, counted, { convention, hints }),
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
  counted: readonly (readonly PathEntry[])[],
  { convention, hints }: { convention: Convention; hints: NumberingHints },
): Evidence[] {
  const { numbering, width } = convention;
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
  const read = counted.map((entries) => {
    const digits = numbersIn(entries.map(({ form }) => form)).map((form) => Number(form.digits));
    return numberingOf(digits, width !== null, hints);
  });
  const signs = read.find((each) => each.numbering === numbering)?.signs ?? [];
  return signs.map((sign) => ({ subject, sign }));
}
