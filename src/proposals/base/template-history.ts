import type { FileEvent } from '../../git/history/file-history.ts';
import { blobsNamed, blobTexts } from '../../git/history/objects.ts';
import { compareInstants } from '../../instant.ts';
import { isBirth, livesOf } from './follow.ts';

/** A text that a template had, and the commit that brought it. */
export interface Revision {
  commit: string;
  date: string;
  blob: string;
}

/** What a template was over time, and which text each proposal was made from. */
export interface TemplateHistory {
  revisions: readonly Revision[];
  texts: ReadonlyMap<string, string>;
  /** By path; those that are in no commit are left out. */
  inForce: ReadonlyMap<string, InForce>;
  /** When each came, by path. */
  born: ReadonlyMap<string, string>;
  /** What each proposal was earlier, by path: the blobs of its commits, the newest first. */
  past: ReadonlyMap<string, readonly string[]>;
}

interface TemplateHistoryOptions {
  /** Its path from the root of the work tree, with `/`. */
  template: string;
  proposals: readonly string[];
  /** The directories that hold the proposals. */
  within: readonly string[];
}

interface InForce {
  revision: Revision;
  /** Whether the template is younger than the proposal: then it is the first one. */
  isLater: boolean;
}

/** Texts that are read at most: the newest, and those that proposals were made from. */
const MOST_TEXTS = 200;

/** Earlier texts of a proposal that are read at most, the newest. */
const MOST_PAST = 30;

/**
 * The history of a template and of proposals, by a fixed number of questions to git.
 * @returns undefined when git knows no template there
 * @throws Failure when git does not say
 */
export async function templateHistory(
  root: string,
  { template, proposals, within }: TemplateHistoryOptions,
): Promise<TemplateHistory | undefined> {
  const lives = await livesOf(root, [template, ...proposals], [template, ...within]);
  const own = lives.get(template);
  const revisions = own ? revisionsOf(own.events) : [];
  if (!own || revisions.length === 0) return undefined;
  const births = proposals.flatMap((path) => {
    const birth = lives.get(path)?.events.find(isBirth);
    return birth ? [{ path, birth }] : [];
  });
  const names = [...own.names];
  const asked = births.flatMap(({ birth }) => names.map((name) => `${birth.commit}:${name}`));
  const blobs = await blobsNamed(root, asked);
  const inForce = new Map(
    births.map(({ path, birth }, at) => {
      const [blob] = blobs
        .slice(at * names.length, (at + 1) * names.length)
        .flatMap((each) => each ?? []);
      return [path, revisionAt(revisions, birth, blob)];
    }),
  );
  const present = revisions.at(-1);
  // What was made from the template of today has nothing to tell.
  const past = new Map(
    births
      .filter(({ path }) => inForce.get(path)?.revision !== present)
      .map(({ path }) => [path, blobsOf(lives.get(path)?.events ?? [])]),
  );
  const wanted = new Set([
    ...[...inForce.values()].map(({ revision }) => revision.blob),
    ...revisions.slice(-MOST_TEXTS).map(({ blob }) => blob),
  ]);
  const texts = await blobTexts(root, [...wanted]);
  const born = new Map(births.map(({ path, birth }) => [path, birth.date]));
  return { revisions, inForce, born, past, texts };
}

/**
 * What proposals were earlier: the texts in their commits, the newest first. Those that were made from the template of
 * today are left out.
 * @throws Failure when git does not say
 */
export async function pastTexts(
  root: string,
  { past }: TemplateHistory,
  paths: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const blobs = new Map(paths.map((path) => [path, past.get(path) ?? []]));
  const texts = await blobTexts(root, [...new Set([...blobs.values()].flat())]);
  return new Map(
    [...blobs].map(([path, each]) => [path, each.flatMap((blob) => texts.get(blob) ?? [])]),
  );
}

function blobsOf(events: readonly FileEvent[]): string[] {
  const there = events.filter(({ kind }) => kind !== 'removed').map(({ blob }) => blob);
  return [...new Set(there)].slice(0, MOST_PAST);
}

function revisionsOf(events: readonly FileEvent[]): Revision[] {
  const revisions: Revision[] = [];
  for (const { commit, date, blob, kind } of events.toReversed()) {
    const isSame = revisions.at(-1)?.blob === blob;
    if (kind !== 'removed' && !isSame) revisions.push({ commit, date, blob });
  }
  return revisions;
}

function revisionAt(
  revisions: readonly Revision[],
  { commit, date }: FileEvent,
  blob: string | undefined,
): InForce {
  const there = revisions.filter((each) => each.blob === blob);
  const before = (some: readonly Revision[]) =>
    some.findLast((each) => compareInstants(each.date, date) <= 0);
  if (blob !== undefined && there.length === 0) {
    // A merge brought it: the commit itself says what it was.
    return { revision: { commit, date, blob }, isLater: false };
  }
  const found = there.length > 0 ? (before(there) ?? there[0]) : before(revisions);
  const [first] = revisions;
  const revision = found ?? first ?? { commit, date, blob: '' };
  return { revision, isLater: found === undefined };
}
