import path from 'node:path';
import { type Answers, parseAnswers } from '../../answers/answers.ts';
import { missingAnswers, unanswered, withoutDefault } from '../../answers/missing.ts';
import { QUESTIONS } from '../../answers/questions.ts';
import { nextNumber } from '../../convention/numbering.ts';
import { lettersLost, loadLetters } from '../../convention/slug.ts';
import { sectionId } from '../../document/markdown/marker.ts';
import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import { hasKept } from '../../proposals/kept/place.ts';
import type { CreateResult, Creation } from '../../report/create/create.ts';
import { usualCompanions } from '../../workspace/companions.ts';
import { isInRepository, isOnUsualBranch } from '../../workspace/current-branch.ts';
import { listsWith } from '../../workspace/lists-of-proposals.ts';
import type { BranchEntry } from '../../workspace/location.ts';
import { adoptionOf } from './adopted-convention.ts';
import type { CreateCall } from './create-call.ts';
import { slugFor } from './plan.ts';
import { creationOptions, needsOf, prepareSetting, type Setting } from './prepare.ts';
import { repeatCommand } from './repeat-command.ts';
import { fitTemplateVariables, missingTemplateVariables } from './template-variables.ts';
import { type Written, writeProposal } from './write.ts';

/**
 * Creates a proposal: gathers the answers, plans, and writes last.
 * @throws Failure when the call or an answer is unusable, or nothing can be written
 * @throws Cancelled when the user stops it; the tree is then as it was
 */
export async function create(call: CreateCall, environment: Environment): Promise<Creation> {
  const said = await givenAnswers(call, environment);
  const asks = !call.yes && environment.interactive;
  if (asks) {
    const { askAndWrite } = await import('./guide/guide.ts');
    const { written, answers, call: final, isFramed } = await askAndWrite(said, call, environment);
    return {
      ...creationOf(written, final, answers),
      isAdoptionTold: true,
      endsQuestions: isFramed,
    };
  }
  if (call.resume) throw nobodyToAskError();
  if (!call.fresh && hasKept()) await noteKept(call, said, environment);
  const setting = await prepareSetting(creationOptions(call, said), environment);
  const { own, label } = setting.template;
  const fitted = fitTemplateVariables(said, own, label);
  await loadLetters(textForSlugs(fitted, setting));
  const answers = complete(fitted, setting, {
    takesDefaults: call.yes,
    silencedBy: call.yes ? '--yes' : environment.silencedBy,
  });
  return creationOf(await writeProposal(setting, answers, call, environment), call, answers);
}

/** Says that another run has left answers, which nobody is asked about here. */
async function noteKept(call: CreateCall, said: Answers, environment: Environment): Promise<void> {
  const { beginningOf } = await import('./kept/resume.ts');
  await beginningOf(call, said, { environment });
}

function nobodyToAskError(): Failure {
  return Failure.usage('usage', '--resume continues with questions, which are disabled here', {
    hint: 'Run it in a terminal, without --yes',
  });
}

function creationOf(written: Written, call: CreateCall, answers: Answers): Creation {
  const { plan, setting, rivals, seen } = written;
  const { location } = setting.workspace;
  return {
    result: resultOf(written, call.dryRun, [...repeatCommand(answers, call), '--yes']),
    isDraft: setting.isDraft,
    isAdoptionTold: false,
    endsQuestions: false,
    missingBeside: usualCompanions(setting.workspace).filter(
      (name) => !plan.files.some((file) => path.posix.basename(file.path) === name),
    ),
    ...listsWith(setting.workspace, plan.number),
    unsaid: missingTemplateVariables(answers, setting.template.own)
      .filter(({ kind }) => kind !== 'flag')
      .map(({ name }) => name),
    lettersLost: answers.slug === undefined ? lettersLost(plan.title) : '',
    showsCommand: call.showCommand,
    opens: call.open && !call.dryRun,
    supersedes: call.supersedes,
    directory: call.directory,
    isInGit: isInRepository(setting.workspace.survey),
    isOnUsualBranch: isOnUsualBranch(location.repository),
    breakouts: plan.rendering.breakouts,
    rivals,
    undone: setting.recovery.undone,
    left: [...setting.recovery.left, ...written.left],
    isGitSilent: location.isGitSilent,
    gitSays: location.gitSays,
    met: answers.number === undefined ? metOnBranches(written) : [],
    // The remote itself knows what this clone may have missed of it.
    gaps: seen ? [] : location.gaps,
    seen,
  };
}

function metOnBranches({ setting, taken, plan }: Written): BranchEntry[] {
  const { onBranches } = setting.workspace.location;
  const isOnBranch = new Set<unknown>(onBranches);
  const here = taken.filter((entry) => !isOnBranch.has(entry));
  const otherwise = nextNumber(here.flatMap((entry) => entry.number ?? []));
  return onBranches.filter(
    (entry) => (entry.number ?? 0) >= otherwise && (entry.number ?? 0) < (plan.number ?? 0),
  );
}

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

function byId(texts: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [sectionId(name), text]));
}

function textForSlugs(answers: Answers, { template, author }: Setting): string {
  const { title = '', slug = '' } = answers;
  const isOwn = !template.isAdopted && template.label !== 'built-in';
  return isOwn ? JSON.stringify(answers) + author : title + slug;
}

function complete(
  answers: Answers,
  setting: Setting,
  { takesDefaults, silencedBy }: { takesDefaults: boolean; silencedBy: string | undefined },
): Answers {
  const needs = needsOf(setting, !takesDefaults);
  const all = unanswered(answers, needs);
  const missing = takesDefaults ? withoutDefault(all) : all;
  const hasSlug = slugFor(answers, setting.workspace.convention) !== undefined;
  if (answers.title !== undefined && !hasSlug) missing.push('slug');
  if (missing.length === 0) return answers;
  throw missingAnswers(missing, missingTemplateVariables(answers, needs.own), silencedBy);
}

function resultOf(
  { plan, setting, taken }: Written,
  dryRun: boolean,
  repeat: string[],
): CreateResult {
  const { number, title, slug, rendering, companions } = plan;
  const { kept, removed } = rendering.selection;
  const files = [{ path: plan.path, content: rendering.document }, ...companions];
  const adopted = adoptionOf(setting, taken);
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
    template: setting.template.label,
    convention: setting.workspace.convention,
    ...(adopted && { adopted }),
    sections: { kept, removed },
    repeat,
  };
}
