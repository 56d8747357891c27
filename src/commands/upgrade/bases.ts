import path from 'node:path';
import {
  fitting,
  type Names,
  namesOfDocument,
  namesOfTemplate,
} from '../../document/upgrade/fit.ts';
import { isShallow } from '../../git/history.ts';
import {
  type Revision,
  type TemplateHistory,
  templateHistory,
} from '../../proposals/base/template-history.ts';
import type { Survey } from '../../workspace/survey.ts';
import type { TemplateSource } from './template-source.ts';

/** The version of a template that a proposal was made from. */
export interface Base {
  commit: string;
  date: string;
  text: string;
}

/** Why the template of today is all that is known of a proposal. */
export type NoBase = 'preset' | 'no git' | 'not in git' | 'shallow' | 'no history' | 'unreadable';

export type FoundBase =
  | { base: Base; isLater: boolean; isBetter: boolean; fits: boolean }
  | { because: NoBase };

/** Finds the versions of a template that proposals were made from, all at once. */
export class Bases {
  #candidates: (Revision & { text: string; names: Names })[] = [];

  private constructor(
    private readonly root: string,
    private readonly history: TemplateHistory | undefined,
    private readonly because: NoBase,
  ) {}

  /** @param files the proposals, absolute */
  static async of(
    source: TemplateSource,
    { repository }: Survey,
    { files, within }: { files: readonly string[]; within: readonly string[] },
  ): Promise<Bases> {
    const none = (because: NoBase) => new Bases('', undefined, because);
    if (source.isPreset) return none('preset');
    if (!repository) return none('no git');
    if (source.path === undefined) return none('not in git');
    const { root } = repository;
    if (await isShallow(root)) return none('shallow');
    const relative = (file: string) => path.relative(root, file).split(path.sep).join('/');
    const history = await templateHistory(root, {
      template: source.path,
      proposals: files.map(relative),
      within: within.map((directory) => relative(directory) || '.'),
    });
    const bases = new Bases(root, history, 'no history');
    await bases.#readAll(source);
    return bases;
  }

  /** What a proposal was made from. */
  baseOf(file: string, document: string): FoundBase {
    const relative = path.relative(this.root, file).split(path.sep).join('/');
    const inForce = this.history?.inForce.get(relative);
    if (!inForce) return { because: this.because };
    const { revision, isLater } = inForce;
    const expected = this.#candidates.find(({ commit }) => commit === revision.commit);
    if (!expected) return { because: 'unreadable' };
    const best = fitting(namesOfDocument(document), expected, this.#candidates);
    const { commit, date, text } = best ?? expected;
    const base = { commit, date, text };
    return {
      base,
      isLater,
      isBetter: best !== undefined && best !== expected,
      fits: best !== undefined,
    };
  }

  async #readAll(source: TemplateSource): Promise<void> {
    const { revisions = [], inForce = new Map(), texts = new Map() } = this.history ?? {};
    const all = [...revisions, ...[...inForce.values()].map(({ revision }) => revision)];
    const seen = new Set<string>();
    for (const revision of all) {
      const written = texts.get(revision.blob);
      if (written === undefined || seen.has(revision.commit)) continue;
      seen.add(revision.commit);
      const text = await source.read(written);
      if (text === undefined) continue;
      this.#candidates.push({ ...revision, text, names: namesOfTemplate(text) });
    }
  }
}
