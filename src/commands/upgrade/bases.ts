import { relativePath } from '../../disk/inside.ts';
import {
  fitting,
  type Names,
  namesOfDocument,
  namesOfTemplate,
} from '../../document/upgrade/fit.ts';
import { hasCommits, silentGitError } from '../../git/history/ask.ts';
import { isShallow } from '../../git/history/file-history.ts';
import {
  pastTexts,
  type Revision,
  type TemplateHistory,
  templateHistory,
} from '../../proposals/base/template-history.ts';
import type { Because } from '../../report/upgrade/outcome.ts';
import type { Survey } from '../../workspace/survey.ts';
import { companionsAt } from './companions-at.ts';
import type { TemplateSource } from './template-source.ts';

/** The version of a template that a proposal was made from. */
interface Base {
  commit: string;
  date: string;
  text: string;
  companions: ReadonlyMap<string, string>;
}

/** Why the template of today is all that is known of a proposal. */
type NoBase = Exclude<Because, 'later' | 'better'>;

export type FoundBase =
  | {
      base: Base;
      isLater: boolean;
      isBetter: boolean;
      /** Whether the proposal is like it at all. */
      fits: boolean;
      /** It and all later ones but that of today, the oldest first. */
      versions: readonly string[];
      /** What the proposal was earlier, where that was read. */
      past: readonly string[];
    }
  | { because: NoBase };

export interface BasesOptions {
  /** The proposals, absolute. */
  files: readonly string[];
  within: readonly string[];
}

/** Finds the versions of a template that proposals were made from, all at once. */
export class Bases {
  #candidates: (Revision & Base & { names: Names })[] = [];

  /** How many of them are versions of the main line, in their order. */
  #revisions = 0;
  readonly #versions = new Map<string, readonly string[]>();

  readonly #past = new Map<string, readonly string[]>();

  #ofToday: readonly string[] | undefined;

  private constructor(
    private readonly root: string,
    private readonly history: TemplateHistory | undefined,
    private readonly because: NoBase,
    private readonly present: string,
  ) {}

  /** @throws Failure when git does not say */
  static async of(
    source: TemplateSource,
    { repository, isGitSilent, gitSays }: Survey,
    { files, within }: BasesOptions,
  ): Promise<Bases> {
    const none = (because: NoBase) => new Bases('', undefined, because, source.text);
    if (source.isPreset) return none('preset');
    if (source.isSiblings) return none('siblings');
    if (isGitSilent) throw silentGitError(gitSays);
    if (!repository) return none('no git');
    if (source.path === undefined) return none('not in git');
    const { root } = repository;
    if (!(await hasCommits(root))) return none('no history');
    if (await isShallow(root)) return none('shallow');
    const relative = (file: string) => relativePath(root, file);
    const history = await templateHistory(root, {
      template: source.path,
      proposals: files.map(relative),
      within: within.map((directory) => relative(directory) || '.'),
    });
    const bases = new Bases(root, history, 'no history', source.text);
    await bases.#readAll(source);
    return bases;
  }

  /** Why nothing is known of earlier templates; undefined where something is. */
  get unknownBecause(): Because | undefined {
    return this.history ? undefined : this.because;
  }

  /** When a proposal came into git, in ISO 8601; undefined where that is not known. */
  bornAt(file: string): string | undefined {
    const relative = relativePath(this.root, file);
    return this.history?.born.get(relative);
  }

  /**
   * Reads what proposals were earlier, for {@link baseOf} to tell.
   * @throws Failure when git does not say
   */
  async readPast(files: readonly string[]): Promise<void> {
    if (!this.history) return;
    const paths = files.map((file) => relativePath(this.root, file));
    const texts = await pastTexts(this.root, this.history, paths);
    for (const [path, each] of texts) this.#past.set(path, each);
  }

  /** What a proposal was earlier, where that was read. */
  pastOf(file: string): readonly string[] {
    return this.#past.get(relativePath(this.root, file)) ?? [];
  }

  baseOf(file: string, document: string): FoundBase {
    const relative = relativePath(this.root, file);
    const inForce = this.history?.inForce.get(relative);
    if (!inForce) return { because: this.because };
    const { revision, isLater } = inForce;
    const expected = this.#candidates.find(({ commit }) => commit === revision.commit);
    if (!expected) return { because: 'unreadable' };
    const best = fitting(namesOfDocument(document), expected, this.#candidates.toReversed());
    const base = best ?? expected;
    const isBetter = best !== undefined && best !== expected;
    return {
      base,
      isLater,
      isBetter,
      fits: best !== undefined,
      versions: this.#versionsFrom(base),
      past: this.pastOf(file),
    };
  }

  /** The template of today, where git does not know the proposal yet and it is like that, or has no section yet. */
  versionsOfNew(file: string, document: string, isBare: boolean): readonly string[] {
    const newest = this.#candidates[this.#revisions - 1];
    if (!this.history || !newest || this.bornAt(file) !== undefined) return [];
    const fits = isBare || fitting(namesOfDocument(document), newest, [newest]) !== undefined;
    this.#ofToday ??= [this.present];
    return fits ? this.#ofToday : [];
  }

  /** The same array for the same version, so that it is gone through once. */
  #versionsFrom({ commit, text }: Base): readonly string[] {
    const known = this.#versions.get(commit);
    if (known) return known;
    const at = this.#candidates.findIndex((each) => each.commit === commit);
    const later = at < this.#revisions ? this.#candidates.slice(at, this.#revisions) : [];
    const texts = [text, ...later.map((each) => each.text)];
    const versions = [...new Set(texts)].filter(
      (each, index) => index === 0 || each !== this.present,
    );
    this.#versions.set(commit, versions);
    return versions;
  }

  async #readAll(source: TemplateSource): Promise<void> {
    const { revisions = [], inForce = new Map(), texts = new Map() } = this.history ?? {};
    const all = [...revisions, ...[...inForce.values()].map(({ revision }) => revision)];
    const used = new Map<string, Revision>(all.map((revision) => [revision.commit, revision]));
    const companions = await companionsAt([...used.keys()], this.root, source);
    const isOfLine = new Set(revisions.map(({ commit }) => commit));
    for (const revision of used.values()) {
      const written = texts.get(revision.blob);
      const text = written === undefined ? undefined : await source.read(written);
      if (text === undefined) continue;
      const beside = companions.get(revision.commit) ?? new Map();
      const names = namesOfTemplate(text);
      this.#candidates.push({ ...revision, text, names, companions: beside });
      if (isOfLine.has(revision.commit)) this.#revisions = this.#candidates.length;
    }
  }
}
