import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, treeOf, writeAll } from '../support/folder.ts';
import { run } from '../support/program.ts';

/** What somebody does in one of two clones. */
type Step = {
  kind: 'create' | 'reserve' | 'draft' | 'number' | 'renumber' | 'share' | 'foreign';
  clone: 0 | 1;
};

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom(
      'create',
      'create',
      'reserve',
      'reserve',
      'draft',
      'number',
      'renumber',
      'share',
      'share',
      'foreign',
    ),
    clone: fc.constantFrom(0, 1),
  }),
  { minLength: 5, maxLength: 7 },
);

const entriesIn = (cwd: string) =>
  Object.keys(treeOf(cwd))
    .flatMap((name) => /^rfcs\/([^/]+)\.md$/.exec(name)?.[1] ?? [])
    .filter((name) => name !== '0001-first');

/** Two clones of one remote, and what the model knows: who holds which number, and what a foreign tool wrote. */
class World {
  readonly clones: string[] = [];
  readonly foreign = new Set<string>();
  #count = 0;

  async open(): Promise<void> {
    const folder = emptyFolder();
    const bare = path.join(folder, 'remote.git');
    await git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', bare);
    for (const name of ['a', 'b']) {
      const clone = path.join(folder, name);
      await git(folder, 'clone', '--quiet', bare, clone);
      await git(clone, 'config', 'user.name', name);
      await git(clone, 'config', 'user.email', `${name}@example.invalid`);
      if (name === 'a') {
        writeAll(clone, { 'rfcs/0001-first.md': '# First\n' });
        await git(clone, 'add', '--all');
        await git(clone, 'commit', '--quiet', '--message', 'First');
        await git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
      } else await git(clone, 'pull', '--quiet', 'origin', 'main');
      this.clones.push(clone);
    }
  }

  async step({ kind, clone }: Step): Promise<void> {
    if (kind === 'share') await this.#share(clone);
    else if (kind === 'foreign') this.#foreign(clone);
    else if (kind === 'number' || kind === 'renumber') await this.#move(kind, clone);
    else await this.#create(kind, clone);
  }

  async #create(kind: 'create' | 'reserve' | 'draft', clone: 0 | 1): Promise<void> {
    const flags = { create: ['--online'], reserve: ['--reserve', '--online'], draft: ['--draft'] }[
      kind
    ];
    const cwd = this.clones[clone] ?? '';
    const { code, stderr } = await run([`p${this.#count++}`, '--yes', ...flags], { cwd });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    // What was not reserved is known to others once it is on a branch.
    if (kind === 'create') await this.#share(clone);
  }

  /** Numbers a draft, or moves a proposal, after everybody has fetched what there is. */
  async #move(kind: 'number' | 'renumber', clone: 0 | 1): Promise<void> {
    const cwd = this.clones[clone] ?? '';
    const entry = entriesIn(cwd).find((name) => (kind === 'number' ? /^XXXX-/ : /^\d/).test(name));
    if (entry === undefined) return;
    await this.#share(0);
    await this.#share(1);
    await git(cwd, 'fetch', '--quiet');
    const { code, stderr } = await run([kind, `rfcs/${entry}.md`], { cwd });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    this.foreign.delete(entry);
    await this.#share(clone);
  }

  /** Another tool takes the highest number that it sees in its clone. */
  #foreign(clone: 0 | 1): void {
    const cwd = this.clones[clone] ?? '';
    const highest = Math.max(1, ...entriesIn(cwd).map((entry) => Number(entry.slice(0, 4)) || 0));
    const name = `${String(highest).padStart(4, '0')}-foreign-${this.#count++}`;
    this.foreign.add(name);
    writeAll(cwd, { [`rfcs/${name}.md`]: '# Foreign\n' });
  }

  /** Everything that a clone has, on a branch of its own on the remote. */
  async #share(clone: 0 | 1): Promise<void> {
    const cwd = this.clones[clone] ?? '';
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'More');
    await git(cwd, 'push', '--quiet', '--force', 'origin', `HEAD:branch-${clone}`);
  }
}

describe('numbers of two clones', () => {
  it('are never held by two proposals, unless a foreign tool wrote one', {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const world = new World();
        await world.open();
        for (const step of all) await world.step(step);
        const names = world.clones
          .flatMap(entriesIn)
          .filter((name) => /^\d/.test(name) && !world.foreign.has(name));
        const numbers = names.map((name) => name.slice(0, 4));
        expect({ steps: all, names, twice: numbers.length - new Set(numbers).size }).toMatchObject({
          twice: 0,
        });
      }),
      { numRuns: 3 },
    );
  });
});
