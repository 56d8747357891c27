import path from 'node:path';
import type { Finding } from '../../document/findings/finding.ts';
import { subjectOf } from '../../document/findings/finding.ts';
import { FIXABLE, fixDocument } from '../../document/findings/fix-document.ts';
import { sectionFindings } from '../../document/findings/section-findings.ts';
import { withoutMarker } from '../../document/markdown/marker.ts';
import type { Environment } from '../../environment.ts';
import { writeDocuments } from '../../proposals/changes/write-documents.ts';
import { readDocument } from '../../proposals/document-file.ts';
import { textOnDisk } from '../../proposals/state/read-proposal.ts';
import type { CheckResult, ReportedFinding } from '../../report/findings/check.ts';
import { indexText, listsToWrite } from '../state/write-index.ts';
import { versionsOf } from './check-snapshot.ts';
import { LinkedHeadings } from './linked-headings.ts';
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
  const { workspace, templates } = context;
  const fixed: CheckResult['fixed'] = [];
  const wanted = new Map<string, Set<string>>();
  const linked = new LinkedHeadings(workspace);
  for (const { path: shown, finding } of findings) {
    // What many leave out is for authors to add.
    if (!FIXABLE.has(finding.code) || 'others' in finding || 'isPart' in finding) continue;
    const from = finding.code === 'marker-left' && linked.from(finding.heading, shown);
    if (from) {
      environment.note(
        `the heading "${subjectOf(finding)}" of ${shown} stays: ${from} links to it`,
      );
      continue;
    }
    wanted.set(shown, (wanted.get(shown) ?? new Set()).add(keyOfWanted(finding)));
  }
  const put = async (
    file: string,
    shown: string,
    next: (text: string) => string,
    isNamed = false,
  ) => {
    const document = readDocument(file, shown, isNamed ? undefined : workspace.survey.root);
    const after = next(document.text);
    if (after === document.text) return;
    fixed.push({ path: shown, before: document.text, after });
    if (call.dryRun) return;
    await writeDocuments([{ document, after }], workspace.survey);
  };
  for (const { file, shown, isNamed } of all) {
    const keys = wanted.get(shown);
    if (!keys) continue;
    await put(
      file,
      shown,
      (text) => {
        const { source, bases } = templates.for(text);
        const of = { template: source.text, versions: versionsOf(bases, file, text) };
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
  const listOf = listsToWrite(workspace, environment.today);
  for (const { path: shown } of indexes) {
    const file = path.resolve(environment.cwd, shown);
    const list = await listOf(textOnDisk(file) ?? '');
    await put(file, shown, (text) => indexText(text, shown, list, environment.cwd));
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
