import { type Convention, defaultConvention, isNumbered } from '../../convention/convention.ts';
import { documentPath } from '../../convention/document-name.ts';
import { padded } from '../../convention/entry-name.ts';
import { nextNumber } from '../../convention/numbering.ts';
import type { Evidence } from '../../convention/signs/evidence.ts';
import { reasonsFor } from '../../report/because.ts';
import { type Adoption, adoptionSummary } from '../../report/create/adoption.ts';
import type { TakenEntry } from '../../workspace/entries.ts';
import type { Setting } from './prepare.ts';

/**
 * What was adopted here; undefined where nothing was found.
 * @param taken what is already there: the next number is after it
 */
export function adoptionOf(
  { workspace, template }: Setting,
  taken: readonly TakenEntry[],
): Adoption | undefined {
  const { detection, convention, configuredBy } = workspace;
  if (!detection && configuredBy === undefined) return undefined;
  if (configuredBy === undefined && template.label === 'built-in' && isDefault(convention))
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
  const written = padded(next, convention.width);
  const adopted = {
    learnedFrom: detection?.learnedFrom ?? 0,
    pattern,
    ...(convention.numbering === 'sequential' && { next: written }),
    template: template.label,
    ...(detection && areas.length > 0 && { areas, numbersPerArea: detection.numbersPerArea }),
    ...(configuredBy !== undefined && { configuredBy }),
  };
  const { numbering } = convention;
  const because = reasonsFor(
    [...(detection?.because ?? []), ...templateEvidence(workspace)],
    convention,
  );
  return { ...adopted, because, summary: adoptionSummary(adopted, { numbering, next: written }) };
}

/** Why the template is this one, where it is no file that was found. */
function templateEvidence({ template, detection }: Setting['workspace']): Evidence[] {
  if (!template || detection?.template !== undefined) return [];
  if (template.text !== undefined) return [{ subject: 'template', sign: 'siblings' }];
  const sign = template.name === 'adr' ? 'usual' : 'form';
  return template.isPreset ? [{ subject: 'template', sign }] : [];
}

function isDefault(convention: Convention): boolean {
  const { directory, ...rest } = convention;
  const { directory: _, ...usual } = defaultConvention(directory);
  return (
    JSON.stringify(Object.entries(rest).sort()) === JSON.stringify(Object.entries(usual).sort())
  );
}
