import path from 'node:path';
import { readRegular } from '../../disk/read-file.ts';
import { isMarkdown } from '../../file-names.ts';
import { orUndefined } from '../../or-undefined.ts';
import { anchoredLinks, leadsToHeading } from '../../proposals/state/heading-links.ts';
import type { Stale } from '../../report/upgrade/stale.ts';
import { shownPath } from '../../workspace/location.ts';
import type { Survey } from '../../workspace/survey.ts';

/** A heading that has another address now. */
export interface RenamedAnchor {
  /** The document, absolute. */
  file: string;
  old: string;
  now: string;
}

const LARGEST_LINKING = { largest: 2_000_000 };

/** The first link of each other document of the repository to every address that is no longer there. */
export function linksElsewhere(renamed: readonly RenamedAnchor[], survey: Survey): Stale[] {
  if (renamed.length === 0) return [];
  const byAnchor = new Map<string, RenamedAnchor[]>();
  for (const each of renamed) {
    const list = byAnchor.get(each.old);
    if (list) list.push(each);
    else byAnchor.set(each.old, [each]);
  }
  const anchors = [...byAnchor.keys()];
  return survey.paths.filter(isMarkdown).flatMap((relative) => {
    const from = path.join(survey.root, relative);
    const text = orUndefined(() => readRegular(from, LARGEST_LINKING))?.toString('utf8') ?? '';
    if (!anchors.some((anchor) => text.includes(`#${anchor}`))) return [];
    const told = new Set<RenamedAnchor>();
    return anchoredLinks(text).flatMap((link) =>
      (byAnchor.get(link.anchor) ?? []).flatMap((each) => {
        const heading = { file: each.file, anchor: each.old };
        if (told.has(each) || !leadsToHeading(link, heading, { from, root: survey.root }))
          return [];
        told.add(each);
        const { old, now } = each;
        return [{ path: shownPath(survey.cwd, from), line: link.line, old, now }];
      }),
    );
  });
}
