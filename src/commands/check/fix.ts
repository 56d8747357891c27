import type { Finding } from '../../document/findings/finding.ts';
import { subjectOf } from '../../document/findings/finding.ts';
import { FIXABLE, fixDocument } from '../../document/findings/fix-document.ts';
import { sectionFindings } from '../../document/findings/section-findings.ts';
import { withoutMarker } from '../../document/markdown/marker.ts';
import type { Environment } from '../../environment.ts';
import {
  editing,
  readDocument,
  rewriteDocument,
  stateOfDocument,
} from '../../proposals/document-file.ts';
import type { CheckResult, ReportedFinding } from '../../report/findings/check.ts';
import { surveyProposals } from '../state/survey-proposals.ts';
import { indexText } from '../state/write-index.ts';
import type { CheckScope } from './scope.ts';

/**
 * Mends what is certain of findings, document by document.
 * @returns the files that have changed, or would change in a dry run
 * @throws Failure when one cannot be written
 */
export async function fixFiles(
  findings: readonly ReportedFinding[],
  scope: CheckScope,
  environment: Environment,
): Promise<CheckResult['fixed']> {
  const { context, all, call } = scope;
  const { home, source, bases } = context;
  const fixed: CheckResult['fixed'] = [];
  const wanted = new Map<string, Set<string>>();
  for (const { path, finding } of findings) {
    // What many leave out is for authors to add.
    if (!FIXABLE.has(finding.code) || 'others' in finding) continue;
    wanted.set(path, (wanted.get(path) ?? new Set()).add(keyOfWanted(finding)));
  }
  const put = async (
    file: string,
    shown: string,
    next: (text: string) => string,
    isNamed = false,
  ) => {
    const document = readDocument(file, shown, isNamed ? undefined : home.survey.root);
    const after = next(document.text);
    if (after === document.text) return;
    fixed.push({ path: shown, before: document.text, after });
    if (call.dryRun) return;
    const state = stateOfDocument(document.path, home.survey);
    await editing(shown, state, async () => rewriteDocument(document, after, state));
  };
  for (const { file, shown, isNamed } of all) {
    const keys = wanted.get(shown);
    if (!keys) continue;
    await put(
      file,
      shown,
      (text) => {
        const found = bases.baseOf(file, text);
        const versions = 'base' in found && found.fits ? found.versions : [];
        const of = { template: source.text, versions };
        const known = new Set(sectionFindings(text, of).map(keyOfWanted));
        return fixDocument(
          text,
          of,
          (finding) =>
            scope.severities(finding, undefined) !== 'off' && isToBeMended(finding, keys, known),
        );
      },
      isNamed,
    );
  }
  const indexes = findings.filter(({ finding }) => finding.code === 'index-outdated');
  if (indexes.length === 0) return fixed;
  const { states } = await surveyProposals(home);
  for (const { path } of indexes) {
    await put(`${environment.cwd}/${path}`, path, (text) =>
      indexText(text, path, states, environment.cwd),
    );
  }
  return fixed;
}

/** What was asked for, what comes with it, and a table of contents, which other mends make outdated. */
function isToBeMended(
  finding: Finding,
  keys: ReadonlySet<string>,
  known: ReadonlySet<string>,
): boolean {
  const key = keyOfWanted(finding);
  return finding.code === 'contents-outdated' || keys.has(key) || !known.has(key);
}

/** What makes a finding the one that is to be mended, also when its heading has lost its marker meanwhile. */
function keyOfWanted(finding: Finding): string {
  return `${finding.code} ${withoutMarker(subjectOf(finding))}`;
}
