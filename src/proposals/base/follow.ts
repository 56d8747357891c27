import { type FileEvent, fileHistory, renamesIn } from '../../git/history/file-history.ts';

/** How often it is looked for where a file was before it was moved here from elsewhere. */
const MOST_ROUNDS = 3;

/** The life of a file under all its names, the newest event first. */
export interface FileLife {
  events: readonly FileEvent[];
  /** Every name that it has had. */
  names: ReadonlySet<string>;
}

/**
 * The lives of files, renames followed; each is asked about at once with all others.
 * @param paths from the root of the work tree, with `/`
 * @param within directories that hold them, where there are many
 * @throws Failure when git does not say
 */
export async function livesOf(
  root: string,
  paths: readonly string[],
  within: readonly string[],
): Promise<Map<string, FileLife>> {
  const asked = new Set(within);
  const known = new Map<string, string>();
  let lives: Map<string, FileLife> = new Map();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const events = await fileHistory(root, [...asked]);
    lives = follow(events, paths, known);
    const before = asked.size;
    for (const [place, from] of await movedHere(root, lives)) {
      known.set(place, from);
      asked.add(from);
    }
    if (asked.size === before) break;
  }
  const lost = paths.filter((path) => !lives.get(path)?.events.some(isBirth));
  if (lost.length === 0) return lives;
  // What only a merge has brought is in the difference to the branch that it was merged into.
  const merged = await fileHistory(root, [...asked], 'merges');
  return new Map([...lives, ...follow(merged, lost, known)]);
}

/** Whether a file began with an event. */
export function isBirth({ kind }: FileEvent): boolean {
  return kind === 'added';
}

/** Where files that seem to have begun in a commit came from, by `<commit>:<path>`. */
async function movedHere(
  root: string,
  lives: ReadonlyMap<string, FileLife>,
): Promise<Map<string, string>> {
  const arrived = [...lives.values()].flatMap(({ events }) => events.filter(isBirth));
  const renames = await renamesIn(root, [...new Set(arrived.map(({ commit }) => commit))]);
  return new Map(
    arrived.flatMap(({ commit, path }) => {
      const place = `${commit}:${path}`;
      const from = renames.get(place);
      return from === undefined ? [] : [[place, from] as const];
    }),
  );
}

/** @param known where files came from that seem to have begun in a commit */
function follow(
  events: readonly FileEvent[],
  paths: readonly string[],
  known: ReadonlyMap<string, string>,
): Map<string, FileLife> {
  const lives = new Map(
    paths.map((path) => [path, { events: [] as FileEvent[], names: new Set([path]) }]),
  );
  /** Which files have a name at this point of time, going back. */
  const called = new Map(paths.map((path) => [path, path]));
  for (const event of events) {
    const file = called.get(event.path);
    const life = file === undefined ? undefined : lives.get(file);
    if (file === undefined || !life) continue;
    const from = event.from ?? known.get(`${event.commit}:${event.path}`);
    life.events.push(from === undefined ? event : { ...event, kind: 'renamed', from });
    if (from === undefined) continue;
    life.names.add(from);
    called.delete(event.path);
    called.set(from, file);
  }
  return lives;
}
