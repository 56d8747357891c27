import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../environment.ts';
import { Cancelled, Failure } from '../failure.ts';
import { hasProcessGroups, holdSignals, killGroup, processVariables } from '../process.ts';
import { gitProgram } from './program.ts';
import { settingsOf } from './remote-settings.ts';
import type { GitOutcome } from './run.ts';
import { scratchDirectory } from './scratch-directory.ts';
import { FOREIGN_VARIABLES, IDENTITY, QUIET } from './scratch-variables.ts';

/** Milliseconds that may be waited for a remote, all in all; from then on every call fails. */
const LONGEST_ANSWER = 12_000;

/** What reaching a remote needs to know of the run. */
export type RemoteEnvironment = Pick<Environment, 'signal' | 'note' | 'waiting'>;

/**
 * A repository of its own, in a temporary directory, through which a remote is read and written: the user's
 * clone, its refs and its configuration are never touched.
 */
export class Scratch {
  #settings: Record<string, string> = {};
  #waited = 0;
  readonly #letGo = holdSignals();
  readonly #directory = scratchDirectory();

  /**
   * @param root where the user's clone lies; addresses of remotes are relative to it
   * @param url address of the remote
   */
  constructor(
    readonly root: string,
    readonly url: string,
    private readonly environment: RemoteEnvironment,
  ) {}

  async open(): Promise<void> {
    const { file, format, variables, ownCommands } = await settingsOf(this.root);
    for (const name of ownCommands)
      this.environment.note(
        `this repository’s settings include a command that git runs for the remote: ${name}`,
      );
    const settings = path.join(this.#directory, 'settings');
    writeFileSync(settings, file, { mode: 0o600 });
    // A file, since git hands no variables on to a remote that is a path.
    this.#settings = { ...variables, GIT_CONFIG_GLOBAL: settings };
    const init = ['init', '--quiet', '--bare', '--template=', `--object-format=${format}`];
    const made = await runInGroup(
      this.root,
      [...init, this.#directory],
      this.#options(LONGEST_ANSWER),
    );
    this.#refuseFailed(made);
  }

  renew(): void {
    this.#waited = 0;
  }

  /** Counts what was waited for the remote elsewhere, in milliseconds. */
  count(waited: number): void {
    this.#waited = Math.max(this.#waited, waited);
  }

  close(): void {
    rmSync(this.#directory, { recursive: true, force: true });
    void this.#letGo();
  }

  /**
   * Runs git in the scratch repository.
   * @throws Failure when git fails: what was not read is not absent
   * @throws Cancelled when the user stops it
   */
  async local(args: readonly string[], input?: string): Promise<GitOutcome> {
    const options = { ...this.#options(LONGEST_ANSWER), input };
    const outcome = await this.#run(this.#directory, args, options);
    this.#refuseFailed(outcome);
    return outcome;
  }

  /**
   * Runs git with the remote, with what the clone is told about remotes.
   * @throws Cancelled when the user stops it
   */
  async remote(args: readonly string[]): Promise<GitOutcome> {
    const started = Date.now();
    const left = LONGEST_ANSWER - this.#waited;
    if (left <= 0) return { code: undefined, stdout: '', stderr: '', timedOut: true };
    try {
      const run = () => this.#run(this.root, args, this.#options(left));
      return await this.environment.waiting('Waiting for the remote', run);
    } finally {
      this.#waited += Date.now() - started;
    }
  }

  async #run(cwd: string, args: readonly string[], options: GroupOptions): Promise<GitOutcome> {
    const outcome = await runInGroup(cwd, ['--git-dir', this.#directory, ...args], options);
    if (this.environment.signal.aborted) throw new Cancelled();
    return outcome;
  }

  #refuseFailed({ code, stderr }: GitOutcome): void {
    if (this.environment.signal.aborted) throw new Cancelled();
    if (code === 0) return;
    throw Failure.usage('environment', `git failed in a temporary repository: ${stderr.trim()}`, {
      hint: 'Check the free space in the temporary directory (TMPDIR), then run the command again',
    });
  }

  #options(timeout: number): GroupOptions {
    return { signal: this.environment.signal, variables: this.#settings, timeout };
  }
}

interface GroupOptions {
  signal: AbortSignal;
  input?: string | undefined;
  variables: Readonly<Record<string, string>>;
  /** Milliseconds. */
  timeout: number;
}

/**
 * Runs git in a process group of its own, which is stopped as a whole: what git has started for the remote
 * would otherwise go on, and keep what waits for its output waiting.
 */
function runInGroup(
  cwd: string,
  args: readonly string[],
  { signal, input, variables, timeout }: GroupOptions,
): Promise<GitOutcome> {
  const kept = Object.entries(processVariables()).filter(
    ([name]) => !FOREIGN_VARIABLES.includes(name),
  );
  const env = { ...Object.fromEntries(kept), ...QUIET, ...IDENTITY, ...variables };
  const child = spawn(
    gitProgram(),
    ['-c', 'core.askPass=', '-c', 'credential.interactive=never', ...args],
    {
      cwd,
      env,
      detached: hasProcessGroups(),
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const chunks: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
  child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  return new Promise((resolve) => {
    const finish = (code: number | undefined, timedOut: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      const [stdout, stderr] = [chunks.stdout, chunks.stderr].map((all) =>
        Buffer.concat(all).toString('latin1'),
      );
      resolve({ code, stdout: stdout ?? '', stderr: stderr ?? '', timedOut });
    };
    const stop = () => {
      try {
        if (child.pid !== undefined && hasProcessGroups()) killGroup(child.pid);
        else child.kill('SIGKILL');
      } catch {
        // It has just ended by itself.
      }
      for (const stream of [child.stdout, child.stderr, child.stdin]) stream.destroy();
      finish(undefined, true);
    };
    const timer = setTimeout(stop, timeout);
    signal.addEventListener('abort', stop);
    child.on('error', () => finish(undefined, false));
    child.on('close', (code) => finish(code ?? undefined, false));
  });
}
