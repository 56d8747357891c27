#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number);
const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

if (supported) {
  const { enableCompileCache } = require('node:module');
  if (enableCompileCache) enableCompileCache();
  require('../dist/main.cjs');
} else {
  process.stderr.write(
    `create-enhancement needs Node.js 20.19 or newer, or 22.12 or newer; this is ${process.versions.node}.\n` +
      'Install a supported version from your package manager and run the command again.\n',
  );
  process.exitCode = 2;
}
