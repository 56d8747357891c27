// Preloaded into the program: writes down which directory compiled code would be kept in.
const fs = require('node:fs');

require('node:module').enableCompileCache = (directory) => {
  fs.writeFileSync(process.env.ASKED, String(directory));
};
