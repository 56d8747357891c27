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
      formerly.includes(withoutMarker(heading.title)) && heading.level === level + alignment.shift;
    const found = outline.headings[alignment.inOrder[index]?.heading ?? -1];
    const other = outline.headings.find((each) => titleForms(each.title).normal === normal);
    const heading = found && found === other ? outline.headings.find(isFormer) : found;
    if (!heading || !isFormer(heading) || (!other && past.has(normal))) return [];
    const written = document.slice(heading.start, heading.bodyStart);
    const at = written.indexOf(heading.title);
    // A heading of several lines has them folded in its title.
    if (at < 0) return [];
    const start = heading.start + at;
    const edit = { start, end: start + heading.title.length, text: title };
    if (other) return [{ heading, section, edit, isCertain: true, isApplied: false, other }];
    const isCertain = !doubtfully.includes(withoutMarker(heading.title));
    return [{ heading, section, edit, isCertain, isApplied: isCertain || accepted.has(title) }];
  });
}

/** What is told of a heading that was renamed, or would be; `line` counts from 1. */
export function renamedChange(
  { heading, section: { title }, isCertain, isApplied, other }: HeadingRenaming,
  line: number,
): UpgradeChange {
  return {
    kind: 'renamed',
    section: title,
    heading: isApplied ? title : heading.title,
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
