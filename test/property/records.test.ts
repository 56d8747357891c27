import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { self } from '../../src/lock/process-identity.ts';
import { recover } from '../../src/proposals/changes/recover.ts';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';
import { runs } from '../support/runs.ts';

const place = fc.oneof(
  fc.constantFrom('a', 'b', 'a/x', '.git/x', '../outside/x', '/etc/x', 'link/x', '', '.', '..'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

const step = fc.record(
  {
    kind: fc.constantFrom('temporary', 'move', 'text', 'link', 'file', 'directory', 'x'),
    place,
    from: place,
    before: fc.string(),
    after: fc.string(),
  },
  { requiredKeys: ['kind'] },
);

const record = fc.record(
  {
    pid: fc.constantFrom(2 ** 30, process.pid, 0, 'x'),
    host: fc.constantFrom(self().host, 'elsewhere', 7),
    boot: fc.constantFrom(self().boot, 'x'),
    start: fc.constant(''),
    nonce: fc.constantFrom('a-b-c', 'd-e-f'),
    root: fc.constantFrom('HERE', '/', '..', 7),
    steps: fc.oneof(fc.array(step, { maxLength: 4 }), fc.jsonValue()),
  },
  { requiredKeys: [] },
);

describe('any record of a change', () => {
  it('changes nothing outside of its folder, and never ends a run', () => {
    const parent = emptyFolder();
    const root = path.join(parent, 'inside');
    const said = fc.oneof(
      record.map((value) => JSON.stringify(value).replace('"HERE"', JSON.stringify(root))),
      fc.json(),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(said, fc.constantFrom('open', 'done'), fc.boolean(), (text, ending, force) => {
        // What the record before it has done to them is no part of this one.
        for (const each of ['inside', 'outside'])
          rmSync(path.join(parent, each), { recursive: true, force: true });
        writeAll(parent, { 'inside/a/x': 'x', 'inside/.git/x': 'x', 'outside/x': 'x' });
        const records = emptyFolder();
        writeFileSync(path.join(records, `change-a-b-c.${ending}`), text);
        recover({ root, places: [records], isInGit: false }, force);
        expect(treeOf(path.join(parent, 'outside'))).toEqual({ x: 'x' });
        expect(treeOf(path.join(root, '.git'))).toEqual({ x: 'x' });
      }),
      { numRuns: runs(300) },
    );
  });
});
