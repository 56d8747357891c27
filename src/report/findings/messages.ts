import type { FindingKind, Others } from '../../document/findings/finding.ts';

/** The message of a finding. */
export function messageOfFinding(finding: FindingKind): string {
  switch (finding.code) {
    case 'unreadable':
      return `The proposal could not be read: ${finding.reason}`;
    case 'title-missing':
      return 'There is no title';
    case 'title-placeholder':
      return `The title is still a placeholder: ${finding.title}`;
    case 'title-duplicate':
      return `${finding.other} has the same title`;
    case 'section-missing':
      return `The section ${finding.section} is missing${othersSaid(finding.others)}`;
    case 'section-empty':
      return `${finding.heading} is empty${finding.isExplained ? ' but for a comment of the template' : ''}${othersSaid(finding.others)}`;
    case 'section-tbd':
      return `${finding.heading} contains only "${finding.text}"`;
    case 'section-duplicate':
      return `${finding.heading} already exists in line ${finding.first}`;
    case 'guidance-left':
      return finding.where === 'whole'
        ? `${finding.heading} contains only the template's guidance`
        : `Template guidance is left in ${finding.heading}${finding.where === 'comment' ? ', in a comment' : ''}`;
    case 'heading-misspelled':
      return `The heading "${finding.heading}" is misspelled: the template has "${finding.expected}"`;
    case 'heading-level':
      return `${finding.heading} is at level ${finding.level}, but at level ${finding.expected} in the template`;
    case 'marker-left':
      return `The heading ${finding.heading} still has the template's marker`;
    case 'block-unclosed':
      return `This block is never closed; close it with ${finding.closing}`;
    case 'conflict-left':
      return `A merge conflict is left, up to line ${finding.end}`;
    case 'contents-outdated':
      return contentsMessage(finding);
    default:
      return headMessage(finding);
  }
}

function othersSaid(others: Others | undefined): string {
  return others ? `, as in ${others.count} of ${others.of} proposals` : '';
}

type HeadKind = Exclude<
  FindingKind,
  {
    code:
      | `title-${string}`
      | `section-${string}`
      | `heading-${string}`
      | 'unreadable'
      | 'guidance-left'
      | 'marker-left'
      | 'block-unclosed'
      | 'conflict-left'
      | 'contents-outdated';
  }
>;

function contentsMessage({
  missing,
  unknown,
}: Extract<FindingKind, { code: 'contents-outdated' }>): string {
  const parts = [
    missing.length === 0 ? [] : `lacks ${missing.join(', ')}`,
    unknown.length === 0 ? [] : `lists ${unknown.join(', ')}, which does not exist`,
  ].flat();
  return `The table of contents ${parts.join(' and ')}`;
}

function headMessage(finding: HeadKind): string {
  switch (finding.code) {
    case 'anchor-broken':
      return `There is no heading for ${finding.target}`;
    case 'link-broken':
      return brokenLink(finding.target);
    case 'number-duplicate':
      return `${finding.other}${finding.branch === undefined ? '' : ` on ${finding.branch}`} also has the number ${finding.number}`;
    case 'number-differs':
      return `The name has the number ${finding.number}, but the ${finding.where} has ${finding.said}`;
    case 'name-unusual':
      return `The name would usually be ${finding.expected}`;
    case 'front-matter-broken':
      return `The YAML cannot be parsed: ${finding.reason}`;
    case 'value-placeholder':
      return `${finding.label} is still a placeholder: ${finding.value}`;
    case 'status-unknown': {
      const { status, nearest, known } = finding;
      const meant =
        nearest === null ? `; known: ${known.join(', ')}` : `; did you mean ${nearest}?`;
      return `${status} is not a known status${meant}`;
    }
    case 'status-contradicts':
      return `The status is ${finding.status} here, but ${finding.other} in ${finding.file}:${finding.otherLine}`;
    case 'successor-missing':
      return `Marked as ${finding.status}, but no successor is named`;
    case 'relation-unknown':
      return `"${finding.kind}" refers to proposal ${finding.to}, which does not exist`;
    case 'relation-one-sided':
      return finding.kind === 'supersedes'
        ? `${finding.other} does not say that it is superseded by this proposal`
        : `${finding.other} does not say that it supersedes this proposal`;
    case 'behind':
      return `The template has since gained ${finding.sections.join(', ')}`;
    case 'index-outdated':
      return finding.missing.length === 0
        ? 'The list of proposals is not up to date'
        : `The list of proposals lacks ${finding.missing.join(', ')}`;
  }
}

/** Hosts and people are written like files where what makes them a link is missing. */
function brokenLink(target: string): string {
  if (/^@[\w-]+$/.test(target)) return `This links to a file, not to a person: ${target}`;
  const isHost = /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|io|dev|net)(?:[/:?#]|$))/i.test(target);
  if (isHost) return `This link is one to a file, without https:// before it: ${target}`;
  return `The file does not exist: ${target.replace(/[?#].*$/, '')}`;
}
