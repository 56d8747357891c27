// Preloaded into the program: somebody else is at a file while the program reads it as a document, for the n-th time.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { MEDDLE_FILE, MEDDLE_HOW, MEDDLE_TEXT = '', MEDDLE_AT = '1' } = process.env;
let count = 0;
let isRead = false;
let descriptor;

function meddle(how) {
  if (MEDDLE_HOW !== how) return;
  isRead = false;
  if (how === 'gone') fs.unlinkSync(MEDDLE_FILE);
  else fs.writeFileSync(MEDDLE_FILE, MEDDLE_TEXT);
}

function after(name, then) {
  const original = fs[name];
  fs[name] = Object.assign((...args) => {
    const result = original(...args);
    then(args, result);
    return result;
  }, original);
}

after('realpathSync', ([file]) => {
  if (file !== MEDDLE_FILE) return;
  count += 1;
  if (count !== Number(MEDDLE_AT)) return;
  isRead = true;
  meddle('gone');
});
after('openSync', ([file], result) => {
  if (!isRead || file !== MEDDLE_FILE) return;
  descriptor = result;
});
after('fstatSync', ([opened]) => {
  if (isRead && opened === descriptor) meddle('shorter');
});
after('closeSync', ([opened]) => {
  if (isRead && opened === descriptor) meddle('changed');
});
syncBuiltinESMExports();
