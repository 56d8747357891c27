// Preloaded into the program: kills it right before, or right after, the n-th change to the disk.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const [at, when] = (process.env.CRASH_AT ?? '0 before').split(' ');
let count = 0;
for (const name of [
  'mkdirSync',
  'openSync',
  'writeSync',
  'writeFileSync',
  'renameSync',
  'linkSync',
  'symlinkSync',
  'copyFileSync',
  'unlinkSync',
  'rmSync',
  'rmdirSync',
]) {
  const original = fs[name];
  fs[name] = (...args) => {
    const isChange = name !== 'openSync' || /[wa]/.test(String(args[1]));
    // What is printed is no change to the disk.
    if (!isChange || (name === 'writeSync' && args[0] <= 2)) return original(...args);
    // Some of these call others of these: each has its own place in the row.
    count += 1;
    const isHere = count === Number(at);
    if (isHere && when === 'before') process.kill(process.pid, 'SIGKILL');
    try {
      return original(...args);
    } finally {
      if (isHere && when === 'after') process.kill(process.pid, 'SIGKILL');
    }
  };
}
syncBuiltinESMExports();
