import path from 'node:path';
import fs from 'fs-extra';
import { isGitName, isInside } from '../../disk/inside.ts';
import { Failure } from '../../failure.ts';
import { shellWord } from '../../shell-quoting.ts';
import { shownPath } from '../location.ts';
import { realInside, type Survey } from '../survey.ts';
import { detectFrom } from './detect-directory.ts';
import type { WorkspaceOptions } from './options.ts';

/**
 * The directory that the call or a configuration names.
 * @throws Failure when it is inside of git's own directory, or a configured one is outside the repository, or is not
 *   there while proposals are in another one
 */
export async function namedDirectory(
  survey: Survey,
  options: WorkspaceOptions,
): Promise<string | undefined> {
  const named = asNamed(survey, options);
  if (named !== undefined && options.directory === undefined)
    await refuseOtherPlace(survey, named, options);
  return named;
}

/** Fewer may be moved to a place that was configured for them. */
const FEW_PROPOSALS = 3;

/** A configured directory that is not there is misspelled where proposals are in another one. */
async function refuseOtherPlace(
  survey: Survey,
  directory: string,
  options: WorkspaceOptions,
): Promise<void> {
  const { cwd, root, configured } = survey;
  if (fs.pathExistsSync(directory)) return;
  const elsewhere = await detectFrom(survey, options);
  if (!elsewhere || elsewhere.learnedFrom < FEW_PROPOSALS) return;
  const file = configured.file === undefined ? 'the environment' : shownPath(cwd, configured.file);
  const other = shownPath(cwd, path.join(root, elsewhere.convention.directory));
  throw Failure.usage(
    'invalid-configuration',
    `${file}: there is no directory ${shownPath(cwd, directory)}, and there are proposals in ${other}`,
    {
      hint: `Correct the directory, or create it to begin there; for ${other}, pass --dir ${shellWord(other)}`,
    },
  );
}

function asNamed(survey: Survey, { directory }: WorkspaceOptions): string | undefined {
  if (directory !== undefined) {
    const target = realInside(survey.root, path.resolve(survey.cwd, directory));
    if (path.relative(survey.root, target).split(path.sep).some(isGitName))
      throw gitDirectoryError(directory);
    return target;
  }
  const { configuration, base, file } = survey.configured;
  if (configuration.directory === undefined) return undefined;
  const target = realInside(survey.root, path.resolve(base, configuration.directory));
  if (isInside(survey.root, target)) return target;
  const place = file === undefined ? 'CREATE_ENHANCEMENT_DIRECTORY' : path.basename(file);
  throw Failure.usage(
    'invalid-configuration',
    `${place}: the directory is outside the repository: ${configuration.directory}`,
    { hint: 'Name one inside it, or pass --dir' },
  );
}

function gitDirectoryError(directory: string): Failure {
  return Failure.usage('usage', `--dir ${directory} is inside the directory of git itself`, {
    hint: 'Pass a directory beside it',
  });
}
