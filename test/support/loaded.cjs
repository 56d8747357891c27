// Preloaded into the program: writes the names of its files that were loaded, when it ends.
const fs = require('node:fs');
const path = require('node:path');

process.on('exit', () => {
  const files = Object.keys(require.cache).filter(
    (file) => file.endsWith('.cjs') && file !== __filename,
  );
  fs.writeFileSync(process.env.LOADED, files.map((file) => path.basename(file)).join('\n'));
});
