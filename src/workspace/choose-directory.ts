import path from 'node:path';
import { type Detection, detect } from '../convention/detect.ts';
import { otherFormat } from '../convention/other-formats.ts';
import { nearest } from '../did-you-mean.ts';
import { Failure } from '../failure.ts';
import { shownPath } from './location.ts';
import { DEFAULT_DIRECTORY, isInside, realInside, type Survey } from './survey.ts';

/** What the user said of where a proposal goes, and from which template. */
export interface Wish {
  /** As given by `--dir`, from where the program runs. */
  directory?: string;
  area?: string;
  /** As given by `--template`. */
  template?: string;
  /** A place that is meant although nobody named it, such as that of the proposal to change. */
  near?: string;
  /** Whether a number is to be held on the remote. */
  reserve?: boolean;
  /** Whether proposals of every area are meant. */
  anyArea?: boolean;
}

/** Directories among which only the author can choose; relative to where the program runs. */
export interface Undecided {
  what: 'directory' | 'area';
  choices: string[];
}

/** A directory and what was found out about it, or those that have to be chosen among. */
type Found = { directory: string; detection: Detection | undefined } | Undecided;

/**
 * Finds the directory by flag, environment, configuration, or what is there; else the default.
 *
 * @throws Failure when what was said cannot be
 */
export function findDirectory(survey: Survey, wish: Wish): Found {
  const said = saidDirectory(survey, wish);
  const { root, cwd, paths } = survey;
  const fromRoot = (target: string) => shownPath(root, target);
  const toUser = (directory: string) => shownPath(cwd, path.join(root, directory));
  const here = wish.near ?? cwd;
  if (said !== undefined && wish.area === undefined) {
    const wanted = fromRoot(said);
    const detection = detect(paths, { directory: wanted === '.' ? '' : wanted });
    // Only a flag says that it is the directory itself that is meant, and no area in it.
    const isAsked = wish.directory === undefined && detection?.needsArea && !wish.anyArea;
    return isAsked ? chooseArea(survey, detection) : { directory: said, detection };
  }
  const detection =
    said === undefined
      ? detect(paths, {
          rootName: path.basename(root),
          ...(isInside(root, here) && here !== root && { cwd: fromRoot(here) }),
        })
      : detect(paths, { directory: fromRoot(said) });
  if (wish.area !== undefined) return inArea(survey, detection, wish.area);
  if (!detection) {
    refuseOtherFormat(paths);
    return { directory: path.join(root, DEFAULT_DIRECTORY), detection };
  }
  if (detection.rivals.length > 0) {
    const all = [detection.convention.directory, ...detection.rivals];
    return { what: 'directory', choices: all.map(toUser) };
  }
  if (asksForArea(detection, wish)) return chooseArea(survey, detection);
  return { directory: path.join(root, detection.convention.directory), detection };
}

/** Whether the area has to be known; where areas number on their own, a number alone says nothing. */
function asksForArea({ needsArea, numbersPerArea }: Detection, { anyArea = false }: Wish): boolean {
  return needsArea && (!anyArea || numbersPerArea);
}

/** Who has proposals in another format would not want a second place for them. */
function refuseOtherFormat(paths: readonly string[]): void {
  const found = otherFormat(paths);
  if (!found) return;
  throw Failure.usage(
    'usage',
    `The proposals in ${found.directory} are written as .${found.extension}; only Markdown can be written`,
    { hint: 'To write Markdown somewhere else, name the directory with --dir' },
  );
}

/** The areas to choose among; the only one there is needs no choice. */
function chooseArea({ root, cwd, paths }: Survey, detection: Detection): Found {
  const [only, ...others] = detection.areas;
  if (only !== undefined && others.length === 0) {
    return { directory: path.join(root, only), detection: detect(paths, { directory: only }) };
  }
  return {
    what: 'area',
    choices: detection.areas.map((area) => shownPath(cwd, path.join(root, area))),
  };
}

/** The area of a name: one that is there, or a new one beside them. */
function inArea(
  { root, cwd, paths }: Survey,
  detection: Detection | undefined,
  area: string,
): Found {
  const areas = detection?.areas ?? [];
  if (!detection || areas.length === 0) {
    throw Failure.usage('usage', `--area ${area}: proposals are not grouped by area here`, {
      hint: 'Leave it out, or name a directory with --dir',
    });
  }
  const names = areas.map((each) => path.posix.basename(each));
  const index = areas.findIndex((each, at) => each === area || names[at] === area);
  const meant = index < 0 ? nearest(area, names) : undefined;
  if (meant || !/^[\w][\w.-]*$/.test(path.posix.basename(area))) {
    throw Failure.usage(
      'usage',
      `--area ${area}: there is no such area${meant ? `; did you mean ${meant}?` : ''}`,
      {
        hint: `Areas: ${names.join(', ')}; a new one is named by its directory: --dir ${shownPath(cwd, path.join(root, path.posix.dirname(areas.at(-1) ?? ''), path.posix.basename(area)))}`,
      },
    );
  }
  const parent = path.posix.dirname(areas.at(-1) ?? '');
  const directory = areas[index] ?? path.posix.join(parent, area);
  return { directory: path.join(root, directory), detection: detect(paths, { directory }) };
}

function saidDirectory(survey: Survey, { directory }: Wish): string | undefined {
  if (directory !== undefined) return realInside(survey.root, path.resolve(survey.cwd, directory));
  const { configuration, base, file } = survey.configured;
  if (configuration.directory === undefined) return undefined;
  const target = realInside(survey.root, path.resolve(base, configuration.directory));
  if (isInside(survey.root, target)) return target;
  const place = file === undefined ? 'CREATE_ENHANCEMENT_DIRECTORY' : path.basename(file);
  throw Failure.usage(
    'invalid-configuration',
    `${place}: the directory lies outside the repository: ${configuration.directory}`,
    {
      hint: 'Name one inside it, or pass --dir',
    },
  );
}
