import path from 'node:path';
import { type Convention, defaultConvention } from '../convention/convention.ts';
import { type Detection, detect } from '../convention/detect.ts';
import { Failure } from '../failure.ts';
import { nearest } from '../nearest.ts';
import { type Location, locate, shownPath } from '../repository/location.ts';
import { DEFAULT_DIRECTORY, isInside, type Survey } from '../repository/survey.ts';
import type { TemplateSource } from '../template/source.ts';
import { templateFor } from './home-template.ts';

/** What the user said of where a proposal goes, and from which template. */
export interface Wish {
  /** As given by `--dir`, from where the program runs. */
  directory?: string;
  area?: string;
  /** As given by `--template`. */
  template?: string;
  /** A place that is meant although nobody named it, such as that of the proposal to change. */
  near?: string;
  /** Whether proposals of every area are meant. */
  anyArea?: boolean;
}

/** Where proposals live here, and how: found in the repository, configured, or the default. */
export interface Home {
  location: Location;
  convention: Convention;
  /** Undefined for the built-in template. */
  template: TemplateSource | undefined;
  /** What was found, when anything was. */
  detection: Detection | undefined;
  /** Name of the area, empty without one. */
  area: string;
  /** The configuration file that says something else than what was found. */
  configuredBy: string | undefined;
}

/** Directories among which only the author can choose; relative to where the program runs. */
export interface Undecided {
  what: 'directory' | 'area';
  choices: string[];
}

/**
 * Decides where proposals live: by flag, environment, configuration, what is found, or default, in this
 * order.
 *
 * @throws Failure when what was said cannot be
 */
export async function homeFor(survey: Survey, wish: Wish): Promise<Home | Undecided> {
  const said = saidDirectory(survey, wish);
  const found = detected(survey, wish, said);
  if ('what' in found) return found;
  const { detection, directory } = found;
  const shown = shownPath(survey.cwd, directory);
  const basis = detection
    ? { ...detection.convention, directory: shown }
    : defaultConvention(shown);
  const convention = await withConfiguration(basis, survey);
  const numberRoot = detection ? path.join(survey.root, detection.numberedUnder) : directory;
  const others =
    detection && !detection.numbersPerArea
      ? detection.allAreas.map((area) => path.join(survey.root, area))
      : [];
  return {
    location: await locate(
      survey,
      { directory, numberRoot: isInside(numberRoot, directory) ? numberRoot : directory, others },
      convention,
    ),
    convention,
    template: templateFor(survey, wish.template, { convention, detection }),
    detection:
      detection && (detection.learnedFrom > 0 || detection.template !== undefined)
        ? detection
        : undefined,
    area: detection?.area ?? '',
    configuredBy: configurationName(survey),
  };
}

/** What a configuration says instead; it is seldom there, and what reads it is loaded only then. */
async function withConfiguration(found: Convention, { configured }: Survey): Promise<Convention> {
  if (Object.keys(configured.configuration).length === 0) return found;
  const { applyConfiguration } = await import('../convention/configuration.ts');
  return applyConfiguration(found, configured.configuration);
}

function saidDirectory(survey: Survey, { directory }: Wish): string | undefined {
  if (directory !== undefined) return path.resolve(survey.cwd, directory);
  const { configuration, base, file } = survey.configured;
  if (configuration.directory === undefined) return undefined;
  const target = path.resolve(base, configuration.directory);
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

type Found = { directory: string; detection: Detection | undefined } | Undecided;

function detected(survey: Survey, wish: Wish, said: string | undefined): Found {
  const { root, cwd, paths } = survey;
  const fromRoot = (target: string) => shownPath(root, target);
  const toUser = (directory: string) => shownPath(cwd, path.join(root, directory));
  const here = wish.near ?? cwd;
  if (said !== undefined && wish.area === undefined) {
    const wanted = fromRoot(said);
    return {
      directory: said,
      detection: detect(paths, { directory: wanted === '.' ? '' : wanted }),
    };
  }
  const detection =
    said === undefined
      ? detect(paths, isInside(root, here) && here !== root ? { cwd: fromRoot(here) } : {})
      : detect(paths, { directory: fromRoot(said) });
  if (wish.area !== undefined) return inArea(survey, detection, wish.area);
  if (!detection) return { directory: path.join(root, DEFAULT_DIRECTORY), detection };
  if (detection.rivals.length > 0) {
    const all = [detection.convention.directory, ...detection.rivals];
    return { what: 'directory', choices: all.map(toUser) };
  }
  if (detection.needsArea && !wish.anyArea)
    return { what: 'area', choices: detection.areas.map(toUser) };
  return { directory: path.join(root, detection.convention.directory), detection };
}

/** The area of a name: one that is there, or a new one beside them. */
function inArea({ root, paths }: Survey, detection: Detection | undefined, area: string): Found {
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
        hint: `Areas: ${names.join(', ')}; a new one is named with --dir`,
      },
    );
  }
  const parent = path.posix.dirname(areas[0] ?? '');
  const directory = areas[index] ?? path.posix.join(parent, area);
  return { directory: path.join(root, directory), detection: detect(paths, { directory }) };
}

function configurationName({
  cwd,
  configured: { file, configuration },
}: Survey): string | undefined {
  if (Object.keys(configuration).length === 0) return undefined;
  return file === undefined ? 'the environment' : shownPath(cwd, file);
}

/** The error for a choice that nobody can be asked for. */
export function undecided({ what, choices }: Undecided): Failure {
  const list = choices.map((choice) => `  --dir ${choice}`).join('\n');
  return what === 'directory'
    ? Failure.usage(
        'missing-answers',
        `Proposals lie in several directories; say which with --dir:\n${list}`,
      )
    : Failure.usage(
        'missing-answers',
        `Proposals are grouped here; say which with --dir, or --area and the last part of:\n${list}`,
      );
}
