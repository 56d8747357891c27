import { sectionNamed, splitNames } from '../../document/sections/find-section.ts';
import {
  type TemplateSection,
  templateSections,
} from '../../document/sections/template-sections.ts';
import { namesOfSections } from '../../document/upgrade/fit.ts';
import type { Environment } from '../../environment.ts';
import {
  type DocumentFile,
  editing,
  journalOfDocument,
  readDocument,
  rewriteDocument,
} from '../../proposals/document-file.ts';
import type { SectionChange } from '../../report/section/section.ts';
import { loadTemplateText } from '../../template/load-template.ts';
import {
  currentProposal,
  type FoundProposal,
  findProposal,
  listProposals,
} from '../../workspace/find-proposal.ts';
import { missingProposalError } from '../../workspace/unfound.ts';
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts';
import { settledWorkspace } from '../settled-workspace.ts';
import { eachOnce, TemplatesHere } from '../templates-here.ts';
import { placeOptions } from '../workspace-of-call.ts';
import { refuseUnknownHeading, wantedSections } from './choose.ts';
import { SectionEdit } from './edit.ts';
import { LazyQuestions } from './lazy-questions.ts';
import { patiently } from './patiently.ts';
import { changeOf } from './result.ts';
import type { SectionCall } from './section-call.ts';
import { ALL } from './sections-to-add.ts';
import { optionsFor, refuseUnused, textsFor } from './texts.ts';

/**
 * Adds sections to a proposal, or takes them out: all of them or, when one is refused, none.
 * @throws Failure when the call names no section or proposal that there is, or the file cannot be used
 * @throws Cancelled when the user stops it; nothing is then written
 */
export async function changeSections(
  call: SectionCall,
  environment: Environment,
): Promise<SectionChange> {
  const questions = new LazyQuestions(call.yes, environment);
  try {
    const work = () => questions.conduct(() => changeOnce(call, environment, questions));
    return await patiently(work, () => !questions.wereAsked, environment);
  } finally {
    questions.close();
  }
}

async function changeOnce(
  call: SectionCall,
  environment: Environment,
  questions: LazyQuestions,
): Promise<SectionChange> {
  const place = placeOptions(call, environment.cwd);
  const open = () =>
    openWorkspace(environment, place, async ({ choices }) =>
      (await questions.open())?.directory(choices),
    );
  const { workspace, recovery } = await settledWorkspace(open, call, environment);
  const templates = await TemplatesHere.of(
    workspace,
    templateWithSections,
    ({ sections }) => namesOfSections(sections),
    { withPresets: false },
  );
  const known = eachOnce(templates.all.flatMap(({ sections }) => sections));
  const names = splitNames(known, call.names);
  for (const name of names) {
    if (name !== ALL || call.action === 'remove') sectionNamed(known, name);
  }
  const texts = await textsFor(known, call, environment);
  const proposal = await proposalFor(call, workspace, questions);
  // A path that leads elsewhere is followed only where the user named it.
  const root = proposal.isNamed ? undefined : workspace.survey.root;
  const read = () => readDocument(proposal.file, proposal.shown, root);
  const change = (document: DocumentFile) =>
    changed(document, call, { ...templates.for(document.text), names, texts, questions, base });
  const base = baseReader(workspace, proposal.file);
  const document = read();
  const planned = await change(document);
  if (call.dryRun || planned.refused || planned.after === planned.before)
    return { ...planned, ...recovery };
  const journal = journalOfDocument(document.path, workspace.survey);
  return await editing(document.shown, journal, async () => {
    // What another run has changed meanwhile is planned again; nobody is asked twice.
    const now = questions.wereAsked ? document : read();
    const settled = now.text === document.text ? planned : await change(now);
    const isWritten = !settled.refused && settled.after !== settled.before;
    if (isWritten) rewriteDocument(now, settled.after, journal);
    return { ...settled, ...recovery };
  });
}

async function templateWithSections(location: Workspace['template']) {
  const template = await loadTemplateText(location);
  return { template, sections: templateSections(template) };
}

interface Known {
  template: string;
  sections: readonly TemplateSection[];
  names: readonly string[];
  texts: ReadonlyMap<string, string>;
  questions: LazyQuestions;
  /** The template that a document was made from, where git knows it. */
  base: (document: DocumentFile) => Promise<string | undefined>;
}

/** Git is asked when the first place is doubtful, and once. */
function baseReader(workspace: Workspace, file: string): Known['base'] {
  let known: Promise<string | undefined> | undefined;
  return (document) => {
    known ??= import('../upgrade/base-of.ts').then(({ baseOf }) =>
      baseOf(workspace, file, document),
    );
    return known;
  };
}

async function changed(
  document: DocumentFile,
  call: SectionCall,
  { template, sections, names, texts, questions, base }: Known,
): Promise<SectionChange> {
  refuseUnknownHeading(call, document);
  const wanted = await wantedSections(call.action, { names, sections, document, questions });
  refuseUnused(texts, wanted);
  const edit = new SectionEdit(template, document.text);
  // A text that is asked for and cannot be written would be lost.
  const isAsked =
    names.length === 0 &&
    call.action !== 'remove' &&
    wanted.every(({ id }) => edit.hasPlace(id, call));
  for (const section of wanted) {
    if (call.action === 'remove') edit.remove(section.id);
    else {
      const options = await optionsFor(section, call, { isAsked, texts, questions });
      edit.add(section.id, options);
      const isDoubtful = edit.pending?.kind === 'doubtful' && !options.beside;
      const old = isDoubtful ? await base(document) : undefined;
      if (old !== undefined) edit.addByBase(old);
    }
    await settle(call, edit, questions);
  }
  return changeOf(edit, document, call.dryRun);
}

async function proposalFor(
  { proposal }: SectionCall,
  workspace: Workspace,
  questions: LazyQuestions,
): Promise<FoundProposal> {
  if (proposal !== undefined) return findProposal(proposal, workspace);
  const current = currentProposal(workspace);
  if (current) return current;
  const proposals = listProposals(workspace);
  const asked = proposals.length > 0 ? await questions.open() : undefined;
  if (!asked) throw missingProposalError(proposals, workspace);
  return asked.proposal(proposals);
}

async function settle(
  { acceptDoubts }: SectionCall,
  edit: SectionEdit,
  questions: LazyQuestions,
): Promise<void> {
  const { pending } = edit;
  if (pending === undefined) return;
  if (pending.kind === 'doubtful' && acceptDoubts) return edit.accept();
  const asked = await questions.open();
  if (!asked) return edit.refuse();
  if (pending.kind === 'edited') {
    return (await asked.mayLose(pending)) ? edit.accept() : edit.decline();
  }
  const decision = await asked.place(pending.place, edit.text);
  if (decision === 'refuse') edit.decline();
  else if (decision === 'accept') edit.accept();
  else edit.move(decision);
}
