import type { TextEdit } from '../markdown/edits.ts';
import type { Heading } from '../markdown/heading.ts';
import { withoutMarker } from '../markdown/marker.ts';
import { titleForms } from '../titles/title-forms.ts';
import type { Upgrade } from './upgrade.ts';
import type { UpgradeChange } from './upgrade-result.ts';
import type { MergedSection } from './versions/merge-templates.ts';

export interface HeadingRenaming {
  heading: Heading;
  section: MergedSection;
  edit: TextEdit;
  /** The heading with its new name: a number, signs and an id around it stay. */
  becomes: string;
  isCertain: boolean;
  isApplied: boolean;
  /** A heading that has the new name, so that it is only told. */
  other?: Heading;
}

/**
 * Headings that are still called as an earlier template called them, where that has them. One that people have called
 * back, or whose new name is there, stays.
 */
export function renamingsOf({
  document,
  outline,
  lineage: { sections },
  alignment,
  past,
  accepted,
}: Upgrade): HeadingRenaming[] {
  return sections.flatMap((section, index) => {
    const { formerly = [], doubtfully = [], title, level } = section;
    const { normal } = titleForms(title);
    const isFormer = (heading: Heading) =>
      formerNameIn(heading.title, formerly) !== undefined &&
      heading.level === level + alignment.shift;
    const found = outline.headings[alignment.inOrder[index]?.heading ?? -1];
    const other = outline.headings.find((each) => titleForms(each.title).normal === normal);
    const heading = found && found === other ? outline.headings.find(isFormer) : found;
    if (!heading || !isFormer(heading) || (!other && past.has(normal))) return [];
    const name = formerNameIn(heading.title, formerly) ?? '';
    const change = calledAnew(document, heading, { name, title });
    if (!change) return [];
    const about = { heading, section, ...change };
    if (other) return [{ ...about, isCertain: true, isApplied: false, other }];
    const isCertain = !doubtfully.includes(name);
    return [{ ...about, isCertain, isApplied: isCertain || accepted.has(title) }];
  });
}

/** What is told of a heading that was renamed, or would be; `line` counts from 1. */
export function renamedChange(
  { heading, section: { title }, becomes, isCertain, isApplied, other }: HeadingRenaming,
  line: number,
): UpgradeChange {
  return {
    kind: 'renamed',
    section: title,
    heading: isApplied ? becomes : heading.title,
    line,
    level: heading.level,
    certain: isCertain,
    ...(!isCertain && { doubts: ['other-section'] }),
    ...(other && { similar: { heading: other.title, line: other.line + 1 } }),
    applied: isApplied,
    from: withoutMarker(heading.title),
    to: title,
  };
}

/** The earlier name of a section that a heading has, perhaps with a number, signs or an id around it. */
function formerNameIn(title: string, formerly: readonly string[]): string | undefined {
  const bare = withoutMarker(title);
  if (formerly.includes(bare)) return bare;
  const { normal } = titleForms(title);
  return formerly.find((name) => titleForms(name).normal === normal && title.includes(name));
}

function calledAnew(
  document: string,
  heading: Heading,
  { name, title }: { name: string; title: string },
): Pick<HeadingRenaming, 'edit' | 'becomes'> | undefined {
  const at = document.slice(heading.start, heading.bodyStart).indexOf(heading.title);
  // A heading of several lines has them folded in its title.
  if (at < 0) return undefined;
  const old = withoutMarker(heading.title) === name ? heading.title : name;
  const start = heading.start + at + heading.title.indexOf(old);
  const edit = { start, end: start + old.length, text: title };
  return { edit, becomes: heading.title.replace(old, () => title) };
}
