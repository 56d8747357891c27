import path from 'node:path';
import { type Change, makeChanges } from './changes/apply.ts';
import { othersEditError } from './changes/errors.ts';
import { type Journal, whileEditing } from './changes/journal.ts';

interface ChangedText {
  path: string;
  before: string;
  after: string;
  encoding: 'utf8' | 'latin1';
}

interface ChangedLink {
  path: string;
  before: string;
  after: string;
}

export interface ProposalMove {
  directory: string;
  from: string;
  to: string;
  files: readonly ChangedText[];
  links: readonly ChangedLink[];
}

/**
 * Moves a proposal and changes what points at it: everything, or nothing; a run that is killed is taken back by
 * the next one.
 * @throws Failure when a file changed meanwhile or cannot be written, or another run changes documents; all is
 *   then as it was
 */
export async function moveProposal(move: ProposalMove, journal: Journal): Promise<void> {
  const outcome = await whileEditing(journal, () => makeChanges(journal, changesOf(move)));
  if (!outcome) throw othersEditError(move.from);
}

function changesOf({ directory, from, to, files, links }: ProposalMove): Change[] {
  const [source, target] = [path.join(directory, from), path.join(directory, to)];
  const placeOf = (file: string) =>
    file === source || file.startsWith(source + path.sep)
      ? target + file.slice(source.length)
      : file;
  return [
    // First, because it is the most likely to fail: the directory may not be writable.
    { kind: 'move', from: source, path: target },
    ...files.map((file): Change => {
      const [before, after] = [file.before, file.after].map((text) =>
        Buffer.from(text, file.encoding),
      );
      if (!before || !after) throw new Error('a text has two sides');
      return { kind: 'text', path: placeOf(file.path), before, after };
    }),
    ...links.map((link): Change => ({ ...link, kind: 'link', path: placeOf(link.path) })),
  ];
}
