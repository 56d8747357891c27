// Preloaded into the program: renaming something over a file of a certain name fails.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { renameSync } = fs;
fs.renameSync = (from, to) => {
  if (String(to).endsWith(process.env.REFUSE) && String(from).includes('-new-')) {
    throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  }
  return renameSync(from, to);
};
syncBuiltinESMExports();
