import { closesFence } from './fence.ts';
import type { Outline } from './heading.ts';

/** A code fence or HTML block that runs to the end of its document because nothing closes it. */
export interface OpenBlock {
  /** Line number, counted from 0, of its first line. */
  line: number;
  closing: string;
}

/** How the HTML blocks begin and end that blank lines do not end (CommonMark 0.31.2, section 4.6). */
const HTML_BLOCKS: readonly { opens: RegExp; closes: RegExp; closing: (tag: string) => string }[] =
  [
    { opens: /^<!--/, closes: /-->/, closing: () => '-->' },
    { opens: /^<\?/, closes: /\?>/, closing: () => '?>' },
    { opens: /^<!\[CDATA\[/, closes: /\]\]>/, closing: () => ']]>' },
    { opens: /^<![a-z]/i, closes: />/, closing: () => '>' },
    {
      opens: /^<(script|pre|style|textarea)(?=\s|>|$)/i,
      closes: /<\/(?:script|pre|style|textarea)>/i,
      closing: (tag) => `</${tag}>`,
    },
  ];

/** The top-level block that never closes, if there is one. */
export function openBlock({ hiding, lines }: Outline): OpenBlock | undefined {
  const last = hiding.at(-1);
  if (!last) return undefined;
  const block = lines.slice(last.from, last.to);
  const closing = last.type === 'fence' ? missingFence(block, last.markup) : missingHtmlEnd(block);
  return closing === undefined ? undefined : { line: last.from, closing };
}

function missingFence(block: readonly string[], markup: string): string | undefined {
  return block.slice(1).some((line) => closesFence(line, markup)) ? undefined : markup;
}

function missingHtmlEnd(block: readonly string[]): string | undefined {
  const first = block[0]?.trimStart() ?? '';
  const kind = HTML_BLOCKS.find(({ opens }) => opens.test(first));
  if (!kind || block.some((line) => kind.closes.test(line))) return undefined;
  return kind.closing(kind.opens.exec(first)?.[1] ?? '');
}
