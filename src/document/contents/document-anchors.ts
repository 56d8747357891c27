import { anchorOf, anchorWords } from '../markdown/heading-anchor.ts';
import { outlineOf } from '../markdown/outline.ts';
import { headingsInHtml } from '../sections/html-blocks.ts';
import { headingAnchors } from './heading-anchors.ts';

/** The addresses within a document: of its headings, and those that its HTML has (GitHub and GitLab). */
export function anchorsIn(document: string): Set<string> {
  const own = [...document.matchAll(/(?:<[a-z][^<>]*\s(?:id|name)=["']?|\{#)([^"'\s<>{}]+)/gi)];
  const ids = own.map(([, id = '']) => id.toLowerCase());
  const all = [...headingAnchors(document), ...innerAnchors(document)];
  // GitLab has one hyphen where GitHub has several.
  const ofGitLab = all.flatMap((each) => (each.includes('--') ? each.replace(/-{2,}/g, '-') : []));
  return new Set([...all, ...ofGitLab, ...ids, 'top']);
}

function innerAnchors(document: string): string[] {
  const inHtml = document.includes('<h') ? headingsInHtml(outlineOf(document)) : [];
  const inner = document.matchAll(
    /^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+)+#{1,6}[ \t]+(.*)$/gm,
  );
  const titles = [
    ...inHtml.map(({ title }) => title),
    ...[...inner].map(([, title = '']) => title),
  ];
  return titles.map((title) => anchorOf(anchorWords(title.trim())));
}
