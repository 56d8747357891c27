import { spliced, type TextEdit } from '../document/markdown/edits.ts';
import { lineEnding } from '../document/markdown/lines.ts';
import { stripMarker } from '../document/markdown/marker.ts';
import { outline } from '../document/markdown/outline.ts';
import { startWithComment, type TemplateSection } from '../document/sections/template-sections.ts';
import type { Selection } from './selection.ts';

/**
 * A filled template without the sections that are not kept and without markers, the guidance of sections that
 * have a text replaced by it.
 */
export function trimToSelection(
  filled: string,
  sections: readonly TemplateSection[],
  { kept, texts }: Selection,
): string {
  const edits: TextEdit[] = [];
  const keptIds = new Set(kept);
  let removedTo = 0;
  for (const section of sections) {
    if (section.start < removedTo) continue;
    if (keptIds.has(section.id)) {
      edits.push(...keep(filled, section, texts.get(section.id)));
    } else {
      edits.push({
        start: Math.max(removedTo, startWithComment(filled, section.start)),
        end: section.end,
        text: '',
      });
      removedTo = section.end;
    }
  }
  const text = withoutDeeperMarkers(spliced(filled, edits));
  return removedTo === filled.length ? oneFinalLineEnding(text) : text;
}

function keep(filled: string, section: TemplateSection, text: string | undefined): TextEdit[] {
  const { start, bodyStart, ownEnd } = section;
  const heading = { start, end: bodyStart, text: stripMarker(filled.slice(start, bodyStart)) };
  if (text === undefined) return [heading];
  const eol = lineEnding(filled);
  const after = ownEnd === filled.length ? eol : eol + eol;
  return [heading, { start: bodyStart, end: ownEnd, text: `${eol}${text}${after}` }];
}

function withoutDeeperMarkers(text: string): string {
  if (!/^ {0,3}#{4,6}[^\n]*(?:optional|applicable)/im.test(text)) return text;
  const edits = outline(text)
    .filter(({ level }) => level > 3)
    .map(({ start, bodyStart: end }) => ({
      start,
      end,
      text: stripMarker(text.slice(start, end)),
    }));
  return spliced(text, edits);
}

function oneFinalLineEnding(text: string): string {
  return text.replace(/(?<![\r\n])(\r?\n)(?:\r?\n)+$/, '$1');
}
