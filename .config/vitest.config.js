import { rmSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { CHANGED_LIBRARIES, standIns } from './stand-ins.js';
import { handlebarsTemplates } from './template-plugin.js';

/** What runs write down outside of the folders that they work in. */
const XDG_STATE_HOME = path.join(import.meta.dirname, '../node_modules/.state-of-tests');
// Runs that tests kill leave something there for folders that are gone.
rmSync(XDG_STATE_HOME, { recursive: true, force: true });

/** Those that take minutes begin first: at the end, they would run alone. */
class LongestFirst extends BaseSequencer {
  async sort(files) {
    const isLong = ({ moduleId }) => Number(/killed|faults|numbers-model/.test(moduleId));
    return (await super.sort(files)).toSorted((a, b) => isLong(b) - isLong(a));
  }
}

/** Unit tests run the sources with the libraries as the bundle has them; the others run the packed program. */
export default defineConfig({
  root: path.join(import.meta.dirname, '..'),
  plugins: [handlebarsTemplates(), standIns()],
  test: {
    env: { XDG_STATE_HOME },
    server: { deps: { inline: CHANGED_LIBRARIES } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Properties try hundreds of documents, and machines are shared.
          testTimeout: 30_000,
          include: ['test/{unit,property}/**/*.test.{ts,js}'],
          // One import of the sources for all files: what a module here remembers depends only on what it was given.
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'program',
          include: ['test/{end-to-end,terminal,faults}/**/*.test.ts'],
          globalSetup: ['test/support/package.ts'],
          testTimeout: 90_000,
          hookTimeout: 60_000,
          // Most of the time is spent waiting for other processes.
          maxWorkers: 3,
          sequence: { groupOrder: 1, sequencer: LongestFirst },
        },
      },
    ],
  },
});
