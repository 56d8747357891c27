import { describe, expect, it } from 'vitest';
import { KILLING, killAt, killedChanges, WHEN_KILLED } from '../support/crash.ts';
import { emptyFolder, git, treeOf, writeAll } from '../support/folder.ts';
import { run } from '../support/program.ts';

const DOCUMENT = 'enhancements/0001-a/README.md';
const TEXT = '# T\n\n## Summary\n\ns\n\n## Motivation\n\nm\n\n## Proposal\n\np\n';

interface KilledEdit {
  files: Record<string, string>;
  isGit: boolean;
  /** What a second commit writes. */
  later?: Record<string, string>;
  args: string[];
  /** Whether all is as it is to be after the next run. */
  isRight(tree: Record<string, string | null>): boolean;
}

const EDITS: Record<string, KilledEdit> = {
  'a section in a plain folder': {
    files: { [DOCUMENT]: TEXT },
    isGit: false,
    args: ['--section', 'drawbacks', '--in', '1'],
    isRight: (tree) => tree[DOCUMENT]?.split('## Drawbacks').length === 2,
  },
  'a section in a repository': {
    files: { [DOCUMENT]: TEXT },
    isGit: true,
    args: ['--section', 'drawbacks', '--in', '1'],
    isRight: (tree) => tree[DOCUMENT]?.split('## Drawbacks').length === 2,
  },
  'an upgrade of two proposals': {
    files: {
      'rfcs/0000-template.md': TEXT,
      'rfcs/0001-a.md': TEXT,
      'rfcs/0002-b.md': TEXT,
    },
    isGit: true,
    later: { 'rfcs/0000-template.md': `${TEXT}\n## Drawbacks\n\nd\n` },
    args: ['upgrade', '--all'],
    isRight: (tree) =>
      ['rfcs/0001-a.md', 'rfcs/0002-b.md'].every(
        (name) => tree[name]?.split('## Drawbacks').length === 2,
      ),
  },
  'a succession of two proposals': {
    files: {
      'rfcs/0001-a.md': '# A\n\n- Status: draft\n\n## Summary\n\ns\n',
      'rfcs/0002-b.md': '# B\n\n- Status: draft\n\n## Summary\n\ns\n',
    },
    isGit: true,
    args: ['supersede', '1', '--by', '2'],
    isRight: (tree) =>
      tree['rfcs/0001-a.md']?.includes('superseded by [B](0002-b.md)\n') === true &&
      tree['rfcs/0002-b.md']?.split('Supersedes: [A](0001-a.md)').length === 2,
  },
  'a configuration and a template of two files': {
    files: {},
    isGit: false,
    args: ['init', '--yes', '--template', 'kep'],
    isRight: (tree) =>
      tree['enhancement.config.json']?.endsWith('}\n') === true &&
      Object.keys(tree).filter((name) => /\/(?:kep\.yaml|README\.md)$/.test(name)).length === 2,
  },
};

/** Kills a run at a point, lets the next one do the work, and tells whether the first had done all of it. */
async function isDoneAt(
  { files, isGit, later, args, isRight }: KilledEdit,
  point: string,
): Promise<boolean> {
  const cwd = emptyFolder();
  writeAll(cwd, files);
  if (isGit) {
    await git(cwd, 'init', '--quiet');
    await git(cwd, 'add', '--all');
  }
  if (later) {
    await git(cwd, 'commit', '--quiet', '--message', 'First');
    writeAll(cwd, later);
    await git(cwd, 'commit', '--quiet', '--all', '--message', 'Second');
  }
  const isDone = await killAt(cwd, args, point);
  const { code, stderr } = await run(args, { cwd });
  // What was done before the end of the run cannot be done again.
  const isFine = code === 0 || (code === 1 && /already exists/.test(stderr));
  expect({ point, said: isFine ? '' : stderr }).toEqual({ point, said: '' });
  const tree = treeOf(cwd);
  const left = Object.keys(tree).filter((each) => /(?:^|\/)\.create/.test(each));
  expect({ point, isRight: isRight(tree), left }).toEqual({ point, isRight: true, left: [] });
  return isDone;
}

describe.each(WHEN_KILLED)('killed right %s each change to the disk', (when) => {
  it.each(Object.keys(EDITS))(
    '%s is there once, and whole, after the next run',
    KILLING,
    async (name) => {
      const edit = EDITS[name] ?? expect.unreachable();
      let last = 0;
      for (const at of killedChanges(1 + (Object.keys(EDITS).indexOf(name) % 2))) {
        if (await isDoneAt(edit, `${at} ${when}`)) break;
        last = at;
      }
      expect(last).toBeGreaterThan(14);
    },
  );
});
