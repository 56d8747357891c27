import type { TextEdit } from '../markdown/edits.ts';
import type { Heading } from '../markdown/heading.ts';
import { withoutMarker } from '../markdown/marker.ts';
import type { MergedSection } from './merge-templates.ts';
import type { Upgrade } from './upgrade.ts';
import type { UpgradeChange } from './upgrade-result.ts';

export interface HeadingRenaming {
  heading: Heading;
  section: MergedSection;
  edit: TextEdit;
}

/** Headings that are still called as the old template called them. */
export function renamingsOf({
  document,
  outline,
  sections,
  alignment,
}: Upgrade): HeadingRenaming[] {
  return sections.flatMap((section, index) => {
    const heading = outline.headings[alignment.anywhere[index]?.heading ?? -1];
    const { formerly } = section;
    if (!heading || formerly === undefined || withoutMarker(heading.title) !== formerly) return [];
    const written = document.slice(heading.start, heading.bodyStart);
    const at = written.indexOf(heading.title);
    // A heading of several lines has them folded in its title.
    if (at < 0) return [];
    const start = heading.start + at;
    const text = section.title;
    return [{ heading, section, edit: { start, end: start + heading.title.length, text } }];
  });
}

/** What is told of a heading that was renamed. */
export function renamedChange(
  heading: Heading,
  { title }: MergedSection,
  line: number,
): UpgradeChange {
  return {
    kind: 'renamed',
    section: title,
    heading: title,
    line,
    level: heading.level,
    certain: true,
    applied: true,
    from: withoutMarker(heading.title),
    to: title,
  };
}
