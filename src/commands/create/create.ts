import { type Answers, parseAnswers } from '../../answers/answers.ts';
import { missingAnswers, unanswered, withoutDefault } from '../../answers/missing.ts';
import { QUESTIONS } from '../../answers/questions.ts';
import type { CreateCall } from '../../cli/parse.ts';
import type { Convention } from '../../convention/convention.ts';
import { nextNumber } from '../../convention/numbers.ts';
import { sectionId } from '../../document/markdown/marker.ts';
import type { Environment } from '../../environment.ts';
import type { BranchGap } from '../../git/branches.ts';
import type { AnswerBreakout } from '../../template/render.ts';
import type { BranchEntry } from '../../workspace/location.ts';
import { type Adoption, adoptionOf } from './adopted-convention.ts';
import { type Plan, type Setting, slugFor } from './plan.ts';
import { needsOf, prepareSetting } from './prepare.ts';
import { repeatCommand } from './repeat-command.ts';
import { fitOwnValues, missingOwnValues } from './template-variables.ts';
import { type Written, writeProposal } from './write.ts';

/** What `--json` prints: the contract with other programs. */
interface CreateResult {
  command: 'create';
  dryRun: boolean;
  /** `null` where proposals have none. */
  number: number | null;
  title: string;
  slug: string;
  /** The main document; like all paths relative to where the program runs, with `/`. */
  path: string;
  /** The content is there in a dry run only. */
  files: { path: string; content?: string }[];
  template: string;
  convention: Convention;
  /** What was found in the repository; absent where there was nothing to find. */
  adopted?: Adoption;
  sections: { kept: string[]; removed: string[] };
}

/** A creation, with what a person is told beside the result. */
export interface Creation {
  result: CreateResult;
  /** Words of the command that would repeat this run without questions. */
  repeat: string[];
  /** Whether it gets its number later. */
  isDraft: boolean;
  /** Where answers changed the outline. */
  breakouts: AnswerBreakout[];
  /** Names of others that got the same number meanwhile. */
  rivals: string[];
  /** Whether there is a repository that git says nothing about. */
  isGitSilent: boolean;
  /** Those on other branches that the number had to pass. */
  met: BranchEntry[];
  /** Why some of what branches have may not have been seen. */
  gaps: readonly BranchGap[];
  /** How much of the remote was read. */
  seen: Written['seen'];
}

/**
 * Creates a proposal: gathers the answers, plans, and writes last.
 *
 * @throws Failure when the call or an answer is unusable, or nothing can be written
 * @throws Cancelled when the user stops it; the tree is then as it was
 */
export async function create(said: CreateCall, environment: Environment): Promise<Creation> {
  const given = await givenAnswers(said, environment);
  const asks = !said.yes && environment.interactive;
  const wish = {
    ...said,
    isDraft: said.draft,
    ...(given.area !== undefined && { area: given.area }),
  };
  const setting = await prepareSetting(wish, environment, asks);
  const { chosen, template } = setting;
  const call = chosen === undefined ? said : { ...said, directory: chosen };
  const fitted = fitOwnValues(given, template.own, template.source);
  const answers = asks
    ? await ask(fitted, setting, call, environment)
    : complete(fitted, setting, call.yes);
  const written = await writeProposal(call, setting, answers, environment).catch(
    async (error: unknown) => {
      if (!asks) throw error;
      const { writeOtherwise } = await import('./guide/without-remote.ts');
      return writeOtherwise(error, answers, { call, setting, environment });
    },
  );
  const { plan, rivals } = written;
  return {
    result: resultOf(plan, written.setting, call.dryRun),
    repeat: [...repeatCommand(answers, written.call), '--yes'],
    isDraft: written.call.draft,
    breakouts: plan.rendering.breakouts,
    rivals,
    isGitSilent: setting.home.location.isGitSilent,
    met: answers.number === undefined ? metOnBranches(written.setting, plan.number) : [],
    // The remote itself knows what this clone may have missed of it.
    gaps: written.seen ? [] : setting.home.location.gaps,
    seen: written.seen,
  };
}

/** The entries on other branches without which the number would be a lower one. */
function metOnBranches({ home, taken }: Setting, number: number | undefined): BranchEntry[] {
  const { onBranches } = home.location;
  const isOnBranch = new Set<unknown>(onBranches);
  const here = taken.filter((entry) => !isOnBranch.has(entry));
  const otherwise = nextNumber(here.flatMap((entry) => entry.number ?? []));
  return onBranches.filter(
    (entry) => (entry.number ?? 0) >= otherwise && (entry.number ?? 0) < (number ?? 0),
  );
}

/** Answers from the file and the flags; a flag wins. */
async function givenAnswers(call: CreateCall, environment: Environment): Promise<Answers> {
  const flags = parseAnswers(call.answers, ([key, index]) => {
    const flag = QUESTIONS.find((question) => question.key === key)?.flag ?? String(key);
    return typeof index === 'string' ? `${flag} ${index}` : flag;
  });
  if (call.from === undefined) return flags;
  const { readAnswers } = await import('../read-answers.ts');
  const file = await readAnswers(call.from, environment);
  const sections = { ...byId(file.sections), ...byId(flags.sections) };
  const values = { ...file.values, ...flags.values };
  return {
    ...file,
    ...flags,
    ...(Object.keys(sections).length > 0 && { sections }),
    ...(Object.keys(values).length > 0 && { values }),
  };
}

/** Texts by section id, so that a title and an id for the same section are one. */
function byId(texts: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [sectionId(name), text]));
}

async function ask(
  given: Answers,
  setting: Setting,
  call: CreateCall,
  environment: Environment,
): Promise<Answers> {
  const { guide } = await import('./guide/guide.ts');
  return guide(given, { setting, call, environment });
}

function complete(answers: Answers, setting: Setting, takesDefaults: boolean): Answers {
  const needs = needsOf(setting, !takesDefaults);
  const all = unanswered(answers, needs);
  const missing = takesDefaults ? withoutDefault(all) : all;
  if (answers.title !== undefined && slugFor(answers) === undefined) missing.push('slug');
  if (missing.length > 0) throw missingAnswers(missing, missingOwnValues(answers, needs.own));
  return answers;
}

function resultOf(plan: Plan, setting: Setting, dryRun: boolean): CreateResult {
  const { number, title, slug, rendering, companions } = plan;
  const { kept, removed } = rendering.selection;
  const files = [{ path: plan.path, content: rendering.document }, ...companions];
  const adopted = adoptionOf(setting);
  return {
    command: 'create',
    dryRun,
    number: number ?? null,
    title,
    slug,
    path: plan.path,
    files: files.map(({ path, content }) => ({
      path,
      ...(dryRun && { content: content.toString() }),
    })),
    template: setting.template.source,
    convention: setting.home.convention,
    ...(adopted && { adopted }),
    sections: { kept, removed },
  };
}
