import path from 'node:path';
import type { Detection } from '../../convention/detection/detect.ts';
import type { Doubtful } from '../../convention/detection/doubtful.ts';
import { Failure } from '../../failure.ts';
import { shellWord } from '../../shell-quoting.ts';
import { didYouMean } from '../../words/did-you-mean.ts';
import { shownPath } from '../location.ts';
import { DEFAULT_DIRECTORY, type Survey } from '../survey.ts';
import { detectAt, detectFrom, hasDocuments } from './detect-directory.ts';
import { namedDirectory } from './named-directory.ts';
import type { WorkspaceOptions } from './options.ts';
import { refuseOtherFormat } from './refuse-other-format.ts';

/** Directories, relative to where the program runs, or documents among which only the author can choose. */
export interface Undecided {
  /** `likely` where only names of directories say that proposals may lie there. */
  what: 'directory' | 'likely' | 'area' | 'document';
  choices: string[];
}

export interface FoundDirectory {
  directory: string;
  detection: Detection | undefined;
  /** What may be of proposals, where nothing was found. */
  doubtful?: Doubtful | undefined;
}

/**
 * Finds the directory by flag, environment, configuration, or what is there; else the default.
 * @throws Failure when what was wished for cannot be
 */
export async function findDirectory(
  survey: Survey,
  options: WorkspaceOptions,
): Promise<FoundDirectory | Undecided> {
  const named = await namedDirectory(survey, options);
  if (options.area !== undefined) {
    const detection = await (named === undefined
      ? detectFrom(survey, options)
      : detectAt(survey, named));
    return inArea(survey, detection, options.area);
  }
  if (named !== undefined) {
    const detection = await detectAt(survey, named);
    // Only a flag says that it is the directory itself that is meant, and no area in it.
    const isAsked = options.directory === undefined && detection?.needsArea && !options.anyArea;
    return isAsked ? chooseArea(survey, detection) : { directory: named, detection };
  }
  return foundByItself(survey, options);
}

async function foundByItself(
  survey: Survey,
  options: WorkspaceOptions,
): Promise<FoundDirectory | Undecided> {
  const { root, cwd, paths } = survey;
  const detection = await detectFrom(survey, options);
  const shown = (directory: string) => shownPath(cwd, path.join(root, directory));
  if (!detection) {
    refuseOtherFormat(paths);
    const doubtful = await doubtfulIn(survey);
    const likely = options.near === undefined ? (doubtful?.likely ?? []) : [];
    const all = [...new Set([...likely, DEFAULT_DIRECTORY])];
    if (all.length > 1) return { what: 'likely', choices: all.map(shown) };
    return { directory: path.join(root, DEFAULT_DIRECTORY), detection, doubtful };
  }
  if (detection.rivals.length > 0) {
    const all = [detection.convention.directory, ...detection.rivals];
    return { what: 'directory', choices: all.map(shown) };
  }
  if (asksForArea(detection, options)) return chooseArea(survey, detection);
  return { directory: path.join(root, detection.convention.directory), detection };
}

async function doubtfulIn(survey: Survey): Promise<Doubtful | undefined> {
  if (!hasDocuments(survey) && !survey.paths.some((each) => each.endsWith('keep')))
    return undefined;
  const { doubtfulPlaces } = await import('../../convention/detection/doubtful.ts');
  return doubtfulPlaces(survey.paths, survey.read);
}

function asksForArea(
  { needsArea, numbersPerArea }: Detection,
  { anyArea = false }: WorkspaceOptions,
): boolean {
  return needsArea && (!anyArea || numbersPerArea);
}

async function chooseArea(
  survey: Survey,
  detection: Detection,
): Promise<FoundDirectory | Undecided> {
  const { root, cwd } = survey;
  const [only, ...others] = detection.areas;
  if (only !== undefined && others.length === 0) {
    const directory = path.join(root, only);
    return { directory, detection: await detectAt(survey, directory) };
  }
  return {
    what: 'area',
    choices: detection.areas.map((area) => shownPath(cwd, path.join(root, area))),
  };
}

async function inArea(
  survey: Survey,
  detection: Detection | undefined,
  area: string,
): Promise<FoundDirectory> {
  const { root, cwd } = survey;
  const areas = detection?.areas ?? [];
  if (!detection || areas.length === 0) {
    throw Failure.usage('usage', `--area ${area}: proposals are not grouped by area here`, {
      hint: 'Leave it out, or name a directory with --dir',
    });
  }
  const names = areas.map((each) => path.posix.basename(each));
  const index = areas.findIndex((each, at) => each === area || names[at] === area);
  const parent = path.posix.dirname(areas.at(-1) ?? '');
  const found = areas[index];
  if (found === undefined) {
    const meant = didYouMean(area, names);
    throw Failure.usage('usage', `--area ${area}: there is no such area${meant}`, {
      hint: `Areas: ${names.join(', ')}; for a new one, pass its directory, as in --dir ${shellWord(shownPath(cwd, path.join(root, parent, 'new-area')))}`,
    });
  }
  const directory = path.join(root, found);
  return { directory, detection: await detectAt(survey, directory) };
}
