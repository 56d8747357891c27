import path from 'node:path';
import { type Convention, defaultConvention } from '../convention/convention.ts';
import type { Detection } from '../convention/detect.ts';
import { Failure } from '../failure.ts';
import type { TemplateSource } from '../template/read-file.ts';
import { findDirectory, type Undecided, type Wish } from './choose-directory.ts';
import { templateFor } from './choose-template.ts';
import { type Location, locate, shownPath } from './location.ts';
import { isInside, type Survey } from './survey.ts';

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
  /** Whether numbers are to be held on the remote. */
  reserves: boolean;
}

/**
 * Decides where proposals live: by flag, environment, configuration, what is found, or default, in this
 * order.
 *
 * @throws Failure when what was said cannot be
 */
export async function homeFor(survey: Survey, wish: Wish): Promise<Home | Undecided> {
  const found = findDirectory(survey, wish);
  if ('what' in found) return found;
  const { detection, directory } = found;
  const shown = shownPath(survey.cwd, directory);
  const basis = detection
    ? { ...detection.convention, directory: shown }
    : defaultConvention(shown);
  const { configuration } = survey.configured;
  const reserves = configuration.reserve === true;
  const said = await withConfiguration(basis, survey);
  // Who holds numbers for everybody counts on: gaps are the numbers that others hold.
  const counts = (reserves || wish.reserve) && configuration.numbering === undefined;
  const convention: Convention =
    counts && said.numbering === 'assigned' ? { ...said, numbering: 'sequential' } : said;
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
    reserves,
  };
}

/** What a configuration says instead; it is seldom there, and what reads it is loaded only then. */
async function withConfiguration(found: Convention, { configured }: Survey): Promise<Convention> {
  if (Object.keys(configured.configuration).length === 0) return found;
  const { applyConfiguration } = await import('../convention/configuration/configuration.ts');
  return applyConfiguration(found, configured.configuration);
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
