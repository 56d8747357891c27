import path from 'node:path';
import type { RenumberCall } from '../../cli/parse.ts';
import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import { defaultBranch, type Standing, standingOf } from '../../git/standing.ts';
import { type FoundProposal, proposalsCalled } from '../../workspace/find-proposal.ts';
import { shownPath } from '../../workspace/location.ts';
import { entryOf } from './entry.ts';
import { type Moving, planMove } from './plan.ts';

/** The proposal that is to move. */
interface Chosen {
  found: FoundProposal;
  /** Why this one of several. */
  because?: string;
}

/** One of several that have the number. */
interface Contender {
  found: FoundProposal;
  /** Its directory or file, as the user knows it. */
  shown: string;
  number: string;
  standing: Standing | undefined;
}

/** Where proposals are, and who decides. */
type Surroundings = Omit<Moving, 'found'> & { environment: Environment };

/**
 * The proposal that a call means. Of several with one number, the one that is not on the default branch has to
 * move: nobody else knows it yet. Where all are there, the later one should; the user is asked.
 *
 * @throws Failure when there is none, or several and nobody can be asked
 */
export async function proposalToMove(
  call: RenumberCall,
  surroundings: Surroundings,
): Promise<Chosen> {
  const { around, home, environment } = surroundings;
  const where = { cwd: around.cwd, ...home };
  const [first, ...others] = proposalsCalled(call.proposal, where, 'renumber');
  if (others.length === 0) return { found: first };
  const branch = around.repository ? await defaultBranch(around.repository) : undefined;
  const contenders = await Promise.all(
    [first, ...others].map((found) => contenderOf(found, branch, surroundings)),
  );
  const numbers = new Set(contenders.map(({ number }) => number));
  const linesOf = (all: readonly Contender[]) =>
    Promise.all(
      all.map(async (each): Promise<[string, string]> => {
        const pointers = await pointersAt(each, call, surroundings);
        return [each.shown, said(each, pointers, branch)];
      }),
    );
  if (numbers.size > 1) throw several(call, await linesOf(contenders));
  const fresh = contenders.filter(({ standing }) => standing?.isOnDefault === false);
  const [only] = fresh;
  if (only && fresh.length === 1) {
    const settled = contenders.filter((each) => each !== only).map(({ shown }) => shown);
    return { found: only.found, because: `${settled.join(', ')} is on ${branch}, this is not` };
  }
  const ordered = contenders.toSorted((a, b) => sinceOf(b) - sinceOf(a));
  const [last, before] = ordered;
  const later = last && before && sinceOf(last) > sinceOf(before) ? last : undefined;
  if (later && call.yes) return { found: later.found, because: 'the later one' };
  const lines = await linesOf(ordered);
  if (call.yes || !environment.interactive) throw several(call, lines, later);
  const { askWhich } = await import('../ask-once.ts');
  const picked = await askWhich(
    `Which of these gets another number instead of ${call.proposal}?`,
    new Map(lines),
    environment,
  );
  return { found: ordered.find(({ shown }) => shown === picked)?.found ?? first };
}

async function contenderOf(
  found: FoundProposal,
  branch: string | undefined,
  { around, home }: Surroundings,
): Promise<Contender> {
  const { repository, cwd, root } = around;
  const { directory, name, number } = entryOf(found, { cwd, ...home });
  const entry = path.join(directory, name);
  return {
    found,
    shown: shownPath(cwd, entry),
    number,
    standing:
      repository && branch !== undefined
        ? await standingOf(repository, branch, shownPath(root, entry))
        : undefined,
  };
}

/** What is not committed yet came last; where nothing is known, all came at once. */
function sinceOf({ standing }: Contender): number {
  if (!standing) return 0;
  return standing.since ?? Number.MAX_SAFE_INTEGER;
}

/** How many places elsewhere point at a proposal: the whole repository is read for it, and so only to be shown. */
async function pointersAt(
  { found, shown }: Contender,
  call: RenumberCall,
  { around, home }: Surroundings,
): Promise<number> {
  const { result } = await planMove(call, { around, home, found });
  const isElsewhere = (each: { path: string }) =>
    each.path !== shown && !each.path.startsWith(`${shown}/`);
  return [...result.edits, ...result.links].filter(isElsewhere).length;
}

function said({ standing }: Contender, pointers: number, branch: string | undefined): string {
  const day = standing?.since && new Date(standing.since * 1000).toISOString().slice(0, 10);
  const since = day ? `since ${day}` : 'not committed';
  const where = standing?.isOnDefault ? `on ${branch} ` : '';
  const links = `${pointers} ${pointers === 1 ? 'place points' : 'places point'} at it`;
  return standing ? `${where}${since}, ${links}` : links;
}

function several(
  call: RenumberCall,
  lines: readonly (readonly [string, string])[],
  later?: Contender,
): Failure {
  const list = lines.map(([shown, text]) => `  ${shown}  (${text})`).join('\n');
  const number = call.number === undefined ? '' : ` ${call.number}`;
  return Failure.usage('usage', `Several proposals are "${call.proposal}":\n${list}`, {
    hint: later
      ? `The later one should move: create-enhancement renumber ${later.shown}${number}, or pass --yes`
      : `Name the one that moves by its path: create-enhancement renumber <path>${number}`,
  });
}
