import type { ChoiceQuestion } from '../ask/asker.ts';
import type { Asked } from '../ask/progress.ts';
import { readProposal } from '../proposals/state/read-proposal.ts';
import type { Undecided } from '../workspace/directory/choose-directory.ts';
import type { ListedProposal } from '../workspace/find-proposal.ts';

/** Which of several directories a proposal belongs in. */
export function placeQuestion({ what, choices }: Undecided): Asked<ChoiceQuestion<string>> {
  return {
    id: 'place',
    message: QUESTION[what],
    choices: choices.map((value) => ({ value, label: value })),
    searchable: true,
  };
}

const QUESTION: Readonly<Record<Undecided['what'], string>> = {
  area: 'Which area does the proposal belong to?',
  directory: 'Where should proposals go?',
  likely: 'Where should proposals go?',
  document: 'Which is the main document of a proposal?',
};

/** Drafts stand above all others; the difference of two of them is 0, as that of two infinities is not. */
const NO_NUMBER = Number.MAX_SAFE_INTEGER;

/** Which of the proposals: by name and title, the newest first. */
export function proposalQuestion(
  message: string,
  proposals: readonly ListedProposal[],
): Asked<ChoiceQuestion<string>> {
  const newestFirst = proposals.toSorted(
    (a, b) => (b.number ?? NO_NUMBER) - (a.number ?? NO_NUMBER),
  );
  return {
    id: 'proposal',
    message,
    choices: newestFirst.map(({ shown, name, file, isFile }) => {
      const title = readProposal(file, !isFile)?.title;
      return { value: shown, label: title === undefined ? name : `${name}  ${title}` };
    }),
    searchable: true,
  };
}
