import { replaceComments } from '../../markdown/comments.ts';
import type { Heading, Outline } from '../../markdown/heading.ts';
import type { Field } from '../field.ts';
import type { FileLines } from '../front/file-lines.ts';
import { labelFields } from '../label-fields.ts';
import { fieldOf } from '../labelled-value.ts';
import {
  isLeftOpen,
  numberRelatedTo,
  type Relation,
  relationCalled,
  relationsOf,
} from '../labels.ts';
import { sectionLines, sectionStart } from '../section/status-section.ts';
import { relationsInText } from './relations-in-text.ts';

interface Text {
  text: string;
  outline: Outline;
  file: FileLines;
}

/** What has been read of a document before its relations. */
interface ReadBefore {
  /** Labels and values of its head. */
  labelled: readonly Field[];
  /** The lines of its head. */
  head: { from: number; to: number };
  status: Field | undefined;
  section: Heading | undefined;
}

/** How a document says that it is related to others: by labels, in sentences of its head, and in sections. */
export function relationsOfDocument(
  { text, outline, file }: Text,
  { labelled, head, status, section }: ReadBefore,
): Relation[] {
  return withoutTwins([
    ...relationsOf(labelled),
    ...relationsOfStatus({ text, outline, file }, status, section),
    ...relationsInLines(file, head),
    ...relationsInLinks(outline, file),
    ...relationsBelowHeadings(outline, file),
  ]);
}

/** What the section of the status says of others; without one, the value itself. */
function relationsOfStatus(
  { text, outline, file }: Text,
  status: Field | undefined,
  section: Heading | undefined,
): Relation[] {
  const said =
    status && !isLeftOpen(status.value) ? text.slice(status.start, lineEndOf(text, status)) : '';
  const from = section && sectionStart(section, outline) + 1;
  const named =
    section && from !== undefined
      ? relationsInText(commentsBlanked(sectionLines(section, outline, file)), from)
      : relationsInText(
          said === '' || !status ? [] : [text.slice(status.start, status.end)],
          status?.line ?? 0,
        );
  const isNamed = named.some(({ kind }) => kind === 'superseded-by');
  const successor = isNamed || !status ? undefined : onlySuccessor(said);
  return successor === undefined || !status
    ? named
    : [...named, { kind: 'superseded-by', to: successor, line: status.line }];
}

function commentsBlanked(lines: readonly string[]): string[] {
  const text = lines.join('\n');
  return replaceComments(text, (words) => words.replace(/[^\n]/g, ' ')).split('\n');
}

/** The only proposal that a status names which says, in whatever words, that another one has come instead. */
function onlySuccessor(status: string): string | undefined {
  if (
    !SAYS_REPLACED.test(status) ||
    status.includes('|') ||
    /\b(?:partly|partially|in part|teilweise|partiellement|parcialmente)\b/i.test(status) ||
    /(?:super[sc]ed|replac|obsolet)es\b/i.test(status)
  )
    return undefined;
  const named = [...status.matchAll(NAMED_PROPOSAL)].map(([, address, id]) => address ?? id ?? '');
  return named.length === 1 ? named[0] : undefined;
}

const SAYS_REPLACED =
  /supersed|superced|replaced|obsolete|deprecated in favou?r|ersetzt|abgelöst|überholt|remplacé|supplanté|reemplazad|substituíd|sostituit|superat|zastąpi|vervangen|замен|değiştiril|取代|替代|置き換え|置換|대체/iu;

/** A link to a document, or the number of a proposal behind what it is called. */
const NAMED_PROPOSAL =
  /\[[^[\]]*\]\(([^()\s]+\.mdx?)[^()]*\)|(?<![\w/-])([A-Z]{2,8}[- ]?\d{1,6})(?![\w-]*\])/gu;

function lineEndOf(text: string, { end }: Field): number {
  const at = text.indexOf('\n', end);
  return at < 0 ? text.length : at;
}

/** Sentences of their own below the title, such as `Supersedes [7](0007-x.md).` */
function relationsInLines({ lines }: FileLines, { from, to }: ReadBefore['head']): Relation[] {
  return lines
    .slice(from, to)
    .flatMap((line, at) =>
      /^[*_]{0,2}\p{L}+(?: by)? \[/u.test(line) || BANNER.test(line)
        ? relationsInText([line], from + at + 1)
        : [],
    );
}

/** A warning above all else: `> ⚠️ This decision has been superseded by [7](0007-x.md).` */
const BANNER =
  /^(?:[>\s*_!]|\p{So}|\uFE0F|\[!\w+\])*(?:this|the) \p{L}+ (?:has been|is|was) \p{L}+ (?:by|in favou?r of) [*_]*\[/iu;

/** What a section of links says, as MADR has it: `* Supersedes [7](0007-x.md)`. */
function relationsInLinks(outline: Outline, file: FileLines): Relation[] {
  return outline.headings
    .filter(({ title }) => /^(?:related )?(?:links|references|records)(?: <!--.*)?$/i.test(title))
    .flatMap((heading) => {
      const from = sectionStart(heading, outline) + 1;
      return sectionLines(heading, outline, file).flatMap((line, at) =>
        /^[ \t]*[-*+][ \t]+\p{L}+(?: \p{L}+)?:? \[/u.test(line)
          ? relationsInText([line], from + at)
          : [],
      );
    });
}

/** What sections say that are called as relations are, such as `## Supersedes` or `## Related decisions`. */
function relationsBelowHeadings(outline: Outline, file: FileLines): Relation[] {
  return outline.headings.flatMap((heading) => {
    const isOfAll = /^(?:relations|relationships)$/i.test(heading.title);
    const kind = heading.level === 1 ? undefined : relationCalled(heading.title);
    // What a proposal requires are seldom others.
    if (!isOfAll && (kind === undefined || kind === 'requires')) return [];
    const from = sectionStart(heading, outline);
    const lines = sectionLines(heading, outline, file);
    if (from < 0) return [];
    if (kind === undefined) return relationsOf(labelFields(file, from, from + lines.length));
    const items = lines.flatMap((text, at): Field[] => {
      const item = /^[ \t]*[-*+][ \t]+(.*)$/.exec(text)?.[1] ?? (lines.length < 4 ? text : '');
      const isNamed = /^(?:\[|<|#?\d+$|[A-Za-z]{2,8}[- ]\d+$)/.test(item.trim());
      return isNamed ? [fieldOf(heading.title, { text: item, start: 0 }, from + at)] : [];
    });
    return relationsOf(items).map((each) => ({ ...each, kind }));
  });
}

/** Each once; one by its number alone gives way to the path of the same. */
function withoutTwins(relations: readonly Relation[]): Relation[] {
  const numberOf = ({ to }: Relation) =>
    numberRelatedTo(to) ?? Number(/(?:^|\/)(\d{1,9})[-_][^/]*$/.exec(to)?.[1] ?? Number.NaN);
  const keyOf = (each: Relation) => `${each.kind} ${numberRelatedTo(each.to) ?? each.to}`;
  const unique = relations.filter(
    (each, at) => relations.findIndex((other) => keyOf(other) === keyOf(each)) === at,
  );
  const isPath = ({ to }: Relation) => numberRelatedTo(to) === undefined;
  return unique.filter(
    (each) =>
      isPath(each) ||
      !unique.some(
        (other) => other.kind === each.kind && isPath(other) && numberOf(other) === numberOf(each),
      ),
  );
}
