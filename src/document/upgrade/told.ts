import { gainedKeys } from './keys.ts';
import type { Upgrade } from './upgrade.ts';
import type { UpgradeChange } from './upgrade-result.ts';

/** What is told and never done: sections that the template moved or gave up, and keys that it gained. */
export function toldOf(
  { document, outline, lineage: { sections }, alignment }: Upgrade,
  base: string,
  template: string,
): UpgradeChange[] {
  const about = sections.flatMap((section, index): UpgradeChange[] => {
    const heading = outline.headings[alignment.anywhere[index]?.heading ?? -1];
    const kind = section.now === undefined ? 'dropped' : section.isMoved ? 'moved' : undefined;
    if (!heading || !kind) return [];
    const { title, line, level } = heading;
    return [
      {
        kind,
        section: section.title,
        heading: title,
        line: line + 1,
        level,
        certain: true,
        applied: false,
      },
    ];
  });
  const keys = gainedKeys(base, template, document).map(
    (key): UpgradeChange => ({ kind: 'key', to: key, certain: true, applied: false }),
  );
  return [...about, ...keys];
}
