/**
 * Runs the files of dist/ with what V8 compiled in an earlier run, where Node keeps none by itself (before 22.1): a
 * quarter of a short run is compiling. For each of them one file is kept: the build that it is of, and what V8 made.
 */
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const dist = path.join(__dirname, '../dist');

/** @param directory of this user alone: what is read there is run unseen */
module.exports = function runCached(directory) {
  const build = readOrNothing(path.join(dist, 'build-id'));
  const fresh = new Map();
  const modules = new Map();
  const load = (name) => {
    const known = modules.get(name);
    if (known) return known.exports;
    const filename = path.join(dist, name);
    const code = fs.readFileSync(filename, 'utf8');
    const cachedData = keptFor(name, directory, build);
    const script = new vm.Script(
      `(function (exports, require, module, __filename, __dirname) {${code}\n})`,
      {
        filename,
        cachedData,
        importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      },
    );
    if (!cachedData || script.cachedDataRejected) fresh.set(name, script);
    const module = { exports: {} };
    modules.set(name, module);
    const required = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
    const run = script.runInThisContext();
    run.call(module.exports, module.exports, required, module, filename, dist);
    return module.exports;
  };
  process.once('exit', () => {
    if (build) for (const [name, script] of fresh) keep(name, script, { directory, build });
  });
  load('main.cjs');
};

/** Where what was compiled of a file is kept: for this V8 alone. */
function placeOf(name, directory) {
  return path.join(directory, `${process.versions.v8}-${process.arch}-${name}`);
}

function keptFor(name, directory, build) {
  const bytes = readOrNothing(placeOf(name, directory));
  const isOurs = build && bytes?.subarray(0, build.length).equals(build);
  return isOurs ? bytes.subarray(build.length) : undefined;
}

/** Writes down what was compiled, whole before it has its name; where that fails, it is compiled again next time. */
function keep(name, script, { directory, build }) {
  const place = placeOf(name, directory);
  const temporary = `${place}.${process.pid}`;
  try {
    const bytes = Buffer.concat([build, script.createCachedData()]);
    fs.writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600, flush: true });
    fs.renameSync(temporary, place);
  } catch {
    fs.rmSync(temporary, { force: true });
  }
}

function readOrNothing(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}
