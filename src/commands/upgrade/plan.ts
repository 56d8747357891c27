import path from 'node:path';
import { readRegular } from '../../disk/read-file.ts';
import { gainedFileKeys } from '../../document/upgrade/keys.ts';
import { upgradeDocument } from '../../document/upgrade/upgrade-document.ts';
import type {
  UpgradeChange,
  UpgradeDocumentResult,
} from '../../document/upgrade/upgrade-result.ts';
import { Failure } from '../../failure.ts';
import { orUndefined } from '../../or-undefined.ts';
import { refuseUnwritable } from '../../proposals/changes/refuse.ts';
import { type DocumentFile, readDocument } from '../../proposals/document-file.ts';
import type { ProposalUpgrade } from '../../report/upgrade/outcome.ts';
import type { FoundProposal } from '../../workspace/find-proposal.ts';
import type { TemplatesHere } from '../templates-here.ts';
import type { FoundBase } from './bases.ts';
import type { KnownTemplate } from './known-templates.ts';
import { acceptanceOf, type UpgradeQuestions } from './questions.ts';
import type { TemplateSource } from './template-source.ts';

/** Files with changes that are not committed, absolute; undefined where that does not matter. */
export type Uncommitted = ReadonlySet<string> | 'unknown';

/** What is to become of a proposal. */
export interface PlannedUpgrade {
  outcome: ProposalUpgrade;
  /** Undefined where it could not be read. */
  document: DocumentFile | undefined;
  after: string;
  /** Whether something is left for somebody to decide or to mend. */
  isLeft: boolean;
}

interface PlanContext {
  root: string;
  templates: TemplatesHere<KnownTemplate>;
  accepted: readonly string[];
  uncommitted: Uncommitted | undefined;
  questions: UpgradeQuestions;
  isOne: boolean;
}

/** Plans what becomes of a proposal, and asks about what is not certain where somebody can be asked. */
export async function planUpgrade(
  proposal: FoundProposal,
  known: PlanContext,
): Promise<PlannedUpgrade> {
  const { root, templates, accepted, questions, uncommitted, isOne } = known;
  let document: DocumentFile;
  try {
    document = readDocument(proposal.file, proposal.shown, proposal.isNamed ? undefined : root);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return refused(proposal, { reason: error.message });
  }
  const { source, bases } = templates.for(document.text);
  const found = bases.baseOf(proposal.file, document.text);
  const isOther = source !== templates.main.source;
  if ('fits' in found && !found.fits) {
    return refused(proposal, { document, reason: 'no version of the template matches it', found });
  }
  const options = {
    template: source.text,
    accepted,
    ...('base' in found && {
      base: found.base.text,
      versions: found.versions,
      past: found.past,
    }),
  };
  const obstacle = obstacleFor(document, proposal, uncommitted);
  // Nobody is asked about what cannot be written.
  const { result, declined } =
    obstacle === undefined
      ? await questions.settle(document, options, isOne)
      : { result: upgradeDocument(document.text, options), declined: new Set<string>() };
  const isChanged = result.document !== document.text;
  if (isChanged && obstacle !== undefined) {
    const changes = result.changes.map((change) => ({ ...change, applied: false }));
    return refused(proposal, { document, reason: obstacle, found, changes });
  }
  const isLeft = leftIn(result, declined);
  return {
    outcome: {
      path: proposal.shown,
      status: isChanged ? 'upgraded' : isLeft ? 'refused' : 'current',
      ...(isOther && { template: source.label }),
      ...baseFields(found),
      changes: [
        ...result.changes.map((change) =>
          isDeclined(change, declined) ? { ...change, declined: true } : change,
        ),
        ...keysBeside(document, found, source),
      ],
    },
    document,
    after: result.document,
    isLeft,
  };
}

function keysBeside(
  { path: file }: DocumentFile,
  found: FoundBase,
  { companions }: TemplateSource,
): UpgradeChange[] {
  if (!('base' in found)) return [];
  return [...companions].flatMap(([name, now]) => {
    const base = found.base.companions.get(name);
    const own = orUndefined(() => readRegular(path.join(path.dirname(file), name), LARGEST_YAML));
    if (base === undefined || !own) return [];
    const keys = gainedFileKeys(base, now, own.toString('utf8'));
    return keys.map(
      (to): UpgradeChange => ({ kind: 'key', section: name, to, certain: true, applied: false }),
    );
  });
}

const LARGEST_YAML = { largest: 1_000_000 };

function isDeclined(change: UpgradeChange, declined: ReadonlySet<string>): boolean {
  return !change.applied && MAY_BE_ASKED.has(change.kind) && declined.has(acceptanceOf(change));
}

const MAY_BE_ASKED: ReadonlySet<UpgradeChange['kind']> = new Set(['gained', 'renamed', 'guidance']);

/** Whether nothing is asked of authors: they may have the new name, or stand by what the template stated. */
function isOnlyTold({ kind, certain, doubts = [] }: UpgradeChange): boolean {
  return (
    (kind === 'renamed' && certain) ||
    (doubts.every((doubt) => doubt === 'statement') && doubts.length > 0)
  );
}

function leftIn({ changes }: UpgradeDocumentResult, declined: ReadonlySet<string>): boolean {
  return changes.some(
    (change) =>
      MAY_BE_ASKED.has(change.kind) &&
      !change.applied &&
      !change.optional &&
      !isOnlyTold(change) &&
      !isDeclined(change, declined),
  );
}

function obstacleFor(
  { path: real }: DocumentFile,
  { file }: FoundProposal,
  uncommitted: Uncommitted | undefined,
): string | undefined {
  if (uncommitted === 'unknown') return 'git cannot tell whether it is committed';
  if (uncommitted?.has(file) || uncommitted?.has(real))
    return 'it has uncommitted changes: commit them, or pass --force';
  try {
    refuseUnwritable(real);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

function refused(
  { shown }: FoundProposal,
  of: {
    reason: string;
    document?: DocumentFile;
    found?: FoundBase;
    changes?: UpgradeDocumentResult['changes'];
  },
): PlannedUpgrade {
  const { reason, document, found, changes = [] } = of;
  return {
    outcome: {
      path: shown,
      status: 'refused',
      ...(found ? baseFields(found) : { base: null }),
      changes,
      reason,
    },
    document: undefined,
    after: document?.text ?? '',
    isLeft: true,
  };
}

function baseFields(found: FoundBase): Pick<ProposalUpgrade, 'base' | 'because'> {
  if ('because' in found) return { base: null, because: found.because };
  const { base, isLater, isBetter } = found;
  return {
    base: { commit: base.commit, date: base.date },
    ...(isLater && { because: 'later' as const }),
    ...(isBetter && { because: 'better' as const }),
  };
}
