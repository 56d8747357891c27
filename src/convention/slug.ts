import slugify from 'slugify';

/** UTF-16 units; a path with a number, a slug and a document stays readable and portable. */
const LONGEST_SLUG = 60;

/** Device names that Windows reserves, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin|conout|clock|com\d|lpt\d)$/;

/**
 * The part of a path that stands for a title: lower-case ASCII words joined by hyphens, at most 60 characters,
 * cut at a word where there is one.
 * @returns an empty text when nothing of the title can be transliterated (CJK, emoji)
 */
export function slugOf(title: string): string {
  const words = title.replace(/[/\\_:.,;–—]+/g, ' ');
  const slug = trimHyphens(cutAtWord(slugify(words, { lower: true, strict: true })));
  return RESERVED.test(slug) ? `${slug}-proposal` : slug;
}

function cutAtWord(slug: string): string {
  if (slug.length <= LONGEST_SLUG) return slug;
  const end = slug.lastIndexOf('-', LONGEST_SLUG);
  return slug.slice(0, end > 0 ? end : LONGEST_SLUG);
}

function trimHyphens(slug: string): string {
  return slug.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}
