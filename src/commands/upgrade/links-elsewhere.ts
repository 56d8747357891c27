import path from 'node:path';
import { readRegular } from '../../disk/read-file.ts';
import { decodedAnchor } from '../../document/markdown/heading-anchor.ts';
import { linksIn } from '../../document/references/document-links.ts';
import { isMarkdown } from '../../file-names.ts';
import { orUndefined } from '../../or-undefined.ts';
import { linkPath } from '../../proposals/state/link-target.ts';
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
    if (!text.includes('#')) return [];
    const links = linksIn(text);
    return renamed.flatMap((anchor) => {
      if (anchor.file === file) return [];
      const link = links.find(({ target }) => {
        const [to = '', own = ''] = target.split('#', 2);
        return (
          to !== '' &&
          decodedAnchor(own) === anchor.old &&
          linkPath(to, file, survey.root) === anchor.file
        );
      });
      return link
        ? [{ path: shownPath(survey.cwd, file), line: link.line, old: anchor.old, now: anchor.now }]
        : [];
    });
  });
}
