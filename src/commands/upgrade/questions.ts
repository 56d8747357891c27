import type { Interview } from '../../ask/interview.ts';
import { upgradeDocument } from '../../document/upgrade/upgrade-document.ts';
import type {
  UpgradeChange,
  UpgradeDocumentResult,
  UpgradeOptions,
} from '../../document/upgrade/upgrade-result.ts';
import type { DocumentFile } from '../../proposals/document-file.ts';
import { diffLines } from '../../report/diff.ts';
import { doubtsOf } from '../../report/upgrade/change-line.ts';
import type { ListedProposal } from '../../workspace/find-proposal.ts';
import { LazyInterview } from '../lazy-interview.ts';

/** What came of a document, and what somebody did not want. */
interface Settled {
  result: UpgradeDocumentResult;
  declined: ReadonlySet<string>;
}

const EVERY = '+all';

/** The questions about what is not certain, one by one, each with what it would change. */
export class UpgradeQuestions extends LazyInterview {
  /** The proposals that somebody chooses; undefined when nobody can be asked. */
  async proposals(all: readonly ListedProposal[]): Promise<readonly ListedProposal[] | undefined> {
    const interview = all.length > 0 ? await this.interview() : undefined;
    if (!interview) return undefined;
    const chosen = await interview.chooseOne({
      id: 'proposal',
      message: 'Which proposal do you want to upgrade?',
      choices: [
        ...all.map(({ shown }) => ({ value: shown, label: shown })),
        { value: EVERY, label: 'All of them' },
      ],
    });
    return chosen === EVERY ? all : all.filter(({ shown }) => shown === chosen);
  }

  /** @param isOne whether optional sections are asked about as well: of many proposals, nobody wants to be */
  async settle(document: DocumentFile, options: UpgradeOptions, isOne: boolean): Promise<Settled> {
    let accepted = options.accepted ?? [];
    let result = upgradeDocument(document.text, options);
    const declined = new Set<string>();
    for (;;) {
      const open = result.changes.find(
        (change) => isToAsk(change, isOne) && !declined.has(acceptanceOf(change)),
      );
      const interview = open ? await this.interview() : undefined;
      if (!open || !interview) return { result, declined };
      const wanted = acceptanceOf(open);
      const next = upgradeDocument(document.text, { ...options, accepted: [...accepted, wanted] });
      const change = { before: result.document, after: next.document };
      const diff = await diffLines(document.shown, change);
      if (diff.length === 0 || !(await isWanted(open, { interview, diff, document })))
        declined.add(wanted);
      else {
        accepted = [...accepted, wanted];
        result = next;
      }
    }
  }
}

export function acceptanceOf({ kind, section = '', from = '' }: UpgradeChange): string {
  return kind === 'guidance' ? from : section;
}

async function isWanted(
  change: UpgradeChange,
  { interview, diff, document }: { interview: Interview; diff: string[]; document: DocumentFile },
): Promise<boolean> {
  const { kind, optional = false, similar } = change;
  const doubts = doubtsOf(change).map((text) => `In doubt: ${text}.`);
  interview.tell([...diff, ...(doubts.length > 0 ? ['', ...doubts] : [])]);
  const choice = await interview.chooseOne({
    id: `upgrade/${document.shown}/${kind}/${acceptanceOf(change)}`,
    message: questionAbout(change, document.shown),
    choices: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: noTo(change) },
    ],
    // What can be left out, or may be there, is not done by a press of Enter, nor is what changes a written text.
    ...((optional || similar || kind !== 'gained') && { initial: 'no' as const }),
  });
  return choice === 'yes';
}

function questionAbout({ kind, section = '', from, to }: UpgradeChange, shown: string): string {
  if (kind === 'renamed') return `Rename "${from}" to "${to}" in ${shown}?`;
  if (kind === 'gained') return `Add "${section}" to ${shown}?`;
  const does = to === undefined ? 'Remove' : 'Replace';
  return `${does} this guidance${section === '' ? '' : ` in "${section}"`} of ${shown}?`;
}

function noTo({ kind, optional }: UpgradeChange): string {
  if (kind !== 'gained') return 'No, leave it as it is';
  return optional ? 'No, it is optional' : 'No, leave it out';
}

function isToAsk(change: UpgradeChange, isOne: boolean): boolean {
  const { kind, applied, reason, optional, certain } = change;
  if (applied) return false;
  if (kind === 'renamed' || kind === 'guidance') return !certain;
  return kind === 'gained' && reason === undefined && (isOne || !optional);
}
