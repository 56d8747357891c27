import path from 'node:path';
import fs from 'fs-extra';
import { type Convention, isNumbered } from '../convention/convention.ts';
import { documentName } from '../convention/document-name.ts';
import { isDraftName, isNumberedZero, numberIn } from '../convention/entry-name.ts';
import { numberPrefix, parseEntryName } from '../convention/parse-entry-name.ts';
import { Failure } from '../failure.ts';
import { withoutExtension } from '../file-names.ts';
import { orUndefined } from '../or-undefined.ts';
import { shellWord } from '../shell-quoting.ts';
import { LONG_NAMES, SHORT_NAMES } from '../words/proposal-words.ts';
import { entriesOnDisk } from './directory/entries-on-disk.ts';
import { showIn } from './entries.ts';
import { shownPath } from './location.ts';
import { howToSay, listed, noProposalError, refuseOtherFile } from './unfound.ts';
import type { Workspace } from './workspace.ts';

export interface FoundProposal {
  file: string;
  shown: string;
  /** Whether the user named this very file, wherever it may lead. */
  isNamed?: boolean;
}

export interface ListedProposal extends FoundProposal {
  /** Where its directory or file lies, absolute. */
  directory: string;
  name: string;
  isFile: boolean;
  number: number | undefined;
  slug: string;
  /** All that may be the main document, where nothing says which it is. */
  documents?: readonly string[];
}

type ProposalsWorkspace = Pick<Workspace, 'survey' | 'location' | 'convention'>;

/**
 * The proposal that a word stands for: the path of a document or directory, a number, or a name.
 * @throws Failure naming the candidates when none or several match
 */
export function findProposal(
  word: string,
  workspace: ProposalsWorkspace,
  flag = '--in',
): FoundProposal {
  const target = path.resolve(workspace.survey.cwd, word);
  const byPath = documentAt(target, workspace) ?? documentAt(`${target}.md`, workspace);
  if (byPath) {
    refuseOtherFile(byPath);
    const isNamed = [target, `${target}.md`].includes(path.normalize(byPath.file));
    const several = isNamed ? undefined : proposalAt(target, workspace);
    return several ? withOneDocument(several, workspace) : { ...byPath, isNamed };
  }
  const proposals = listProposals(workspace);
  const [first, ...others] = proposalsCalled(word, proposals);
  if (first === undefined) throw noProposalError(word, proposals, { workspace, flag });
  if (others.length === 0) return withOneDocument(first, workspace);
  throw Failure.usage('usage', `Several proposals match "${word}":`, {
    list: listed([first, ...others]),
    hint: howToSay(flag),
  });
}

/** A number, also behind what proposals are called: `RFC-0007`. */
const NUMBERED = new RegExp(`^(?:(?:${SHORT_NAMES}|${LONG_NAMES})[-_ ]?)?#?(\\d+)$`, 'i');

/** The number that a word is, perhaps behind what proposals are called. */
export function numberCalled(word: string): number | undefined {
  const digits = NUMBERED.exec(word)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Those of the proposals that a word stands for: a number, or a name with or without its number. */
export function proposalsCalled(
  word: string,
  proposals: readonly ListedProposal[],
): ListedProposal[] {
  const number = numberCalled(word);
  return proposals.filter(
    (each) =>
      (number !== undefined && each.number === number) ||
      [each.name, withoutExtension(each.name), each.slug].includes(word),
  );
}

/** The proposal whose directory is the one that the program runs in, if it is one. */
export function currentProposal(workspace: ProposalsWorkspace): FoundProposal | undefined {
  const { survey, location, convention } = workspace;
  const name = path.basename(survey.cwd);
  if (convention.layout === 'file' && numberIn(name) === undefined) return undefined;
  const isEntry =
    numberIn(name, numberPrefix(convention)) !== undefined ||
    location.numbered.includes(path.dirname(survey.cwd));
  if (!isEntry) return undefined;
  const several = proposalAt(survey.cwd, workspace);
  return several ? withOneDocument(several, workspace) : documentAt(survey.cwd, workspace);
}

/**
 * All proposals of the repository, by number and name.
 * @throws Failure when one of their directories cannot be read
 */
export function listProposals(workspace: ProposalsWorkspace): ListedProposal[] {
  return listDocuments(workspace).filter((each) => isCounted(each, workspace));
}

/** Whether a document is called as the proposals are: with a number, where these have one, or as a draft. */
export function isCounted(
  { number, name }: Pick<ListedProposal, 'number' | 'name'>,
  { convention }: Pick<ProposalsWorkspace, 'convention'>,
): boolean {
  return !isNumbered(convention) || number !== undefined || isDraftName(name, convention);
}

/**
 * The proposals, and the documents beside them that have no number where others have one.
 * @throws Failure when one of their directories cannot be read
 */
export function listDocuments({
  survey,
  location,
  convention,
}: ProposalsWorkspace): ListedProposal[] {
  const prefix = numberPrefix(convention);
  const found = location.numbered.flatMap((directory) => {
    const shown = shownPath(survey.cwd, directory);
    // From inside of the directory, paths are not those of its entries behind its own.
    const show = shown.startsWith('..')
      ? (name: string) => shownPath(survey.cwd, path.join(directory, name))
      : showIn(shown);
    return entriesOnDisk(directory).map(({ name, form, document, documents }) => {
      // A first decision to record decisions has the number 0.
      const isZero = convention.numbering === 'sequential' && isNumberedZero(name, prefix);
      const number = isZero ? 0 : numberIn(name, prefix);
      const isForeign = number === undefined && form.kind === 'number';
      return {
        file: path.join(directory, name, document ?? ''),
        shown: show(document === undefined ? name : `${name}/${document}`),
        directory,
        name,
        isFile: document === undefined,
        number,
        slug: isForeign ? withoutExtension(name) : form.slug,
        ...(documents && { documents }),
      };
    });
  });
  return found.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0) || (a.name < b.name ? -1 : 1));
}

/** The main document at a path, or in the directory there. */
export function documentAt(
  target: string,
  { survey, convention }: ProposalsWorkspace,
): FoundProposal | undefined {
  const stat = orUndefined(() => fs.statSync(target));
  if (!stat) return undefined;
  const file = stat.isDirectory() ? documentIn(target, convention) : target;
  if (file === undefined || !fs.pathExistsSync(file)) return undefined;
  return { file, shown: shownPath(survey.cwd, file) };
}

/** The proposal whose directory this is, where it has several documents. */
function proposalAt(target: string, workspace: ProposalsWorkspace): ListedProposal | undefined {
  return listProposals(workspace).find(
    ({ directory, name, documents }) => documents && path.join(directory, name) === target,
  );
}

/** @throws Failure where a proposal has several documents, and the convention names none of them */
function withOneDocument(
  proposal: ListedProposal,
  { convention, survey }: ProposalsWorkspace,
): FoundProposal {
  const { documents = [], directory, name, slug } = proposal;
  if (documents.length === 0) return proposal;
  const usual = documentName(convention.document ?? '', name, slug);
  const paths = documents.map((file) => path.join(directory, name, file));
  const isSaid = survey.configured.configuration.document !== undefined;
  const main = paths.find((file) => path.basename(file) === usual);
  if (isSaid && main) return { file: main, shown: shownPath(survey.cwd, main) };
  throw Failure.usage('usage', `${name} has several documents; choose one:`, {
    list: paths.map((file) => `--in ${shellWord(shownPath(survey.cwd, file))}`),
  });
}

function documentIn(
  directory: string,
  { document, name: pattern }: Convention,
): string | undefined {
  const name = path.basename(directory);
  const { slug } = parseEntryName(name, numberPrefix({ name: pattern }));
  const usual = path.join(directory, documentName(document ?? 'README.md', name, slug));
  if (fs.pathExistsSync(usual)) return usual;
  const entry = entriesOnDisk(path.dirname(directory)).find((each) => each.name === name);
  return entry?.document === undefined ? undefined : path.join(directory, entry.document);
}
