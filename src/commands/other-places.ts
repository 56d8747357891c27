import path from 'node:path';
import { isNumbered } from '../convention/convention.ts';
import { otherFormats } from '../convention/other-formats.ts';
import { isTemplateName } from '../convention/templates/template-name.ts';
import { isInside } from '../disk/inside.ts';
import type { Environment } from '../environment.ts';
import { Failure } from '../failure.ts';
import { isMainDocument, isMarkdown } from '../file-names.ts';
import { shellWord } from '../shell-quoting.ts';
import { fewOf } from '../words/few-of.ts';
import { absentFiles } from '../workspace/directory/absent-files.ts';
import { pathFromRoot, shownPath } from '../workspace/location.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Tells of directories with proposals that are left out, where neither the call nor a configuration says which is meant. */
export function noteOtherPlaces(
  { detection, doubtful, configuredBy, survey, location }: Workspace,
  { directory, template }: { directory?: string | undefined; template?: string | undefined },
  environment: Environment,
): void {
  noteOtherFormats({ survey, location }, environment);
  if (directory !== undefined || configuredBy !== undefined) return;
  for (const other of detection?.others ?? []) {
    const shown = shownPath(survey.cwd, path.join(survey.root, other));
    environment.note(
      `proposals in ${shown} are not included; for these, pass --dir ${shellWord(shown)}`,
    );
  }
  for (const other of doubtful?.directories ?? []) {
    const shown = shownPath(survey.cwd, path.join(survey.root, other));
    environment.note(`if the documents in ${shown} are proposals, pass --dir ${shellWord(shown)}`);
  }
  if (template !== undefined) return;
  for (const other of doubtful?.templates ?? []) {
    const shown = shownPath(survey.cwd, path.join(survey.root, other));
    environment.note(
      `if ${shown} is the template for proposals, pass --template ${shellWord(shown)}`,
    );
  }
}

/** Tells that the documents where the new one goes have no number, though proposals elsewhere have one. */
export function noteUnnumberedPlace(
  { survey, location, convention, configuredBy }: Workspace,
  environment: Environment,
): void {
  if (!isNumbered(convention) || convention.layout !== 'file' || configuredBy !== undefined) return;
  const directory = pathFromRoot(survey.root, location.directory);
  const names = survey.paths
    .filter((file) => path.posix.dirname(file) === directory && isMarkdown(file))
    .map((file) => path.posix.basename(file))
    .filter((name) => !isMainDocument(name) && !isTemplateName(name));
  if (names.length < FEWEST_UNNUMBERED || names.some((name) => /\d/.test(name))) return;
  const shown = shownPath(survey.cwd, location.directory);
  environment.note(
    `the documents in ${shown} have no number; for a name like theirs, set CREATE_ENHANCEMENT_NAME='{slug}.md' CREATE_ENHANCEMENT_NUMBERING=none`,
  );
}

/** So many documents show how others there are called. */
const FEWEST_UNNUMBERED = 2;

/** Tells of directories and of a history that nothing is known of, where no run that writes tells of them. */
export function noteUnread({ survey }: Workspace, environment: Environment): void {
  const shown = survey.unread.map((each) => shownPath(survey.cwd, path.join(survey.root, each)));
  if (shown.length > 0)
    environment.note(`not searched (unreadable, or too many files): ${fewOf(shown)}`);
  if (survey.isGitSilent)
    environment.note(
      `git could not read this repository, so nothing is known of its history (${survey.gitSays})`,
    );
}

/** Tells that proposals are tracked which a sparse checkout leaves out, so that nothing is known of them. */
export function noteAbsent(workspace: Workspace, environment: Environment): void {
  const { length } = absentFiles(workspace);
  if (length > 0)
    environment.note(
      `this sparse checkout leaves out ${length} tracked ${length === 1 ? 'document' : 'documents'} beside the proposals, which were not read`,
    );
}

/**
 * @param what cannot be written without all proposals
 * @throws Failure where a sparse checkout leaves some out
 */
export function refuseAbsent(workspace: Workspace, what: string): void {
  const absent = absentFiles(workspace);
  const [first] = absent;
  if (first === undefined) return;
  throw Failure.refusal(
    'not-written',
    `${what} needs all proposals, and this sparse checkout leaves some out:`,
    {
      list: absent.slice(0, MOST_NAMED),
      hint: `Run git sparse-checkout add ${path.posix.dirname(first)}, then run the command again`,
    },
  );
}

const MOST_NAMED = 5;

function noteOtherFormats(
  { survey, location }: Pick<Workspace, 'survey' | 'location'>,
  environment: Environment,
): void {
  for (const { directory, extension, count } of otherFormats(survey.paths)) {
    const place = path.join(survey.root, directory);
    if (!location.numbered.some((each) => isInside(each, place))) continue;
    const shown = shownPath(survey.cwd, place);
    environment.note(`${count} documents in ${shown} are written as .${extension}, and not read`);
  }
}
