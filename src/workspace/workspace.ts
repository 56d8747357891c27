import path from 'node:path';
import { type Convention, defaultConvention } from '../convention/convention.ts';
import type { Detection } from '../convention/detection/detect.ts';
import type { Doubtful } from '../convention/detection/doubtful.ts';
import { isInside } from '../disk/inside.ts';
import type { Environment } from '../environment.ts';
import { Failure } from '../failure.ts';
import type { TemplateLocation } from '../template/read-file.ts';
import { templateFor } from './choose-template.ts';
import {
  type FoundDirectory,
  findDirectory,
  type Undecided,
} from './directory/choose-directory.ts';
import type { WorkspaceOptions } from './directory/options.ts';
import { type Location, locate, shownPath } from './location.ts';
import { type Survey, survey } from './survey.ts';

/** Where proposals live here, and how: found in the repository, configured, or the default. */
export interface Workspace {
  survey: Survey;
  location: Location;
  convention: Convention;
  /** Undefined for the built-in template. */
  template: TemplateLocation | undefined;
  detection: Detection | undefined;
  doubtful: Doubtful | undefined;
  /** Name of the area, empty without one. */
  area: string;
  configuredBy: string | undefined;
  reserves: boolean;
  /** What the user chose when asked, as the flag takes it. */
  chosen?: { what: Undecided['what']; value: string };
}

/**
 * Looks around, and decides where proposals live: by flag, environment, configuration, what is found, or
 * default, in this order.
 * @param choose asks which of several directories; without it, they are named in the error
 * @throws Failure when what was wished for cannot be, or only the user could know and is not asked
 */
export async function openWorkspace(
  environment: Pick<Environment, 'cwd' | 'variables' | 'today' | 'waiting'>,
  options: WorkspaceOptions,
  choose?: (undecided: Undecided) => Promise<string | undefined>,
): Promise<Workspace> {
  const surveyed = await environment.waiting('Looking through the repository', () =>
    survey(environment, options.directory, options.isForReading),
  );
  if (surveyed.unread.includes('') && options.directory === undefined) throw unreadRootError();
  const found = await findWorkspace(surveyed, options);
  if (!('choices' in found)) return found;
  const chosen = await choose?.(found);
  if (chosen === undefined) throw undecidedError(found);
  const flag = found.what === 'document' ? 'document' : 'directory';
  const settled = await findWorkspace(surveyed, { ...options, [flag]: chosen });
  if ('choices' in settled) throw undecidedError(settled);
  return { ...settled, chosen: { what: found.what, value: chosen } };
}

async function findWorkspace(
  surveyed: Survey,
  options: WorkspaceOptions,
): Promise<Workspace | Undecided> {
  const found = await findDirectory(surveyed, options);
  if ('choices' in found) return found;
  const { detection, directory } = found;
  const documents = options.isNew ? documentsToChoose(surveyed, found, options) : [];
  if (documents.length > 0) return { what: 'document', choices: documents };
  const convention = await conventionFor(surveyed, found, options);
  const numberRoot = detection ? path.join(surveyed.root, detection.numberedUnder) : directory;
  const others =
    detection && (options.isForReading === true || !detection.numbersPerArea)
      ? detection.allAreas.map((area) => path.join(surveyed.root, area))
      : [];
  return {
    survey: surveyed,
    location: await locate(
      surveyed,
      {
        directory,
        numberRoot: isInside(numberRoot, directory) ? numberRoot : directory,
        others,
        isNamed: options.directory !== undefined,
        isForReading: options.isForReading ?? false,
      },
      convention,
    ),
    convention,
    template: await templateFor(surveyed, options.template, {
      convention,
      detection,
      isForReading: options.isForReading ?? false,
    }),
    detection:
      detection && (detection.learnedFrom > 0 || detection.template !== undefined)
        ? detection
        : undefined,
    doubtful: found.doubtful,
    area: detection?.area ?? '',
    configuredBy: configurationName(surveyed),
    reserves: surveyed.configured.configuration.reserve === true,
  };
}

/** The documents among which only the author can say which is the main one; none where it is plain or said. */
function documentsToChoose(
  surveyed: Survey,
  { directory, detection }: FoundDirectory,
  options: WorkspaceOptions,
): string[] {
  const { name, document } = surveyed.configured.configuration;
  if (detection?.unknownNumbers && name === undefined)
    throw unknownNumbersError(directory, detection, surveyed);
  const isSaid = (options.document ?? document) !== undefined;
  return isSaid ? [] : (detection?.documents ?? []);
}

async function conventionFor(
  surveyed: Survey,
  { directory, detection }: { directory: string; detection: Detection | undefined },
  options: WorkspaceOptions,
): Promise<Convention> {
  const { configuration } = surveyed.configured;
  const shown = shownPath(surveyed.cwd, directory);
  const basis = detection
    ? { ...detection.convention, directory: shown }
    : defaultConvention(shown);
  const configured = await withConfiguration(basis, surveyed);
  const { document } = options;
  if (document !== undefined && configured.layout === 'file') throw singleFilesError(document);
  const convention = document === undefined ? configured : { ...configured, document };
  // Numbers that are held for everybody are a sequence: its gaps are the numbers that others hold.
  const isHeld = configuration.reserve === true || options.reserve === true;
  const isSequence = isHeld && configuration.numbering === undefined;
  return isSequence && convention.numbering === 'assigned'
    ? { ...convention, numbering: 'sequential' }
    : convention;
}

/** What a configuration says instead; it is seldom there, and what reads it is loaded only then. */
async function withConfiguration(found: Convention, { configured }: Survey): Promise<Convention> {
  if (Object.keys(configured.configuration).length === 0) return found;
  const { applyConfiguration } = await import('../convention/configuration/apply.ts');
  return applyConfiguration(found, configured.configuration);
}

function configurationName({
  cwd,
  configured: { file, configuration },
}: Survey): string | undefined {
  if (Object.keys(configuration).length === 0) return undefined;
  return file === undefined ? 'the environment' : shownPath(cwd, file);
}

function unreadRootError(): Failure {
  return Failure.usage(
    'environment',
    'The folder could not be read, so its proposals are unknown',
    {
      hint: 'Make it readable (chmod u+rx), or pass the directory of proposals with --dir',
    },
  );
}

function unknownNumbersError(
  directory: string,
  { unknownNumbers, siblings }: Detection,
  { cwd }: Survey,
): Failure {
  const names = siblings.toSorted().map((each) => each.split('/').at(-1) ?? '');
  const example = names.at(-1) ?? '';
  const said =
    unknownNumbers === 'by several kinds'
      ? `are of several kinds by their names (${names[0]}, ${example}), and nobody has said which one this is`
      : `are numbered ${unknownNumbers} (${example}), which is not supported`;
  return Failure.usage('usage', `The proposals in ${shownPath(cwd, directory)} ${said}`, {
    hint: "Set the next name: CREATE_ENHANCEMENT_NAME='…-{slug}.md' CREATE_ENHANCEMENT_NUMBERING=none",
  });
}

function singleFilesError(document: string): Failure {
  return Failure.usage('usage', `--document ${document}: proposals here are single files`, {
    hint: 'Leave it out',
  });
}

function undecidedError({ what, choices }: Undecided): Failure {
  const list = choices.map((choice) => `${what === 'document' ? '--document' : '--dir'} ${choice}`);
  const messages = {
    directory: 'Proposals are in several directories; choose one with --dir:',
    likely: 'Likely directories for proposals; choose one with --dir:',
    document: 'Proposals here have several documents; choose the main one with --document:',
    area: 'Proposals here are grouped; choose a group with --dir, or --area and the last part of:',
  };
  return Failure.usage('missing-answers', messages[what], { list });
}
