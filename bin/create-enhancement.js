#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number);
const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

if (supported) {
  const { enableCompileCache } = require('node:module');
  const cache = ownCache();
  if (cache && !enableCompileCache) require('./code-cache.js')(cache);
  else {
    if (cache) enableCompileCache(cache);
    require('../dist/main.cjs');
  }
} else {
  process.stderr.write(
    `create-enhancement needs Node.js 20.19 or newer, or 22.12 or newer; this is ${process.versions.node}.\n` +
      'Install a supported version from your package manager and run the command again.\n',
  );
  process.exitCode = 2;
}

/** A directory of the user's own for compiled code, which is run unseen: where others could write, there is none. */
function ownCache() {
  const fs = require('node:fs');
  const path = require('node:path');
  const home = require('node:os').homedir();
  const { XDG_CACHE_HOME, LOCALAPPDATA, NODE_COMPILE_CACHE } = process.env;
  if (NODE_COMPILE_CACHE) return undefined;
  const usual = {
    win32: LOCALAPPDATA || path.join(home, 'AppData/Local'),
    darwin: path.join(home, 'Library/Caches'),
  };
  const isSet = XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME);
  const base = isSet ? XDG_CACHE_HOME : usual[process.platform] || path.join(home, '.cache');
  const directory = path.join(base, 'create-enhancement');
  try {
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    const stat = fs.lstatSync(directory);
    const isPrivate =
      process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o077) === 0);
    return stat.isDirectory() && isPrivate ? directory : undefined;
  } catch {
    return undefined;
  }
}
