import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { emptyFolder } from './folder.ts';

/** A system call of the program itself on somebody's files; `when` counts those of that name from 1. */
export interface SystemCall {
  name: string;
  when: number;
  text: string;
}

const NAMES = [
  ...['openat', 'close', 'read', 'pread64', 'write', 'pwrite64', 'fsync', 'fdatasync', 'ftruncate'],
  ...['statx', 'stat', 'lstat', 'fstat', 'newfstatat', 'access', 'faccessat', 'faccessat2'],
  ...['getdents64', 'readlink', 'readlinkat', 'mkdir', 'mkdirat', 'rmdir', 'unlink', 'unlinkat'],
  ...['rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink', 'symlinkat'],
  ...['chmod', 'fchmod', 'fchmodat', 'utimensat', 'copy_file_range', 'sendfile'],
];

/** Whether system calls can be watched, and made to fail, here. */
export function canTrace(): boolean {
  if (process.platform !== 'linux') return false;
  return spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;
}

/** What stands before a command whose system calls are written down, and where. */
export function tracing(fault?: { call: SystemCall; code: string }): {
  words: string[];
  log: string;
} {
  const log = path.join(emptyFolder(), 'log');
  const traced = fault ? [fault.call.name] : NAMES;
  const words = ['strace', '-f', '-y', '-qq', '-s', '4096', '-o', log, '-e', `trace=${traced}`];
  if (!fault) return { words, log };
  const { call, code } = fault;
  // A pipe that could not be read, which is not meant, may leave a run waiting for ever.
  const limit = ['timeout', '--signal', 'KILL', '60'];
  return {
    words: [...limit, ...words, '-e', `inject=${call.name}:error=${code}:when=${call.when}`],
    log,
  };
}

/** The calls on files below some directories, as a log has them. */
export function callsIn(log: string, roots: readonly string[]): SystemCall[] {
  const counts = new Map<string, number>();
  return ownLines(log).flatMap(([name, text]) => {
    const when = (counts.get(name) ?? 0) + 1;
    counts.set(name, when);
    return isOn(text, roots) ? [{ name, when, text }] : [];
  });
}

/** Whether the call that was to fail was one on files below these directories. */
export function hasHit(log: string, roots: readonly string[]): boolean {
  return ownLines(log).some(([, text]) => text.includes('(INJECTED)') && isOn(text, roots));
}

/** Name and text of every call of the first thread of the first process. */
function ownLines(log: string): [name: string, text: string][] {
  const lines = readFileSync(log, 'utf8').split('\n');
  const first = /^\d+/.exec(lines[0] ?? '')?.[0] ?? '';
  return lines.flatMap((line): [string, string][] => {
    const [, thread, name] = /^(\d+) +([a-z]\w*)\(/.exec(line) ?? [];
    return thread === first && name !== undefined ? [[name, line]] : [];
  });
}

/** Where a command runs stands before every path that is not relative to anything. */
function isOn(text: string, roots: readonly string[]): boolean {
  const call = text.replace(/AT_FDCWD<[^>]*>/g, '');
  return roots.some((root) => call.includes(`<${root}`) || call.includes(`"${root}`));
}
