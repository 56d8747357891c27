import { hostname } from 'node:os';
import fs from 'fs-extra';
import { orUndefined } from '../or-undefined.ts';
import { isRunning, processId } from '../process.ts';

export interface Owner {
  pid: number;
  /** Where the pid means something: the computer, and on Linux the namespace, which containers have of their own. */
  host: string;
  boot: string;
  /** When the process began, on a clock of its host; empty where only the pid is known. */
  start: string;
  /** Unique among the runs that share a directory. */
  nonce: string;
}

/** Whether a process lives; `elsewhere` is where nobody here can know. */
export type Life = 'living' | 'dead' | 'elsewhere';

/** Whether the process that something belongs to lives. The one answer to that question. */
export function lifeOf({ pid, host, boot, start }: Owner): Life {
  const here = self();
  if (host !== here.host) return 'elsewhere';
  if (boot !== here.boot || !isRunning(pid)) return 'dead';
  const now = startOf(pid);
  // A number that another process has by now.
  return now !== '' && start !== '' && now !== start ? 'dead' : 'living';
}

let identity: Omit<Owner, 'nonce'> | undefined;

/** Which process this is. Only Linux names the boot, the namespace and the start of a process. */
export function self(): Omit<Owner, 'nonce'> {
  identity ??= {
    pid: processId(),
    host: `${namespace()}${hostname()}`,
    boot: bootId(),
    start: startOf(processId()),
  };
  return identity;
}

/** This process as the owner of something new. */
export function newOwner(): Owner {
  // Loading node:crypto for it would take four milliseconds.
  const parts = [processId(), Date.now(), Math.floor(Math.random() * Number.MAX_SAFE_INTEGER)];
  return { ...self(), nonce: parts.map((part) => part.toString(36)).join('-') };
}

/** The nonces that this program makes. */
export const NONCE = '[0-9a-z]+-[0-9a-z]+-[0-9a-z]+';

const IS_NONCE = new RegExp(`^${NONCE}$`);

/** An owner as it was written down; undefined for what no run can have written. */
export function ownerIn(value: unknown): Owner | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { pid, host, boot, start, nonce } = { ...EMPTY, ...value };
  const isProcess = Number.isSafeInteger(pid) && Number(pid) > 0;
  const texts = [host, boot, start, nonce].map((each) => (typeof each === 'string' ? each : null));
  const [atHost, atBoot, atStart, own] = texts;
  if (!isProcess || !atHost || atBoot == null || atStart == null || !own) return undefined;
  if (!IS_NONCE.test(own)) return undefined;
  return { pid: Number(pid), host: atHost, boot: atBoot, start: atStart, nonce: own };
}

const EMPTY: Record<keyof Owner, unknown> = { pid: 0, host: '', boot: '', start: '', nonce: '' };

function bootId(): string {
  return orUndefined(() => fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? '';
}

function namespace(): string {
  return orUndefined(() => fs.readlinkSync('/proc/self/ns/pid')) ?? '';
}

/** When a process began, in ticks since the boot (proc_pid_stat(5), field 22; the name before may hold anything). */
function startOf(pid: number): string {
  const stat = orUndefined(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? '';
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
