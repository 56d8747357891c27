import path from 'node:path';
import * as v from 'valibot';
import { decoded } from '../../../disk/decoded.ts';
import { readRegular } from '../../../disk/read-file.ts';
import { type Finding, subjectOf } from '../../../document/findings/finding.ts';
import { Failure, messageOf } from '../../../failure.ts';
import { orUndefined } from '../../../or-undefined.ts';
import { makeChanges } from '../../../proposals/changes/apply.ts';
import { journalOf } from '../../../proposals/changes/journal.ts';
import type { ReportedFinding } from '../../../report/findings/check.ts';
import { shownPath } from '../../../workspace/location.ts';
import type { Workspace } from '../../../workspace/workspace.ts';

/** The file with what was found when a repository began to check, and is kept quiet since. */
const BASELINE_FILE = 'enhancement.baseline.json';

/** What makes a finding the same one again; never its line. Paths are from the directory of the file, with `/`. */
const entrySchema = v.strictObject({
  path: v.string(),
  code: v.string(),
  section: v.string(),
  text: v.string(),
});

const baselineSchema = v.strictObject({
  version: v.literal(1),
  findings: v.array(entrySchema),
});

type BaselineEntry = v.InferOutput<typeof entrySchema>;

const LARGEST_BASELINE = { largest: 32_000_000 };

/** What a baseline says of findings. */
export interface BaselineUse {
  /** Those that it does not have. */
  left: ReportedFinding[];
  known: number;
  mended: BaselineEntry[];
  kept: BaselineEntry[];
}

export class Baseline {
  private constructor(
    readonly file: string,
    private readonly workspace: Workspace,
    /** Undefined where there is no such file. */
    private readonly before: Buffer | undefined,
    private readonly entries: readonly BaselineEntry[],
  ) {}

  /** @throws Failure when the file is there and is no baseline */
  static read(workspace: Workspace): Baseline {
    const { base } = workspace.survey.configured;
    const file = path.join(base, BASELINE_FILE);
    const bytes = baselineBytes(file);
    if (!bytes) return new Baseline(file, workspace, undefined, []);
    const text = decoded(bytes) ?? '';
    const value = orUndefined(() => JSON.parse(text) as unknown);
    const parsed = v.safeParse(baselineSchema, value);
    if (parsed.success) return new Baseline(file, workspace, bytes, parsed.output.findings);
    const [issue] = parsed.issues;
    const at = issue.path?.map(({ key }) => String(key)).join('.');
    throw unreadableBaseline(
      value === undefined ? 'it is not JSON' : `${at || 'top level'}: ${issue.message}`,
    );
  }

  get isThere(): boolean {
    return this.before !== undefined;
  }

  get shown(): string {
    return shownPath(this.workspace.survey.cwd, this.file);
  }

  /** Findings without those that are kept quiet, each as often as it is written down. */
  apply(findings: readonly ReportedFinding[]): BaselineUse {
    const open = new Map<string, BaselineEntry[]>();
    for (const entry of this.entries) {
      const key = keyOfEntry(entry);
      open.set(key, [...(open.get(key) ?? []), entry]);
    }
    const kept: BaselineEntry[] = [];
    const left = findings.filter((each) => {
      const entry = open.get(keyOfEntry(this.#entryFor(each)))?.pop();
      if (entry) kept.push(entry);
      return !entry;
    });
    return { left, kept, known: kept.length, mended: [...open.values()].flat() };
  }

  /** Writes down findings as they are. */
  write(findings: readonly ReportedFinding[]): void {
    this.#replace(findings.map((each) => this.#entryFor(each)));
  }

  /** Takes out what is mended. */
  keep(entries: readonly BaselineEntry[]): void {
    this.#replace(entries);
  }

  #entryFor({ path: shown, under, finding }: ReportedFinding): BaselineEntry {
    const file = path.resolve(this.workspace.survey.cwd, shown);
    return {
      path: shownPath(path.dirname(this.file), file),
      code: finding.code,
      section: sectionOf(finding, under),
      text: subjectOf(finding),
    };
  }

  #replace(entries: readonly BaselineEntry[]): void {
    const sorted = entries.toSorted((a, b) => compareTexts(keyOfEntry(a), keyOfEntry(b)));
    const after = Buffer.from(`${JSON.stringify({ version: 1, findings: sorted }, null, 2)}\n`);
    const { root, repository } = this.workspace.survey;
    if (this.before?.equals(after)) return;
    makeChanges(journalOf(root, repository), [
      this.before
        ? { kind: 'text', path: this.file, before: this.before, after }
        : { kind: 'file', path: this.file, bytes: after },
    ]);
  }
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function sectionOf(finding: Finding, under: string): string {
  return 'heading' in finding ? finding.heading : under;
}

function keyOfEntry({ path: file, code, section, text }: BaselineEntry): string {
  return [file, code, section, text].join('\0');
}

function baselineBytes(file: string): Buffer | undefined {
  try {
    return readRegular(file, LARGEST_BASELINE);
  } catch (error) {
    throw unreadableBaseline(messageOf(error));
  }
}

function unreadableBaseline(reason: string): Failure {
  return Failure.usage(
    'invalid-configuration',
    `${BASELINE_FILE} is not a valid baseline: ${reason}`,
    {
      hint: 'Fix it, restore it from git, or remove it and pass --update-baseline to create a new one',
    },
  );
}
