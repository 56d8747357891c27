import { hostname } from 'node:os';
import fs from 'fs-extra';
import { orUndefined } from '../or-undefined.ts';
import { isRunning, processId } from '../process.ts';

export interface Owner {
  pid: number;
  /** Where the pid means something: the computer, and on Linux the namespace, which containers have of their own. */
  host: string;
  boot: string;
  nonce: string;
  time: number;
}

/** Whether a process is surely gone; of another host's nobody here can know. */
export function isDead({ pid, host, boot }: Owner): boolean {
  const here = self();
  if (host !== here.host) return false;
  if (boot !== here.boot) return true;
  return !isRunning(pid);
}

let identity: Pick<Owner, 'pid' | 'host' | 'boot'> | undefined;

/** Which process this is. Only Linux names the boot and the namespace; a reused pid holds for ten minutes. */
export function self(): Pick<Owner, 'pid' | 'host' | 'boot'> {
  identity ??= { pid: processId(), host: `${namespace()}${hostname()}`, boot: bootId() };
  return identity;
}

function bootId(): string {
  return orUndefined(() => fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? '';
}

function namespace(): string {
  return orUndefined(() => fs.readlinkSync('/proc/self/ns/pid')) ?? '';
}
