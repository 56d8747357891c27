import { copied } from '../../document/copied.ts';
import {
  documentFindings,
  inPlace,
  type PlacedFinding,
} from '../../document/findings/document-findings.ts';
import type { Finding } from '../../document/findings/finding.ts';
import { outlineOf } from '../../document/markdown/outline.ts';
import { pathOfAddress } from '../../document/references/link-address.ts';
import { fitting, namesOfDocument, namesOfTemplate } from '../../document/upgrade/fit.ts';
import { isLinkThere, linkPath } from '../../proposals/state/link-target.ts';
import { vocabularyOf } from '../../proposals/state/vocabulary.ts';
import type { ListedProposal } from '../../workspace/find-proposal.ts';
import { shownPath } from '../../workspace/location.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { choicesOfTemplate } from '../state/vocabulary-in.ts';
import type { TemplatesHere } from '../templates-here.ts';
import type { Bases } from '../upgrade/bases.ts';
import type { KnownTemplate } from '../upgrade/known-templates.ts';
import type { TemplateSource } from '../upgrade/template-source.ts';
import { betweenFindings } from './between/between-findings.ts';
import { ProposalIndex } from './between/proposal-index.ts';
import { headFindings, type TemplateFields, templateFields } from './file-findings.ts';
import { Habits } from './filters/habits.ts';
import { readAt, type Snapshot, type Summary, summaryOf } from './snapshot.ts';

/** What was found in a proposal. */
export interface CheckedProposal {
  proposal: ListedProposal;
  status: string | undefined;
  /** Undefined where it cannot be read. */
  summary: Summary | undefined;
  found: readonly PlacedFinding[];
  /** Whether it lacks sections, which is no finding since nobody knows what it was made from. */
  isUnjudged?: boolean;
  /** Whether it has so little of every version of the template that it was compared with none. */
  isUnlike?: boolean;
}

export interface CheckContext {
  workspace: Workspace;
  templates: TemplatesHere<KnownTemplate>;
  /** Where git knows a proposal by now. */
  present(file: string): string;
}

/**
 * Looks through all proposals as they are at one moment, one text at a time.
 * @param habits what these proposals do is counted there
 * @param usual what is usual, where others say that
 */
export function checkSnapshot(
  snapshot: Snapshot,
  context: CheckContext,
  { habits = new Habits(), usual = habits }: { habits?: Habits; usual?: Habits } = {},
): CheckedProposal[] {
  const { workspace, templates } = context;
  const fields = new Map(
    templates.all.map(({ source }) => [source, templateFields(source.text, source.companions)]),
  );
  const read = snapshot.proposals.map((proposal) =>
    checkOne(proposal, snapshot, { context, fields, habits }),
  );
  const summaries = read.flatMap(({ summary }) => summary ?? []);
  const { numbersPerArea = false, unknownNumbers } = workspace.detection ?? {};
  const index = new ProposalIndex(summaries, {
    inEach: numbersPerArea,
    areUnknown: unknownNumbers !== undefined,
  });
  const { source } = templates.main;
  const vocabulary = vocabularyOf(
    summaries.map(({ status }) => status),
    {
      configured: workspace.survey.configured.configuration.statuses ?? [],
      template: choicesOfTemplate(source.text, source.companions.values()),
    },
  );
  const { convention } = workspace;
  return read.map(({ proposal, summary, found, isUnjudged = false, isUnlike = false }) => {
    if (!summary) return { proposal, status: undefined, summary, found };
    const others = betweenFindings(summary, index, { convention, vocabulary });
    const isUntitled = found.some(({ finding }) => finding.code === 'title-placeholder');
    const own = others.filter(({ code }) => !(isUntitled && code === 'title-duplicate'));
    const all = [...own.map((finding) => ({ finding, under: '' })), ...found];
    return {
      proposal,
      status: summary.status.value,
      summary,
      isUnjudged,
      isUnlike,
      found: all
        .flatMap((each) => {
          const finding = usual.judge(each.finding);
          return finding ? [{ ...each, finding }] : [];
        })
        .toSorted((a, b) => a.finding.line - b.finding.line || a.finding.column - b.finding.column),
    };
  });
}

/**
 * The versions of the template that a document was made from, and later ones; none where that is not known, or none
 * fits it. One that has no section yet fits the template of its time.
 */
export function versionsOf(bases: Bases, file: string, text: string): readonly string[] {
  const found = bases.baseOf(file, text);
  const isBare = !hasSections(text) && !SAYS_MOVED.test(text);
  if (!('base' in found)) return bases.versionsOfNew(file, text, isBare);
  return found.fits || (isBare && !found.isLater) ? found.versions : [];
}

/** What is left where a proposal was that stands elsewhere now. */
const SAYS_MOVED =
  /\b(?:has |was |been |is )+(?:moved|migrated|relocated|renamed) to\b|^(?:[-*] )?\**status\**: *moved\b/im;

const NO_FIELDS: TemplateFields = { own: [], beside: new Map() };

interface CheckedAlone {
  proposal: ListedProposal;
  summary: Summary | undefined;
  found: PlacedFinding[];
  isUnjudged?: boolean;
  isUnlike?: boolean;
}

function checkOne(
  proposal: ListedProposal,
  snapshot: Snapshot,
  {
    context,
    fields,
    habits,
  }: {
    context: CheckContext;
    fields: ReadonlyMap<TemplateSource, TemplateFields>;
    habits: Habits;
  },
): CheckedAlone {
  const { survey } = context.workspace;
  const read = readAt(snapshot, proposal, proposal.isNamed ? undefined : survey.root);
  if ('reason' in read) {
    const finding: Finding = { code: 'unreadable', reason: read.reason, line: 1, column: 1 };
    return { proposal, summary: undefined, found: [{ finding, under: '' }] };
  }
  const { templates } = context;
  const { source, bases } = templates.for(read.text);
  const versions = versionsOf(bases, context.present(proposal.file), read.text);
  const shown = (file: string) => shownPath(survey.cwd, file);
  const all = [
    ...documentFindings(
      read.text,
      { template: source.text, versions },
      {
        isComplete: survey.repository !== undefined,
        isThere: (target) => isLinkThere(target, proposal.file, survey.root, snapshot.isThere),
        textAt: (target) => {
          const place = linkPath(target, proposal.file, survey.root);
          return snapshot.read(place) ?? snapshot.read(pathOfAddress(place));
        },
      },
    ),
    ...headFindings(read, fields.get(source) ?? NO_FIELDS, shown),
  ];
  const isSure = (finding: Finding) => !('isUnjudged' in finding && finding.isUnjudged);
  const findings = all.filter(isSure);
  const isUnjudged = findings.length < all.length && fitsTemplate(read.text, source.text);
  habits.add(findings, versions.length > 0);
  // Copies: a part of a text would keep all of it.
  const found = copied(inPlace(findings, read.text));
  return {
    proposal,
    isUnjudged,
    isUnlike: versions.length === 0 && bases.unknownBecause === undefined && hasSections(read.text),
    summary: summaryOf(proposal, read, templates.main.bases.bornAt(context.present(proposal.file))),
    found,
  };
}

function hasSections(text: string): boolean {
  return outlineOf(text).headings.some(({ level }, at) => at > 0 || level > 1);
}

function fitsTemplate(text: string, template: string): boolean {
  return fitting(namesOfDocument(text), { names: namesOfTemplate(template) }, []) !== undefined;
}
