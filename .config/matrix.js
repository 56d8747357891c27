// Runs all tests under every Node that is supported, each fetched by npx, one after another.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './bundle.js';

const VERSIONS =
  process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['20.19', '22.12', '24', '26'];

const failed = VERSIONS.filter((version) => {
  console.log(`Node ${version}`);
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const call = ['--yes', `node@${version}`, vitest, 'run', '--config', '.config/vitest.config.js'];
  return (
    spawnSync('npx', call, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
      .status !== 0
  );
});
console.log(failed.length === 0 ? 'All have passed.' : `Failed with Node ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
