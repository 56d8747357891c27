import { processId } from '../process.ts';
import { type Remote, type RemoteProblem, remoteProblem } from './remote.ts';
import type { GitOutcome } from './run.ts';
import { type RemoteEnvironment, Scratch } from './scratch-repository.ts';

export interface Reservation {
  number: number;
  id: string;
  slug: string;
  holder: string;
  /** Directory that the number is for, from the root. */
  directory: string;
  /** Which clone it was held from; empty when it did not say. */
  clone: string;
  /** Seconds since the epoch. */
  since: number;
}

export type Claimant = Pick<Reservation, 'slug' | 'holder' | 'directory' | 'clone'>;

export type HoldResult = 'won' | 'taken' | RemoteProblem;

/** Seconds since the epoch, at the end of the year 9999. */
const LAST_DAY = 253_402_300_799;

const REF_PREFIX = 'refs/enhancements/';

export class Reservations {
  readonly #scratch: Scratch;
  /** What this run holds numbers with; made once, so that little time lies between a look and an attempt. */
  #commit: string | undefined;
  #last: Pick<Reservation, 'number' | 'id'> | undefined;

  constructor(
    root: string,
    private readonly remote: Remote,
    environment: RemoteEnvironment,
  ) {
    this.#scratch = new Scratch(root, remote.pushUrl, environment);
  }

  async open(): Promise<void> {
    await this.#scratch.open();
  }

  /** Counts what was waited for the remote elsewhere, in milliseconds. */
  count(waited: number): void {
    this.#scratch.count(waited);
  }

  close(): void {
    this.#scratch.close();
  }

  /** All numbers that are held, or why that is not known. */
  async list(): Promise<Reservation[] | RemoteProblem> {
    const fetched = await this.#fetch();
    if (fetched.code !== 0) return remoteProblem(fetched);
    const format = '%(refname)%00%(objectname)%00%(committerdate:unix)%00%(contents:subject)';
    const { stdout } = await this.#scratch.local([
      'for-each-ref',
      `--format=${format}`,
      REF_PREFIX,
    ]);
    return stdout.split('\n').filter(Boolean).flatMap(readReservation);
  }

  async hold(number: number, claimant: Claimant): Promise<HoldResult> {
    const ref = `${REF_PREFIX}${number}`;
    this.#commit ??= await this.#commitOf(claimant);
    const commit = this.#commit;
    const pushed = await this.#push([`--force-with-lease=${ref}:`], `${commit}:${ref}`);
    const status = statusOf(pushed, ref);
    if (status === '*') return this.#won(number, commit);
    if (/stale info|already exists|fetch first|non-fast-forward/.test(pushed.stdout)) {
      this.#scratch.renew();
      return 'taken';
    }
    // Without an answer, what became of it can only be read.
    const held = await this.list();
    if (typeof held !== 'string') {
      const found = held.find((each) => each.number === number);
      if (found) return found.id === commit ? this.#won(number, commit) : 'taken';
    }
    return remoteProblem(pushed);
  }

  #won(number: number, id: string): 'won' {
    this.#last = { number, id };
    return 'won';
  }

  async giveBack(): Promise<void> {
    if (this.#last) await this.release(this.#last);
  }

  async release({
    number,
    id,
  }: Pick<Reservation, 'number' | 'id'>): Promise<'released' | RemoteProblem> {
    const ref = `${REF_PREFIX}${number}`;
    const pushed = await this.#push([`--force-with-lease=${ref}:${id}`], `:${ref}`);
    return pushed.code === 0 ? 'released' : remoteProblem(pushed);
  }

  /** A commit with a nonce: the same object as another's would be "up to date", and two would hold the number. */
  async #commitOf(claimant: Claimant): Promise<string> {
    const nonce = `${processId()}-${Date.now()}-${Math.random()}`;
    const tree = (await this.#scratch.local(['mktree'])).stdout.trim();
    const message = JSON.stringify({ ...claimant, nonce });
    return (await this.#scratch.local(['commit-tree', tree], message)).stdout.trim();
  }

  #fetch(): Promise<GitOutcome> {
    return this.#scratch.remote([
      'fetch',
      '--quiet',
      '--prune',
      '--no-tags',
      '--no-recurse-submodules',
      this.remote.pushUrl,
      `+${REF_PREFIX}*:${REF_PREFIX}*`,
    ]);
  }

  #push(lease: readonly string[], refspec: string): Promise<GitOutcome> {
    return this.#scratch.remote([
      ...['push', '--porcelain', '--no-verify', '--no-follow-tags', '--no-recurse-submodules'],
      ...lease,
      this.remote.pushUrl,
      refspec,
    ]);
  }
}

function statusOf({ stdout }: GitOutcome, ref: string): string | undefined {
  return stdout.split('\n').find((line) => line.includes(`:${ref}\t`))?.[0];
}

function readReservation(line: string): Reservation[] {
  const [ref = '', id = '', since = '', subject = ''] = line.split('\0');
  const written = ref.slice(REF_PREFIX.length);
  // As they are made; whoever may write to the remote can make others.
  if (!/^[1-9]\d{0,8}$/.test(written)) return [];
  const said = claimantIn(Buffer.from(subject, 'latin1').toString('utf8'));
  return [{ number: Number(written), id, since: Math.min(Number(since), LAST_DAY), ...said }];
}

function claimantIn(text: string): Claimant {
  try {
    const said: Record<string, unknown> = JSON.parse(text);
    return {
      slug: String(said.slug ?? ''),
      holder: String(said.holder ?? ''),
      directory: String(said.directory ?? ''),
      clone: String(said.clone ?? ''),
    };
  } catch {
    return { slug: '', holder: '', directory: '', clone: '' };
  }
}
