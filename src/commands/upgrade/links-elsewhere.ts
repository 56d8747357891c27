import path from 'node:path';
import { readRegular } from '../../disk/read-file.ts';
import { isMarkdown } from '../../file-names.ts';
import { orUndefined } from '../../or-undefined.ts';
import { linkToHeading } from '../../proposals/state/heading-links.ts';
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
  return survey.paths.filter(isMarkdown).flatMap((relative) => {
    const file = path.join(survey.root, relative);
    const text = orUndefined(() => readRegular(file, LARGEST_LINKING))?.toString('utf8') ?? '';
    return renamed.flatMap(({ old, now, ...document }) => {
      const heading = { ...document, anchor: old };
      const link = linkToHeading(heading, text, { from: file, root: survey.root });
      return link ? [{ path: shownPath(survey.cwd, file), line: link.line, old, now }] : [];
    });
  });
}
