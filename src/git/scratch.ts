import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Cancelled } from '../failure.ts';
import { type GitOutcome, runGit } from './run.ts';

/** Milliseconds that a remote may take to answer, all in all. */
const LONGEST = 12_000;

/** Nothing that is asked of a remote may ask a person, or hang. */
const QUIET: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  SSH_ASKPASS: '',
  SSH_ASKPASS_REQUIRE: 'never',
  GCM_INTERACTIVE: 'never',
  GIT_HTTP_LOW_SPEED_LIMIT: '1000',
  GIT_HTTP_LOW_SPEED_TIME: '10',
};

/** Who writes the commits of reservations; they are never shown as anybody's work. */
const IDENTITY: Readonly<Record<string, string>> = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((role) => [
    [`GIT_${role}_NAME`, 'create-enhancement'],
    [`GIT_${role}_EMAIL`, 'create-enhancement@localhost'],
  ]),
);

/**
 * A repository of its own, in a temporary directory, through which a remote is read and written: the user's
 * clone, its refs and its configuration are never touched.
 */
export class Scratch {
  #settings: Record<string, string> = {};
  readonly #directory = mkdtempSync(path.join(tmpdir(), 'create-enhancement-'));

  /**
   * @param root where the user's clone lies; addresses of remotes are relative to it
   * @param url address of the remote
   */
  constructor(
    readonly root: string,
    readonly url: string,
    private readonly signal: AbortSignal,
  ) {}

  async open(): Promise<void> {
    await runGit(this.root, ['init', '--quiet', '--bare', this.#directory], {
      variables: { GIT_TEMPLATE_DIR: '' },
    });
    this.#settings = await settingsOf(this.root);
  }

  close(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /**
   * Runs git in the scratch repository.
   *
   * @throws Cancelled when the user stops it
   */
  local(args: readonly string[], input?: string): Promise<GitOutcome> {
    return this.#run(this.#directory, args, input);
  }

  /**
   * Runs git with the remote, within {@link LONGEST}, with what the clone is told about remotes.
   *
   * @throws Cancelled when the user stops it
   */
  remote(args: readonly string[]): Promise<GitOutcome> {
    return this.#run(this.root, args);
  }

  async #run(cwd: string, args: readonly string[], input?: string): Promise<GitOutcome> {
    const { signal } = this;
    const outcome = await runInGroup(cwd, ['--git-dir', this.#directory, ...args], {
      signal,
      input,
      variables: this.#settings,
    });
    if (signal.aborted) throw new Cancelled();
    return outcome;
  }
}

/** What a clone's own configuration says about reaching remotes: proxies, helpers, headers, other addresses. */
async function settingsOf(root: string): Promise<Record<string, string>> {
  const [local, ssh] = await Promise.all([
    runGit(root, [
      'config',
      '--local',
      '-z',
      '--get-regexp',
      '^(http|credential|url|core\\.sshcommand)',
    ]),
    runGit(root, ['config', 'core.sshCommand']),
  ]);
  const pairs = local.stdout
    .split('\0')
    .filter(Boolean)
    .map((entry) => entry.split(/\n(.*)/s));
  const named = pairs.flatMap(([key = '', value = ''], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  const isOwn = ssh.code === 0 || process.env.GIT_SSH_COMMAND || process.env.GIT_SSH;
  return {
    ...(pairs.length > 0 && {
      GIT_CONFIG_COUNT: String(pairs.length),
      ...Object.fromEntries(named),
    }),
    ...(!isOwn && { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=10' }),
  };
}

interface GroupOptions {
  signal: AbortSignal;
  input?: string | undefined;
  variables: Readonly<Record<string, string>>;
}

/**
 * Runs git in a process group of its own, which is stopped as a whole: what git has started for the remote
 * would otherwise go on, and keep what waits for its output waiting.
 */
function runInGroup(
  cwd: string,
  args: readonly string[],
  { signal, input, variables }: GroupOptions,
): Promise<GitOutcome> {
  const env = { ...process.env, ...QUIET, ...IDENTITY, ...variables };
  const child = spawn(
    'git',
    ['-c', 'core.askPass=', '-c', 'credential.interactive=never', ...args],
    {
      cwd,
      env,
      detached: process.platform !== 'win32',
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
        if (child.pid !== undefined && process.platform !== 'win32')
          process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        // It has just ended by itself.
      }
      for (const stream of [child.stdout, child.stderr, child.stdin]) stream.destroy();
      finish(undefined, true);
    };
    const timer = setTimeout(stop, LONGEST);
    signal.addEventListener('abort', stop);
    child.on('error', () => finish(undefined, false));
    child.on('close', (code) => finish(code ?? undefined, false));
  });
}
