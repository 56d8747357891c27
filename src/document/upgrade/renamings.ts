import type { TextEdit } from '../markdown/edits.ts';
import type { Heading } from '../markdown/heading.ts';
import { withoutMarker } from '../markdown/marker.ts';
import { titleForms } from '../titles/title-forms.ts';
import type { MergedSection } from './merge-templates.ts';
import type { Upgrade } from './upgrade.ts';
import type { UpgradeChange } from './upgrade-result.ts';

export interface HeadingRenaming {
  heading: Heading;
  section: MergedSection;
  edit: TextEdit;
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
}: Upgrade): HeadingRenaming[] {
  const names = new Set(outline.headings.map(({ title }) => titleForms(title).normal));
  return sections.flatMap((section, index) => {
    const heading = outline.headings[alignment.inOrder[index]?.heading ?? -1];
    const { formerly = [], title, level } = section;
    const { normal } = titleForms(title);
    if (!heading || !formerly.includes(withoutMarker(heading.title))) return [];
    if (names.has(normal) || past.has(normal) || heading.level !== level + alignment.shift)
      return [];
    const written = document.slice(heading.start, heading.bodyStart);
    const at = written.indexOf(heading.title);
    // A heading of several lines has them folded in its title.
    if (at < 0) return [];
    const start = heading.start + at;
    const edit = { start, end: start + heading.title.length, text: title };
    return [{ heading, section, edit }];
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
