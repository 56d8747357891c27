import { type Finding, severityOf } from '../../document/findings/finding.ts';
import { sectionFindings } from '../../document/findings/section-findings.ts';
import { fileLinks, textFindings } from '../../document/findings/text-findings.ts';
import { numberRelatedTo } from '../../document/head/labels.ts';
import { readHead } from '../../document/head/read-head.ts';
import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import { readDocument } from '../../proposals/document-file.ts';
import { isLinkThere } from '../../proposals/state/link-target.ts';
import type { CheckedProposal, CheckResult } from '../../report/findings/check.ts';
import { READING_HISTORY } from '../../report/upgrade/upgrade.ts';
import {
  type FoundProposal,
  findProposal,
  type ListedProposal,
  listProposals,
} from '../../workspace/find-proposal.ts';
import type { Home } from '../../workspace/home.ts';
import { openExistingHome } from '../home-of-call.ts';
import { Bases } from '../upgrade/bases.ts';
import {
  isTemplateItself,
  type TemplateSource,
  templateSource,
} from '../upgrade/template-source.ts';
import type { CheckCall } from './check-call.ts';

/**
 * Looks through proposals for what somebody may want to mend.
 * @throws Failure when the call names no proposal that there is
 */
export async function check(call: CheckCall, environment: Environment): Promise<CheckResult> {
  const { directory, template } = call;
  const place = { proposal: call.proposals[0], directory, template };
  const home = await openExistingHome(place, environment);
  const source = await templateSource(home);
  const all = listProposals(home).filter(({ file }) => !isTemplateItself(file, source, home));
  const named = call.proposals.map((word) => findProposal(word, home, 'check'));
  const chosen: readonly FoundProposal[] = named.length > 0 ? named : all;
  const files = chosen.map(({ file }) => file);
  const within = named.length > 0 ? files : home.location.numbered;
  const bases = await environment.waiting(READING_HISTORY, () =>
    Bases.of(source, home.survey, { files, within }),
  );
  const proposals = chosen.map((proposal) => checkOne(proposal, { home, source, bases, all }));
  const isBad = proposals.some(
    ({ findings, problem }) =>
      problem !== undefined || findings.some((finding) => severityOf(finding) !== 'note'),
  );
  return { command: 'check', proposals, isBad };
}

interface CheckContext {
  home: Home;
  source: TemplateSource;
  bases: Bases;
  all: readonly ListedProposal[];
}

function checkOne(
  proposal: FoundProposal,
  { home, source, bases, all }: CheckContext,
): CheckedProposal {
  const { file, shown } = proposal;
  let text: string;
  try {
    ({ text } = readDocument(file, shown, proposal.isNamed ? undefined : home.survey.root));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { path: shown, findings: [], problem: error.message };
  }
  const found = bases.baseOf(file, text);
  const versions = 'base' in found && found.fits ? found.versions : [];
  const findings = [
    ...numberFindings(proposal, all),
    ...textFindings(text, source.text),
    ...sectionFindings(text, { template: source.text, versions }),
    ...relationFindings(text, all),
    ...fileLinks(text).flatMap((link): Finding[] =>
      isLinkThere(link.target, file, home.survey.root) ? [] : [{ code: 'file-nowhere', ...link }],
    ),
  ];
  const inOrder = findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { path: shown, findings: inOrder };
}

function numberFindings({ file }: FoundProposal, all: readonly ListedProposal[]): Finding[] {
  const own = all.find((each) => each.file === file);
  const number = own?.number;
  if (number === undefined) return [];
  const other = all.find((each) => each.number === number && each.file !== file);
  return other ? [{ code: 'number-twice', number, other: other.shown, line: 1, column: 1 }] : [];
}

/** Relations by number to proposals that are not there. */
function relationFindings(text: string, all: readonly ListedProposal[]): Finding[] {
  const numbers = new Set(all.map(({ number }) => number));
  return readHead(text).relations.flatMap(({ kind, to, line }): Finding[] => {
    const number = numberRelatedTo(to);
    if (number === undefined || numbers.has(number)) return [];
    return [{ code: 'relation-nowhere', kind, to, line, column: 1 }];
  });
}
