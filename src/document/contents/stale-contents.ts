import { generatedContents } from './table-of-contents.ts';

/** A table of contents that is out of date; its line is counted from 1. */
export interface StaleContents {
  line: number;
  isGenerated: boolean;
}

/** Whether the table of contents of a document that has just been changed is now out of date. */
export async function staleContents(text: string): Promise<StaleContents | undefined> {
  const generated = generatedContents(text);
  if (generated !== undefined) return { line: generated, isGenerated: true };
  // Most documents have none, and nothing is loaded to look for it.
  if (!text.includes('](#')) return undefined;
  const { contentsList } = await import('./contents-list.ts');
  const list = contentsList(text);
  if (!list || list.missing.length + list.unknown.length === 0) return undefined;
  return { line: list.from, isGenerated: false };
}
