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
  if (section) {
    const from = sectionStart(section, outline);
    return relationsInText(sectionLines(section, outline, file), from + 1);
  }
  if (!status || isLeftOpen(status.value)) return [];
  return relationsInText([text.slice(status.start, status.end)], status.line);
}

/** Sentences of their own below the title, such as `Supersedes [7](0007-x.md).` */
function relationsInLines({ lines }: FileLines, { from, to }: ReadBefore['head']): Relation[] {
  return lines
    .slice(from, to)
    .flatMap((line, at) =>
      /^[*_]{0,2}\p{L}+(?: by)? \[/u.test(line) ? relationsInText([line], from + at + 1) : [],
    );
}

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
