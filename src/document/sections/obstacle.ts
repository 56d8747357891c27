import type { Outline } from '../markdown/heading.ts';
import { openBlock } from '../markdown/open-block.ts';
import { boundaryBefore } from './boundary.ts';
import { openContainer } from './html-blocks.ts';
import { openZone } from './zones.ts';

/** What is in the way of a section before a heading, at a level; undefined where nothing is. */
export function obstacleAt(
  document: string,
  outline: Outline,
  { before, level }: { before: number; level: number },
): string | undefined {
  const { headings, starts } = outline;
  const heading = headings[before];
  const offset = heading ? boundaryBefore(document, heading) : Number.POSITIVE_INFINITY;
  const open = openBlock(outline);
  if (open && (starts[open.line] ?? 0) < offset) {
    return `line ${open.line + 1} opens a block that is never closed: close it with ${open.closing}`;
  }
  const next = headings[before];
  if (next && next.level > level) {
    return `line ${next.line + 1}, "${next.title}", would become part of the new section`;
  }
  const zone = openZone(outline, offset);
  if (zone !== undefined) {
    return `the place is inside a block that line ${zone + 1} opens, ${outline.lines[zone]?.trim()}`;
  }
  const container = openContainer(outline, offset);
  return container && `the place is inside <${container.tag}> (line ${container.line + 1})`;
}
