import { prose } from '../../answers/answers.ts';
import type { Choice } from '../../ask/asker.ts';
import type { Interview } from '../../ask/interview.ts';
import type { Heading } from '../../document/markdown/heading.ts';
import { outline } from '../../document/markdown/outline.ts';
import type { Beside } from '../../document/sections/add-section-result.ts';
import { isRequired } from '../../document/sections/required.ts';
import {
  firstSentence,
  hintOf,
  type TemplateSection,
} from '../../document/sections/template-sections.ts';
import { doubtTexts } from '../../report/section/doubts.ts';
import type { ProposedPlace } from '../../report/section/outcome.ts';
import type { FoundProposal, ListedProposal } from '../../workspace/find-proposal.ts';
import { proposalQuestion } from '../questions.ts';

const AROUND = 6;

/** The questions of adding and removing sections. Nothing is shown before the first is asked. */
export class SectionQuestions {
  constructor(private readonly interview: Interview) {}

  async proposal(proposals: readonly ListedProposal[]): Promise<FoundProposal> {
    const shown = await this.interview.chooseOne(proposalQuestion('Which proposal?', proposals));
    const found = proposals.find((proposal) => proposal.shown === shown);
    if (!found) throw new Error(`no proposal is ${shown}`);
    return found;
  }

  directory(choices: readonly string[]): Promise<string> {
    return this.interview.chooseOne({
      id: 'directory',
      message: 'Where is the proposal?',
      choices: choices.map((value) => ({ value, label: value })),
      searchable: true,
    });
  }

  /** Which of the missing sections; those that the template requires are chosen already. */
  async sections(missing: readonly TemplateSection[], shown: string): Promise<TemplateSection[]> {
    if (missing.length === 0) return [];
    const chosen = await this.interview.chooseMany({
      id: 'sections',
      message: `Which sections do you want to add to ${shown}?`,
      choices: missing.map(choiceOf),
      initial: missing.filter(isRequired).map(({ id }) => id),
      required: true,
    });
    return missing.filter(({ id }) => chosen.includes(id));
  }

  async toRemove(present: readonly TemplateSection[], shown: string): Promise<TemplateSection[]> {
    const chosen = await this.interview.chooseMany({
      id: 'sections',
      message: `Which sections do you want to remove from ${shown}?`,
      choices: present.map(choiceOf),
      initial: [],
      required: true,
    });
    return present.filter(({ id }) => chosen.includes(id));
  }

  /** The author's text for a section, undefined to leave the template's explanation. */
  async text({ id, title, guidance }: TemplateSection): Promise<string | undefined> {
    const text = await this.interview.text({
      id: `text/${id}`,
      message: title,
      hint: hintOf(guidance),
      initial: '',
      lines: 'many',
      empty: 'keep the template’s guidance',
    });
    return prose(text) || undefined;
  }

  async place(place: ProposedPlace, document: string): Promise<'accept' | 'refuse' | Beside> {
    const { heading: title, line, level } = place;
    const headings = outline(document);
    const before = headings.findIndex((heading) => heading.line >= line - 1);
    const at = before < 0 ? headings.length : before;
    const near = headings.slice(Math.max(0, at - AROUND), at + AROUND);
    const indent = (depth: number, text: string) => `${'  '.repeat(depth - 1)}${text}`;
    const rows = near.map((heading) => indent(heading.level, heading.title));
    rows.splice(Math.min(AROUND, at), 0, `${indent(level, title)}  ←`);
    this.interview.tell([...rows, '', ...doubtTexts(place).map((text) => `In doubt: ${text}.`)]);
    // Before the title is no place, and the proposed one is offered already.
    const isOther = (heading: Heading) =>
      !(heading === headings[0] && heading.level === 1) &&
      !(heading === headings[at] && heading.level === level);
    const chosen = await this.interview.chooseOne({
      id: `place/${title}`,
      message: `Is this the place for "${title}"?`,
      choices: [
        { value: 'accept', label: 'Yes' },
        ...near.filter(isOther).map((heading) => ({
          value: String(heading.line),
          label: `Put it before "${heading.title}"`,
        })),
        { value: 'end', label: 'Put it last' },
        { value: 'refuse', label: 'Do not add it' },
      ],
    });
    if (chosen === 'accept' || chosen === 'refuse') return chosen;
    const last = headings.findLast((heading) => heading.level <= level) ?? headings.at(-1);
    const found = headings.find((heading) => String(heading.line) === chosen) ?? last;
    if (!found) return 'accept';
    const side = chosen === 'end' ? 'after' : 'before';
    return { side, heading: found.title, line: found.line + 1 };
  }

  async mayLose({ heading, text }: { heading: string; text: string }): Promise<boolean> {
    this.interview.tell(text.split(/\r?\n/));
    const choice = await this.interview.chooseOne({
      id: `lose/${heading}`,
      message: `"${heading}" has this text. Remove it?`,
      choices: [
        { value: 'keep', label: 'No, keep it' },
        { value: 'remove', label: 'Yes, discard the text' },
      ],
    });
    return choice === 'remove';
  }
}

function choiceOf({ id, title, guidance }: TemplateSection): Choice<string> {
  return { value: id, label: title, hint: firstSentence(guidance) };
}
