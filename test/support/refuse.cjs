// Preloaded into the program: putting something in the place of a file of a certain name fails.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { REFUSE, REFUSE_FROM = '-new' } = process.env;
for (const name of ['renameSync', 'linkSync', 'copyFileSync', 'symlinkSync']) {
  const real = fs[name];
  fs[name] = (from, to, ...rest) => {
    // What a symbolic link says is no file.
    const isMeant = name === 'symlinkSync' || String(from).includes(REFUSE_FROM);
    if (String(to).endsWith(REFUSE) && isMeant) {
      throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    }
    return real(from, to, ...rest);
  };
}
syncBuiltinESMExports();
