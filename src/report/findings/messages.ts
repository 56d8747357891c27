import type { FindingKind, Others } from '../../document/findings/finding.ts';

/** What was found, as a sentence. */
export function messageOfFinding(finding: FindingKind): string {
  switch (finding.code) {
    case 'unreadable':
      return `It could not be read: ${finding.reason}`;
    case 'title-missing':
      return 'There is no title';
    case 'title-placeholder':
      return `The title is still the template's: ${finding.title}`;
    case 'title-duplicate':
      return `${finding.other} has the same title`;
    case 'section-missing':
      return `The section ${finding.section} is missing${othersSaid(finding.others)}`;
    case 'section-empty':
      return `${finding.heading} has nothing below it${othersSaid(finding.others)}`;
    case 'section-tbd':
      return `${finding.heading} says only ${finding.text}`;
    case 'section-duplicate':
      return `${finding.heading} is there already, in line ${finding.first}`;
    case 'guidance-left':
      return finding.where === 'whole'
        ? `${finding.heading} holds nothing but the template's words`
        : `Words of the template are left in ${finding.heading}${finding.where === 'comment' ? ', in a comment' : ''}`;
    case 'heading-misspelled':
      return `The heading ${finding.heading} is the template's ${finding.expected}, misspelled`;
    case 'heading-level':
      return `${finding.heading} is a heading of level ${finding.level}, and one of level ${finding.expected} in the template`;
    case 'marker-left':
      return `The template's marker is left in the heading ${finding.heading}`;
    case 'block-unclosed':
      return `What begins here never ends: close it with ${finding.closing}`;
    case 'contents-outdated':
      return contentsMessage(finding);
    default:
      return headMessage(finding);
  }
}

/** The command that mends it, word by word; undefined where only an editor does. */
export function fixFor(finding: FindingKind, path: string): string[] | undefined {
  switch (finding.code) {
    case 'section-missing':
      return ['npx', 'create-enhancement', '--section', finding.id, '--in', path];
    case 'marker-left':
    case 'contents-outdated':
      return ['npx', 'create-enhancement', 'check', path, '--fix'];
    case 'number-duplicate':
      return finding.isLater ? ['npx', 'create-enhancement', 'renumber', path] : undefined;
    case 'behind':
      return ['npx', 'create-enhancement', 'upgrade', path];
    case 'status-unknown':
      return finding.nearest === null
        ? undefined
        : ['npx', 'create-enhancement', 'status', path, finding.nearest];
    case 'relation-one-sided': {
      const [old, by] =
        finding.kind === 'supersedes' ? [finding.other, path] : [path, finding.other];
      return ['npx', 'create-enhancement', 'supersede', old, '--by', by];
    }
    case 'index-outdated':
      return ['npx', 'create-enhancement', 'list', '--write', path];
    default:
      return undefined;
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
      | 'contents-outdated';
  }
>;

function contentsMessage({
  missing,
  unknown,
}: Extract<FindingKind, { code: 'contents-outdated' }>): string {
  const parts = [
    missing.length === 0 ? [] : `does not have ${missing.join(', ')}`,
    unknown.length === 0 ? [] : `has ${unknown.join(', ')}, which is not there`,
  ].flat();
  return `The table of contents ${parts.join(', and ')}`;
}

function headMessage(finding: HeadKind): string {
  switch (finding.code) {
    case 'anchor-broken':
      return `No heading has the address ${finding.target}`;
    case 'link-broken':
      return `There is no file ${finding.target.replace(/[?#].*$/, '')}`;
    case 'number-duplicate':
      return `${finding.other} has the number ${finding.number} as well`;
    case 'number-differs':
      return `The name has the number ${finding.number}, the ${finding.where} ${finding.said}`;
    case 'name-unusual':
      return `The name would usually be ${finding.expected}`;
    case 'front-matter-broken':
      return `The YAML cannot be parsed: ${finding.reason}`;
    case 'value-placeholder':
      return `${finding.label} is still the template's: ${finding.value}`;
    case 'status-unknown': {
      const { status, nearest, known } = finding;
      const meant = nearest === null ? `: ${known.join(', ')} are` : `, but ${nearest} is`;
      return `${status} is no status here${meant}`;
    }
    case 'status-contradicts':
      return `The status is ${finding.status} here, and ${finding.other} in ${finding.file}:${finding.otherLine}`;
    case 'successor-missing':
      return `It is ${finding.status}, and nothing says by which proposal`;
    case 'relation-unknown':
      return `There is no proposal ${finding.to}, which it names as ${finding.kind}`;
    case 'relation-one-sided':
      return finding.kind === 'supersedes'
        ? `${finding.other} does not say that this proposal supersedes it`
        : `${finding.other} does not say that it supersedes this proposal`;
    case 'behind':
      return `The template has ${finding.sections.join(', ')} since`;
    case 'index-outdated':
      return finding.missing.length === 0
        ? 'The list of proposals is not up to date'
        : `The list of proposals does not have ${finding.missing.join(', ')}`;
  }
}
