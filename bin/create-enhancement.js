#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number);
const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

if (supported) {
  // An import of node:module or node:process takes a millisecond or more; asking for it does not.
  const { enableCompileCache } = process.getBuiltinModule('node:module');
  if (enableCompileCache) enableCompileCache();
  import('../dist/main.js');
} else {
  process.stderr.write(
    `create-enhancement needs Node.js 20.19 or newer, or 22.12 or newer; this is ${process.versions.node}.\n` +
      'Install a supported version from your package manager and run the command again.\n',
  );
  process.exitCode = 2;
}
