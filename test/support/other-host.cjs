// Preloaded into the program: another computer, whose clock is an hour ahead, on the same files.
const os = require('node:os');
const { syncBuiltinESMExports } = require('node:module');

const HOUR = 3_600_000;
const now = Date.now;
Date.now = () => now() + HOUR;
os.hostname = () => 'another';
syncBuiltinESMExports();
