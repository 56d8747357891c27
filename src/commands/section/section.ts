import type { SectionCall } from '../../cli/parse.ts';
import { generatedContents } from '../../document/sections/generated-contents.ts';
import {
  type TemplateSection,
  templateSections,
} from '../../document/sections/template-sections.ts';
import type { Environment } from '../../environment.ts';
import { type DocumentFile, readDocument, rewriteDocument } from '../../proposals/document-file.ts';
import { loadTemplateText } from '../../template/template.ts';
import {
  currentProposal,
  directoryOf,
  type FoundProposal,
  findProposal,
  missingProposal,
  type Where,
} from '../../workspace/find-proposal.ts';
import { type Home, homeFor, undecided } from '../../workspace/home.ts';
import { survey } from '../../workspace/survey.ts';
import { refuseUnknownHeading, wantedSections } from './choose.ts';
import { type AddOptions, SectionEdit, type SectionOutcome } from './edit.ts';
import { Asking } from './lazy-questions.ts';
import { ALL, sectionNamed, splitNames } from './names.ts';
import { refuseUnused, textsFor } from './texts.ts';

/** Sections added or taken out, with what a person is told beside the result. */
export interface SectionChange {
  /** What `--json` prints. */
  result: { command: 'section'; dryRun: boolean; path: string; results: SectionOutcome[] };
  /** Whether a section was refused; then nothing was written. */
  refused: boolean;
  before: string;
  after: string;
  /** Line of a generated table of contents that is now stale. */
  staleContents: number | undefined;
}

/** A proposal and the template it is held against. */
interface SectionSetting {
  /** The template's Markdown, markers included. */
  template: string;
  sections: readonly TemplateSection[];
  document: DocumentFile;
  /** Texts for sections, by id. */
  texts: ReadonlyMap<string, string>;
}

/**
 * Adds sections to a proposal, or takes them out: all of them or, when one is refused, none.
 *
 * @throws Failure when the call names no section or proposal that there is, or the file cannot be used
 * @throws Cancelled when the user stops it; nothing is then written
 */
export async function changeSections(
  call: SectionCall,
  environment: Environment,
): Promise<SectionChange> {
  const asking = new Asking(call, environment);
  try {
    const { cwd } = environment;
    const { location, convention, template: source } = await homeOf(call, environment, asking);
    const template = await loadTemplateText(source);
    const sections = templateSections(template);
    const names = splitNames(sections, call.names);
    for (const name of names) {
      if (name !== ALL || call.action === 'remove') sectionNamed(sections, name);
    }
    const texts = await textsFor(sections, call, environment);
    const where = { cwd, location, convention };
    const proposal = await proposalFor(call, where, asking);
    const document = readDocument(proposal.file, proposal.shown);
    refuseUnknownHeading(call, document);
    const setting = { template, sections, document, texts };
    const change = await applyAll(call, setting, { names, asking });
    const isDone = !change.refused && !call.dryRun;
    if (isDone && change.after !== change.before) rewriteDocument(document, change.after);
    return change;
  } finally {
    asking.close();
  }
}

/** Where proposals live; a proposal that was named by its path tells it as well. */
async function homeOf(call: SectionCall, environment: Environment, asking: Asking): Promise<Home> {
  const { cwd, variables } = environment;
  const surroundings = await survey(cwd, call.directory, variables);
  const near = call.proposal === undefined ? undefined : directoryOf(cwd, call.proposal);
  const wish = { ...call, ...(near !== undefined && { near }) };
  const settled = await homeFor(surroundings, wish);
  if (!('what' in settled)) return settled;
  const all =
    settled.what === 'area' ? await homeFor(surroundings, { ...wish, anyArea: true }) : settled;
  if (!('what' in all)) return all;
  const questions = await asking.questions();
  if (!questions) throw undecided(all);
  const directory = await questions.directory(all.choices);
  const chosen = await homeFor(surroundings, { ...wish, directory });
  if ('what' in chosen) throw undecided(chosen);
  return chosen;
}

async function proposalFor(
  call: SectionCall,
  where: Where,
  asking: Asking,
): Promise<FoundProposal> {
  if (call.proposal !== undefined) return findProposal(call.proposal, where);
  const current = currentProposal(where);
  if (current) return current;
  const questions = await asking.questions();
  if (!questions) throw missingProposal(where);
  return questions.proposal(where);
}

async function applyAll(
  call: SectionCall,
  setting: SectionSetting,
  { names, asking }: { names: readonly string[]; asking: Asking },
): Promise<SectionChange> {
  const { document, texts } = setting;
  const edit = new SectionEdit(setting.template, document.text);
  const wanted = await wantedSections(call, setting, { names, asking });
  refuseUnused(texts, wanted);
  for (const section of wanted) {
    if (call.action === 'remove') edit.remove(section.id);
    else edit.add(section.id, await optionsFor(section, call, { names, texts, asking }));
    await settle(call, edit, asking);
  }
  const { outcomes, isRefused } = edit;
  return {
    result: {
      command: 'section',
      dryRun: call.dryRun,
      path: document.shown,
      results: isRefused ? outcomes.map(skipped) : outcomes,
    },
    refused: isRefused,
    before: document.text,
    after: isRefused ? document.text : edit.text,
    staleContents:
      edit.text === document.text || isRefused ? undefined : generatedContents(edit.text),
  };
}

/** A change that would have been made, had no other been refused. */
function skipped(outcome: SectionOutcome): SectionOutcome {
  const { status, section } = outcome;
  return status === 'added' || status === 'removed' ? { section, status: 'skipped' } : outcome;
}

/** What the user said of a section: its text, by flag, file or answer, and its place. */
async function optionsFor(
  section: TemplateSection,
  { answers, beside }: SectionCall,
  from: { names: readonly string[]; texts: ReadonlyMap<string, string>; asking: Asking },
): Promise<AddOptions> {
  const given = from.texts.get(section.id);
  const isAsked = given === undefined && from.names.length === 0;
  const text = isAsked ? await (await from.asking.questions())?.text(section) : given;
  return {
    ...(text !== undefined && { text }),
    nestHeadings: isAsked || answers['nest-headings'] === true,
    ...(beside && { beside }),
  };
}

/** Decides what nobody can know from the document: by flag, by asking, or by refusing. */
async function settle(call: SectionCall, edit: SectionEdit, asking: Asking): Promise<void> {
  if (edit.pending === undefined) return;
  const { pending } = edit;
  if (pending.kind === 'doubtful' && call.acceptDoubts) return edit.accept();
  const questions = await asking.questions();
  if (!questions) edit.refuse();
  else if (pending.kind === 'edited')
    (await questions.mayLose(pending)) ? edit.accept() : edit.refuse();
  else {
    const place = await questions.place(pending, edit.text);
    if (place === 'refuse') edit.refuse();
    else if (place === 'accept') edit.accept();
    else edit.move(place);
  }
}
