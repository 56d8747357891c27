import { upgradeDocument } from '../../../document/upgrade/upgrade-document.ts';
import type { TemplatesHere } from '../../templates-here.ts';
import type { KnownTemplate } from '../../upgrade/known-templates.ts';
import type { CheckedProposal } from '../check-snapshot.ts';
import { readAt, type Snapshot } from '../snapshot.ts';

/**
 * The same proposals, told to be behind only for what `upgrade` would bring them: not for a section that somebody took
 * out again.
 * @throws Failure when git does not say what the proposals were earlier
 */
export async function withoutTakenOut(
  checked: readonly CheckedProposal[],
  { now, templates }: { now: Snapshot; templates: TemplatesHere<KnownTemplate> },
): Promise<CheckedProposal[]> {
  const behind = checked.filter(({ found }) => found.some(isBehind));
  const files = behind.map(({ proposal }) => proposal.file);
  if (files.length > 0) await Promise.all(templates.all.map(({ bases }) => bases.readPast(files)));
  const had = (file: string, section: string) =>
    templates.all.some(({ bases }) => bases.pastOf(file).some((text) => text.includes(section)));
  // Most have never had it: to ask what would come of an upgrade takes long for thousands.
  return checked.map((each) => {
    const { file } = each.proposal;
    const isLooked = each.found.some(
      ({ finding }) => finding.code === 'behind' && finding.sections.some((one) => had(file, one)),
    );
    return isLooked ? withGained(each, now, templates) : each;
  });
}

function withGained(
  checked: CheckedProposal,
  now: Snapshot,
  templates: TemplatesHere<KnownTemplate>,
): CheckedProposal {
  const { file } = checked.proposal;
  const read = readAt(now, checked.proposal, undefined);
  if ('reason' in read) return checked;
  const { text } = read;
  const { source, bases } = templates.for(text);
  const base = bases.baseOf(file, text);
  if (!('base' in base)) return checked;
  const { versions, past } = base;
  const options = { template: source.text, base: base.base.text, versions, past };
  const { changes } = upgradeDocument(text, options);
  const gained = new Set(changes.flatMap((each) => (each.kind === 'gained' ? each.section : [])));
  const found = checked.found.flatMap((each) => {
    const { finding } = each;
    if (finding.code !== 'behind') return each;
    const sections = finding.sections.filter((section) => gained.has(section));
    return sections.length > 0 ? { ...each, finding: { ...finding, sections } } : [];
  });
  return { ...checked, found };
}

function isBehind({ finding }: CheckedProposal['found'][number]): boolean {
  return finding.code === 'behind';
}
