import { prose } from '../../answers/answers.ts';
import { type Asker, type Reply, Stopped } from '../../ask/asker.ts';
import { openAsker } from '../../ask/open-asker.ts';
import { outline } from '../../document/markdown/outline.ts';
import type { Beside } from '../../document/sections/add-section-result.ts';
import {
  firstSentence,
  hintOf,
  type TemplateSection,
} from '../../document/sections/template-sections.ts';
import type { Environment } from '../../environment.ts';
import { Cancelled } from '../../failure.ts';
import type { ProposedPlace } from '../../report/section.ts';
import type { FoundProposal, ListedProposal } from '../../workspace/find-proposal.ts';

const AROUND = 6;

/** The questions of adding and removing sections. Nothing is shown before the first is asked. */
export class SectionQuestions {
  #asker: Asker | undefined;

  constructor(private readonly environment: Environment) {}

  close(): void {
    this.#asker?.close();
  }

  async proposal(proposals: readonly ListedProposal[]): Promise<FoundProposal> {
    const shown = await this.#ask((asker) =>
      asker.chooseOne({
        message: 'Which proposal?',
        choices: proposals.map((proposal) => ({
          value: proposal.shown,
          label: proposal.name,
        })),
        searchable: true,
      }),
    );
    const found = proposals.find((proposal) => proposal.shown === shown);
    if (!found) throw new Error(`no proposal is ${shown}`);
    return found;
  }

  async directory(choices: readonly string[]): Promise<string> {
    return this.#ask((asker) =>
      asker.chooseOne({
        message: 'Where is the proposal?',
        choices: choices.map((value) => ({ value, label: value })),
        searchable: true,
      }),
    );
  }

  /** Which of the missing sections; those that the template requires are chosen already. */
  async sections(missing: readonly TemplateSection[], shown: string): Promise<TemplateSection[]> {
    if (missing.length === 0) return [];
    const chosen = await this.#ask((asker) =>
      asker.chooseMany({
        message: `Which sections do you want to add to ${shown}?`,
        choices: missing.map(({ id, title, guidance }) => ({
          value: id,
          label: title,
          hint: firstSentence(guidance),
        })),
        initial: missing.filter(({ marker }) => marker === 'always').map(({ id }) => id),
      }),
    );
    return missing.filter(({ id }) => chosen.includes(id));
  }

  /** The author's text for a section, undefined to leave the template's explanation. */
  async text({ title, guidance }: TemplateSection): Promise<string | undefined> {
    const choice = await this.#ask((asker) =>
      asker.chooseOne({
        message: title,
        choices: [
          { value: 'leave', label: 'Leave the explanation of the template' },
          { value: 'write', label: 'Write it now' },
        ],
      }),
    );
    if (choice === 'leave') return undefined;
    const text = await this.#ask((asker) =>
      asker.text({
        message: title,
        hint: hintOf(guidance),
        initial: '',
        lines: 'many',
        optional: true,
      }),
    );
    return prose(text) || undefined;
  }

  async place(
    { heading: title, line, level }: ProposedPlace,
    document: string,
  ): Promise<'accept' | 'refuse' | Beside> {
    const headings = outline(document);
    const before = headings.findIndex((heading) => heading.line >= line - 1);
    const at = before < 0 ? headings.length : before;
    const near = headings.slice(Math.max(0, at - AROUND), at + AROUND);
    const indent = (depth: number, text: string) => `${'  '.repeat(depth - 1)}${text}`;
    const rows = near.map((heading) => indent(heading.level, heading.title));
    rows.splice(Math.min(AROUND, at), 0, `${indent(level, title)}  ←`);
    const chosen = await this.#ask((asker) => {
      asker.tell(rows);
      return asker.chooseOne({
        message: `Is this the place for "${title}"?`,
        choices: [
          { value: 'accept', label: 'Yes' },
          ...near.map((heading) => ({
            value: String(heading.line),
            label: `Put it before "${heading.title}"`,
          })),
          { value: 'end', label: 'Put it last' },
          { value: 'refuse', label: 'Do not add it' },
        ],
      });
    });
    if (chosen === 'accept' || chosen === 'refuse') return chosen;
    const last = headings.findLast((heading) => heading.level <= level) ?? headings.at(-1);
    const found = headings.find((heading) => String(heading.line) === chosen) ?? last;
    if (!found) return 'accept';
    const side = chosen === 'end' ? 'after' : 'before';
    return { side, heading: found.title, line: found.line + 1 };
  }

  async mayLose({ heading, text }: { heading: string; text: string }): Promise<boolean> {
    const choice = await this.#ask((asker) => {
      asker.tell(text.split(/\r?\n/));
      return asker.chooseOne({
        message: `"${heading}" has this text. Remove it?`,
        choices: [
          { value: 'keep', label: 'No, keep it' },
          { value: 'remove', label: 'Yes, the text is lost' },
        ],
      });
    });
    return choice === 'remove';
  }

  /** Asks until there is an answer: there is no question before these to go back to. */
  async #ask<T>(question: (asker: Asker) => Promise<Reply<T>>): Promise<T> {
    if (!this.#asker) {
      this.#asker = await openAsker(this.environment);
      this.#asker.open('create-enhancement');
    }
    try {
      for (;;) {
        const reply = await question(this.#asker);
        if (reply.kind === 'answer') return reply.value;
      }
    } catch (error) {
      throw error instanceof Stopped ? new Cancelled() : error;
    }
  }
}
