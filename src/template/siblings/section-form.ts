import { commonest } from '../../convention/numbering.ts';
import { isStatus } from '../../document/head/labels.ts';
import type { Heading } from '../../document/markdown/heading.ts';
import { KINDS } from '../adopt/metadata/labels.ts';
import { isMetadata } from './head.ts';
import { headLines, type Shared, valueFor } from './head-lines.ts';

/** A proposal with the ids of its headings, in the order of the document. */
interface OutlinedProposal {
  text: string;
  headings: readonly Heading[];
  ids: readonly string[];
}

/**
 * The heading of a section as most proposals have it, with what is form in it: its status, and its metadata.
 * @param id of the section, behind those that it stands in
 */
export function sectionForm(
  id: string,
  parsed: readonly OutlinedProposal[],
  shared: Shared,
): string {
  const headings = parsed.flatMap(({ headings: all, ids }) => all[ids.indexOf(id)] ?? []);
  const level = commonest(headings.map((each) => each.level)) ?? 2;
  const title = titleOfAll(headings, shared);
  const isSaid = saidLabel(title) !== undefined;
  const own =
    isStatus({ label: id.slice(id.lastIndexOf('/') + 1) }) && shared.status !== '' && !isSaid
      ? `${shared.status}\n`
      : metadataIn(id, parsed, shared);
  return `${'#'.repeat(level)} ${title}\n${own === '' ? '' : `\n${own}`}`;
}

/** What a heading says of the proposal, such as `Status: Accepted`, begins with. */
export function saidLabel(title: string): string | undefined {
  const label = /^(\p{L}[\p{L} ]{0,30}?)[:：][ \t]+\S/u.exec(title)?.[1];
  return label !== undefined &&
    (isStatus({ label }) || (KINDS.date.test(label) && !label.includes(' ')))
    ? label
    : undefined;
}

function titleOfAll(headings: readonly Heading[], shared: Shared): string {
  const title = commonest(headings.map((each) => each.title)) ?? '';
  const label = saidLabel(title);
  if (label === undefined) return title;
  const values = headings.map((each) => each.title.replace(/^[^:：]*[:：][ \t]+/, ''));
  return `${label}: ${valueFor(label, values, shared)}`;
}

/** A section of metadata alone is part of the form, with places for its values. */
function metadataIn(id: string, parsed: readonly OutlinedProposal[], shared: Shared): string {
  const bodies = parsed.flatMap(({ text, headings, ids }) => {
    const at = ids.indexOf(id);
    return at < 0
      ? []
      : text.slice(headings[at]?.bodyStart, headings[at + 1]?.start ?? text.length);
  });
  if (bodies.filter(isMetadata).length < bodies.length * shared.share) return '';
  const lines = headLines(bodies, { ...shared, base: bodies.length - 1 });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
