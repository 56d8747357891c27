import { rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, treeOf, writeAll } from '../support/folder.ts';
import { run } from '../support/program.ts';

const KINDS = [
  'create',
  'reserve',
  'draft',
  'number',
  'renumber',
  'delete',
  'merge',
  'share',
  'foreign',
] as const;

/** What somebody does in one of two clones; `pick` says to which of its proposals. */
interface Step {
  kind: (typeof KINDS)[number];
  clone: 0 | 1;
  pick: number;
}

const steps = fc.array(
  fc.record<Step>({
    // The usual ones are meant to be more frequent.
    kind: fc.constantFrom('create', 'reserve', 'renumber', ...KINDS),
    clone: fc.constantFrom(0, 1),
    pick: fc.nat(20),
  }),
  { minLength: 6, maxLength: 12 },
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

  /** Proposals of which another has the number, in any clone; what a foreign tool wrote is left out. */
  twice(): string[] {
    const names = [...new Set(this.clones.flatMap(entriesIn))];
    const own = names.filter((name) => /^\d/.test(name) && !this.foreign.has(name)).sort();
    return own.filter((name, index) => name.slice(0, 4) === own[index + 1]?.slice(0, 4));
  }

  async step({ kind, clone, pick }: Step): Promise<void> {
    if (kind === 'share') await this.#share(clone);
    else if (kind === 'foreign') this.#foreign(clone);
    else if (kind === 'delete') this.#delete(clone, pick);
    else if (kind === 'merge') await this.#merge(clone);
    else if (kind === 'number' || kind === 'renumber') await this.#move(kind, clone, pick);
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
  async #move(kind: 'number' | 'renumber', clone: 0 | 1, pick: number): Promise<void> {
    const cwd = this.clones[clone] ?? '';
    const movable = kind === 'number' ? /^XXXX-/ : /^\d/;
    const all = entriesIn(cwd).filter((name) => movable.test(name));
    const entry = all[pick % all.length];
    if (entry === undefined) return;
    await this.#share(0);
    await this.#share(1);
    await git(cwd, 'fetch', '--quiet');
    const { code, stderr } = await run([kind, `rfcs/${entry}.md`], { cwd });
    expect({ code, stderr }).toMatchObject({ code: 0 });
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

  #delete(clone: 0 | 1, pick: number): void {
    const cwd = this.clones[clone] ?? '';
    const all = entriesIn(cwd);
    const entry = all[pick % all.length];
    if (entry !== undefined) rmSync(path.join(cwd, `rfcs/${entry}.md`));
  }

  /** Takes in what the other clone has shared; where git cannot, nothing happens. */
  async #merge(clone: 0 | 1): Promise<void> {
    const cwd = this.clones[clone] ?? '';
    await this.#share(0);
    await this.#share(1);
    await git(cwd, 'fetch', '--quiet');
    const merge = ['merge', '--quiet', '--no-edit', `origin/branch-${1 - clone}`];
    await git(cwd, ...merge).catch(() => git(cwd, 'merge', '--abort'));
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
        for (const [index, step] of all.entries()) {
          await world.step(step);
          expect({ steps: all.slice(0, index + 1), twice: world.twice() }).toMatchObject({
            twice: [],
          });
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
