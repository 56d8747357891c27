import { otherFormats } from '../../convention/other-formats.ts';
import { Failure } from '../../failure.ts';

/**
 * Whoever has proposals in another format would not want a second place for them.
 * @param paths of the repository
 * @throws Failure when there are such
 */
export function refuseOtherFormat(paths: readonly string[]): void {
  const [found] = otherFormats(paths);
  if (!found) return;
  throw Failure.usage(
    'usage',
    `The proposals in ${found.directory} are written as .${found.extension}; only Markdown can be written`,
    { hint: 'To write Markdown somewhere else, name the directory with --dir' },
  );
}
