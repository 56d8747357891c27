import path from 'node:path';
import { anchorOf, anchorWords } from '../../document/markdown/heading-anchor.ts';
import { isMarkdown } from '../../file-names.ts';
import {
  type AnchoredLink,
  anchoredLinks,
  leadsToHeading,
} from '../../proposals/state/heading-links.ts';
import { textOnDisk } from '../../proposals/state/read-proposal.ts';
import { shownPath } from '../../workspace/location.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** The links of a repository's documents to headings of each other; all are read once, when one is asked about. */
export class LinkedHeadings {
  #links: Map<string, { link: AnchoredLink; from: string }[]> | undefined;

  constructor(private readonly workspace: Pick<Workspace, 'survey'>) {}

  /**
   * The document that links to a heading, which would lead nowhere under another name.
   * @param shown the document with the heading, from the working directory
   */
  from(heading: string, shown: string): string | undefined {
    const { root, cwd } = this.workspace.survey;
    const anchor = anchorOf(anchorWords(heading));
    const file = path.resolve(cwd, shown);
    this.#links ??= this.#read();
    const found = this.#links
      .get(anchor)
      ?.find(({ link, from }) => leadsToHeading(link, { file, anchor }, { from, root }));
    return found && shownPath(cwd, found.from);
  }

  #read(): Map<string, { link: AnchoredLink; from: string }[]> {
    const { root, paths } = this.workspace.survey;
    const links = new Map<string, { link: AnchoredLink; from: string }[]>();
    for (const name of paths.filter(isMarkdown)) {
      const from = path.join(root, name);
      for (const link of anchoredLinks(textOnDisk(from) ?? '')) {
        const known = links.get(link.anchor) ?? [];
        links.set(link.anchor, [...known, { link, from }]);
      }
    }
    return links;
  }
}
