import type { FindingKind } from '../../document/findings/finding.ts';

/** What a call has said of the place of proposals, which the commands after it need as well. */
export interface PlaceSaid {
  directory?: string | undefined;
  template?: string | undefined;
}

/**
 * The words of the command that fixes a finding; undefined if it can only be edited.
 * @param path of the document
 */
export function fixFor(finding: FindingKind, path: string, said: PlaceSaid): string[] | undefined {
  const { directory, template } = said;
  const place = directory === undefined ? [] : ['--dir', directory];
  const of = template === undefined ? place : [...place, '--template', template];
  const words = wordsOfFix(finding, path, { place, of });
  return words && ['npx', 'create-enhancement', ...words];
}

function wordsOfFix(
  finding: FindingKind,
  path: string,
  { place, of }: { place: readonly string[]; of: readonly string[] },
): string[] | undefined {
  switch (finding.code) {
    case 'section-missing': {
      if (finding.isDeep || finding.place === 'none') return undefined;
      // Where its place is doubtful, it is shown first.
      const first = finding.place === 'doubtful' ? ['--accept-doubts', '--dry-run'] : [];
      return ['--section', finding.id, '--in', path, ...of, ...first];
    }
    case 'marker-left':
    case 'contents-outdated':
      return ['check', path, '--fix', ...of];
    case 'number-duplicate':
      return finding.isLater ? ['renumber', path, ...place] : undefined;
    case 'behind':
      return ['upgrade', path, ...of];
    case 'status-unknown':
      return finding.nearest === null ? undefined : ['status', path, finding.nearest, ...place];
    case 'relation-one-sided': {
      const [old, by] =
        finding.kind === 'supersedes' ? [finding.other, path] : [path, finding.other];
      return ['supersede', old, '--by', by, ...place];
    }
    case 'index-outdated':
      // Without filters, a list of some would become one of all.
      return finding.isOfSome ? ['check', '--fix', ...of] : ['list', '--write', path, ...place];
    default:
      return undefined;
  }
}
