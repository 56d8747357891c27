import path from 'node:path';
import { parseAnswers } from '../answers/answers.ts';
import type { SectionCall } from '../cli.ts';
import { generatedContents } from '../document/contents.ts';
import { missingSections } from '../document/missing-sections.ts';
import { type TemplateSection, templateSections } from '../document/sections.ts';
import type { Environment } from '../environment.ts';
import { Failure } from '../failure.ts';
import { defaultConvention } from '../repository/convention.ts';
import { type DocumentFile, readDocument, rewriteDocument } from '../repository/document-file.ts';
import {
  currentProposal,
  type FoundProposal,
  findProposal,
  missingProposal,
  type Where,
} from '../repository/find-proposal.ts';
import { locate } from '../repository/location.ts';
import { loadTemplateText } from '../template/template.ts';
import { Asking } from './asking.ts';
import { SectionEdit, type SectionOutcome } from './section-edit.ts';
import { ALL, sectionNamed, splitNames } from './section-names.ts';

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
  const { cwd } = environment;
  const template = await templateOf(call, cwd);
  const sections = templateSections(template);
  const names = splitNames(sections, call.names);
  for (const name of names) if (name !== ALL) sectionNamed(sections, name);
  const texts = await textsFor(sections, call, environment);
  const asking = new Asking(call, environment);
  try {
    const location = await locate(cwd, call.directory);
    const where = { cwd, location, convention: defaultConvention(location.shown) };
    const proposal = await proposalFor(call, where, asking);
    const document = readDocument(proposal.file, proposal.shown);
    const setting = { template, sections, document, texts };
    const change = await applyAll(call, setting, { names, asking });
    const isDone = !change.refused && !call.dryRun;
    if (isDone && change.after !== change.before) rewriteDocument(document, change.after);
    return change;
  } finally {
    asking.close();
  }
}

async function templateOf(call: SectionCall, cwd: string): Promise<string> {
  const file = call.template;
  const given = file === undefined ? undefined : { path: path.resolve(cwd, file), name: file };
  return loadTemplateText(given);
}

async function textsFor(
  sections: readonly TemplateSection[],
  call: SectionCall,
  environment: Environment,
): Promise<Map<string, string>> {
  if (call.from === undefined && Object.keys(call.answers).length === 0) return new Map();
  const flags = parseAnswers(call.answers, ([, name]) => `--text ${String(name ?? '')}`.trim());
  const file =
    call.from === undefined
      ? {}
      : await (await import('./read-answers.ts')).readAnswers(call.from, environment);
  const texts = { ...file.sections, ...flags.sections };
  return new Map(
    Object.entries(texts).map(([name, text]) => [sectionNamed(sections, name).id, text]),
  );
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
  const { document } = setting;
  const texts = new Map(setting.texts);
  const edit = new SectionEdit(setting.template, document.text);
  for (const section of await wantedSections(setting, { names, asking })) {
    const text =
      texts.get(section.id) ??
      (names.length === 0 ? await (await asking.questions())?.text(section) : undefined);
    if (call.action === 'remove') edit.remove(section.id);
    else
      edit.add(section.id, {
        ...(text !== undefined && { text }),
        ...(call.beside && { beside: call.beside }),
      });
    await settle(call, edit, asking);
  }
  const { outcomes, isRefused } = edit;
  return {
    result: { command: 'section', dryRun: call.dryRun, path: document.shown, results: outcomes },
    refused: isRefused,
    before: document.text,
    after: isRefused ? document.text : edit.text,
    staleContents:
      edit.text === document.text || isRefused ? undefined : generatedContents(edit.text),
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

async function wantedSections(
  { sections, document }: SectionSetting,
  { names, asking }: { names: readonly string[]; asking: Asking },
): Promise<readonly TemplateSection[]> {
  const missing = () => missingSections(document.text, sections);
  if (names.length > 0) {
    return names.flatMap((name) =>
      name === ALL
        ? missing().filter(({ marker }) => marker === 'always')
        : [sectionNamed(sections, name)],
    );
  }
  const questions = await asking.questions();
  if (questions) return questions.sections(missing(), document.shown);
  const ids = missing().map(({ id }) => id);
  const found = ids.length > 0 ? `Missing: ${ids.join(', ')}` : 'None is missing';
  throw Failure.usage(
    'missing-answers',
    `Say which sections to add to ${document.shown}. ${found}`,
    {
      hint: `For example: --section ${ids[0] ?? ALL}`,
    },
  );
}
