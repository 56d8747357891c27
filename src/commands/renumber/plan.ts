import path from 'node:path';
import { padded } from '../../convention/entry-name.ts';
import { spliced, type TextRange } from '../../document/markdown/edits.ts';
import { lineCounter } from '../../document/markdown/lines.ts';
import { namePattern } from '../../document/references/name-spellings.ts';
import { referencesIn } from '../../document/references/references.ts';
import type { Renaming } from '../../document/references/renaming.ts';
import { withoutExtension } from '../../file-names.ts';
import { ownBranches } from '../../git/default-branch.ts';
import { repositoryNames } from '../../git/remote.ts';
import type { ProposalMove } from '../../proposals/move-proposal.ts';
import {
  type PointingFiles,
  pointingAt,
  readPointingFiles,
  retargeted,
  type TextFile,
} from '../../proposals/pointing-files.ts';
import { numberKeysIn } from '../../proposals/state/number-keys.ts';
import { readListed } from '../../proposals/state/read-proposal.ts';
import { exists } from '../../proposals/store.ts';
import type { RenumberResult } from '../../report/renumber.ts';
import type { TakenEntry } from '../../workspace/entries.ts';
import { listProposals } from '../../workspace/find-proposal.ts';
import { shownPath } from '../../workspace/location.ts';
import type { Survey } from '../../workspace/survey.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type NumberedEntry, newName, sharesNumber } from './entry.ts';
import { roleOf } from './file-role.ts';
import { meantBy, namesakesOf } from './path-target.ts';
import type { RenumberCall } from './renumber-call.ts';

export interface MovePlan extends ProposalMove {
  number: number;
  result: RenumberResult;
}

/** Reads what may point at some proposals, once for all of them. */
export function readFilesFor(
  entries: readonly NumberedEntry[],
  survey: Survey,
): Promise<PointingFiles> {
  return readPointingFiles(survey, entries.map(targetOf));
}

/**
 * Finds out what moving a proposal to another number changes.
 * @throws Failure when the new number cannot be had
 */
export async function planMove(
  entry: NumberedEntry,
  call: RenumberCall,
  known: {
    workspace: Workspace;
    taken: readonly TakenEntry[];
    files: PointingFiles;
    lowest?: number;
  },
): Promise<MovePlan> {
  const { workspace, taken, lowest = 1 } = known;
  const { cwd, repository } = workspace.survey;
  const to = newName(entry, call, { workspace, taken, lowest });
  const target = targetOf(entry);
  const titleWidth = workspace.template?.titleWidth;
  const files = pointingAt(known.files, target);
  const attachments = attachmentsOf(entry, target.root);
  const renaming = {
    from: entry.name,
    folder: path.basename(entry.directory),
    fromNumber: entry.writtenNumber,
    toNumber: to.writtenNumber,
    ...(titleWidth !== undefined && { toTitleNumber: padded(to.number, titleWidth) }),
    isRequest: workspace.convention.numbering === 'assigned',
    isFile: entry.isFile,
    hasAttachments: attachments !== undefined,
    isShared: sharesNumber(entry, taken),
    numberKeys: numberKeysBeside(entry, workspace),
    branches: repository ? await ownBranches(repository) : [],
    repositories: repository ? await repositoryNames(repository) : [],
  };
  const changes = changesIn(files.texts, renaming, { entry, root: target.root, workspace });
  const links = files.links.flatMap((link) => {
    const after = retargeted(link, target.root, to.name);
    return after === undefined ? [] : [{ path: link.path, before: link.target, after }];
  });
  return {
    directory: entry.directory,
    from: entry.name,
    to: to.name,
    number: to.number,
    files: changes.files,
    links,
    result: {
      command: call.isFirst ? 'number' : 'renumber',
      dryRun: call.dryRun,
      from: { number: entry.writtenNumber, path: shownPath(cwd, target.root) },
      to: { number: to.writtenNumber, path: shownPath(cwd, path.join(entry.directory, to.name)) },
      edits: changes.edits,
      links: links.map((link) => ({ ...link, path: shownPath(cwd, link.path) })),
      mentions: changes.mentions,
      unseen: [...files.unseen, ...unseenBeside(attachments)].map(({ path: file, why }) => ({
        path: shownPath(cwd, file),
        why,
      })),
    },
  };
}

/** The directory of a document's images, beside it. */
function attachmentsOf({ isFile }: NumberedEntry, root: string): string | undefined {
  const beside = withoutExtension(root);
  return isFile && beside !== root && exists(beside) ? beside : undefined;
}

function unseenBeside(directory: string | undefined): RenumberResult['unseen'] {
  return directory === undefined
    ? []
    : [{ path: directory, why: 'a directory, which keeps its name' }];
}

function numberKeysBeside({ name }: NumberedEntry, workspace: Workspace): string[] {
  const others = listProposals(workspace).filter((each) => each.name !== name);
  return numberKeysIn(
    others.slice(-SIBLINGS_READ).flatMap((listed) => {
      const read = readListed(listed, workspace.survey.root);
      return read ? { number: listed.number, read } : [];
    }),
  );
}

const SIBLINGS_READ = 20;

function targetOf(entry: NumberedEntry): { root: string; name: RegExp } {
  const { directory, name, writtenNumber, isFile } = entry;
  return {
    root: path.join(directory, name),
    name: namePattern({ from: name, fromNumber: writtenNumber, isFile }),
  };
}

interface Changes extends Pick<RenumberResult, 'edits' | 'mentions'> {
  files: ProposalMove['files'][number][];
}

function changesIn(
  texts: readonly TextFile[],
  renaming: Omit<Renaming, 'meant'>,
  moved: { entry: NumberedEntry; root: string; workspace: Workspace },
): Changes {
  const { root, workspace } = moved;
  const { survey } = workspace;
  const others = namesakesOf(survey, root);
  const changes: Changes = { files: [], edits: [], mentions: [] };
  for (const { path: file, text, encoding } of texts) {
    const meant = (before: string) => meantBy(before, root, { file, others, survey });
    const { edits, mentions } = referencesIn(text, { ...renaming, meant }, roleOf(file, moved));
    const shown = shownPath(survey.cwd, file);
    const lineOf = lineCounter(text);
    for (const { start, end, text: after } of edits) {
      const before = text.slice(start, end);
      changes.edits.push({ path: shown, line: lineOf(start), before, after });
    }
    changes.mentions.push(
      ...mentionedLines(text, lineOf, mentions).map((line) => ({ path: shown, ...line })),
    );
    const after = spliced(text, edits);
    if (after !== text) changes.files.push({ path: file, before: text, after, encoding });
  }
  return changes;
}

function mentionedLines(
  text: string,
  lineOf: (offset: number) => number,
  ranges: readonly TextRange[],
): { line: number; text: string }[] {
  const firsts = new Map(ranges.toReversed().map(({ start }) => [lineOf(start), start]));
  return [...firsts]
    .map(([line, start]) => ({ line, text: lineAt(text, start).trim() }))
    .toSorted((a, b) => a.line - b.line);
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end);
}
