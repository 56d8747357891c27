// Preloaded into the program: the n-th call that touches the user's files, or runs git, fails with a code.
// Without a number, the calls are counted, and their number is written when the process ends.
const fs = require('node:fs');
const childProcess = require('node:child_process');
const path = require('node:path');
const { syncBuiltinESMExports } = require('node:module');

const { FAULT_AT, FAULT_CODE = 'EIO', FAULT_ROOTS = '', FAULT_COUNT } = process.env;
const roots = FAULT_ROOTS.split(path.delimiter);
const descriptors = new Map();
const calls = [];
const write = fs.writeFileSync;

const isUsers = (target) =>
  typeof target === 'number'
    ? descriptors.has(target)
    : roots.some((root) => root !== '' && path.resolve(String(target)).startsWith(root));

/** Whether this call is the one that fails. */
function isMeant(name, target, other) {
  const from = typeof target === 'number' ? descriptors.get(target) : target;
  calls.push([name, from, ...(typeof other === 'string' ? [other] : [])].join(' '));
  return calls.length === Number(FAULT_AT);
}

function failure(name, target) {
  const error = new Error(`${FAULT_CODE}: made to fail, ${name} '${target}'`);
  return Object.assign(error, { code: FAULT_CODE, syscall: name, path: String(target) });
}

for (const name of Object.keys(fs)) {
  if (
    !/^(?:open|read|readFile|readdir|readlink|write|writeFile|fsync|fstat|stat|lstat|realpath|mkdir|rmdir|rename|link|symlink|unlink|chmod|fchmod|copyFile|access|rm)Sync$/.test(
      name,
    )
  )
    continue;
  const real = fs[name];
  fs[name] = (...args) => {
    // A link is made at its second path.
    const target = name === 'symlinkSync' ? args[1] : args[0];
    if (isUsers(target) && isMeant(name, target, args[1])) throw failure(name, target);
    const result = real(...args);
    if (name === 'openSync' && isUsers(args[0])) descriptors.set(result, String(args[0]));
    return result;
  };
  Object.assign(fs[name], real);
}

const execFile = childProcess.execFile;
childProcess.execFile = (file, args, options, callback) => {
  if (!isMeant('git', args.join(' '))) return execFile(file, args, options, callback);
  return execFile(file, ['--no-such-option'], options, callback);
};
syncBuiltinESMExports();

process.on('exit', () => {
  if (FAULT_COUNT) write(FAULT_COUNT, JSON.stringify(calls));
});
