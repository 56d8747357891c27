import type { Alignment } from '../alignment/align.ts';
import { isTitle } from '../alignment/surroundings.ts';
import { type Heading, highestLevel, type Outline, parentOf } from '../markdown/heading.ts';
import { headingOfSection, headingsInHtml } from '../sections/html-blocks.ts';
import { isRequired } from '../sections/required.ts';
import { meansTheSame } from '../titles/likeness.ts';
import { titleForms } from '../titles/title-forms.ts';
import type { Lineage } from '../upgrade/versions/lineage.ts';
import type { MergedSection } from '../upgrade/versions/merge-templates.ts';
import type { Finding } from './finding.ts';
import { isPluralOf } from './heading-findings.ts';

interface Judged {
  lineage: Lineage;
  alignment: Alignment;
  /** What is said of headings that are misspelled. */
  near: readonly Finding[];
  /** Whether it is known what the document was made from. */
  hasBase: boolean;
}

/** The sections that a document has to have and has not, also by no other name and in no other form. */
export function missingFindings(
  outline: Outline,
  { lineage, alignment, near, hasBase }: Judged,
): Finding[] {
  const { headings } = outline;
  const misspelled = new Set(near.map((each) => ('expected' in each ? each.expected : '')));
  const known = new Set(alignment.anywhere.map((match) => match?.heading));
  const others = headings.filter(
    (_, at) => !known.has(at) && !isTitle(headings, at, lineage.sections),
  );
  const hasHtml = outline.hiding.some(({ type }) => type === 'html_block');
  const inHtml = hasHtml ? headingsInHtml(outline) : [];
  return absentFindings(lineage, alignment, hasBase).filter(
    (finding) =>
      finding.code !== 'section-missing' ||
      !(
        misspelled.has(finding.section) ||
        others.some((each) => isSaidSo(each, finding, lineage, alignment.shift)) ||
        headingOfSection(inHtml, finding.section)
      ),
  );
}

/**
 * Whether a heading at a section's level has its name but for plurals, or the last words of it, such as Explanation for
 * Guide-level explanation; or, also below another one, its name with a word that makes it no other section. What is no
 * goal is another thing.
 */
function isSaidSo(
  { title, level }: Heading,
  { section: name }: { section: string },
  { sections }: Lineage,
  shift: number,
): boolean {
  const section = sections.find((each) => each.title === name);
  if (section === undefined) return false;
  const wanted = section.level + shift;
  if (level <= wanted + 1 && meansTheSame(titleForms(name), titleForms(title))) return true;
  if (level !== wanted) return false;
  const [short, whole] = [titleForms(title).normal, titleForms(name).normal];
  const isShort = short.length >= SHORTEST_NAME && whole.endsWith(` ${short}`);
  return (
    (isShort && !/^(?:non?|not|out of)\b/.test(whole)) ||
    isPluralOf({ heading: title, expected: name })
  );
}

const SHORTEST_NAME = 6;

/** Sections deeper than this are parts of others, which authors put together as they need them. */
const DEEPEST_REQUIRED = 2;

function absentFindings(
  { sections }: Lineage,
  { anywhere }: Alignment,
  hasBase: boolean,
): Finding[] {
  const absent = sections.filter(({ now }, index) => now && anywhere[index] === undefined);
  const isInside = (section: MergedSection) => {
    const parent = sections[parentOf(sections, sections.indexOf(section)) ?? -1];
    // What has come since into a section that was there then is not had with it.
    const isOwn = section.base === undefined && parent?.base !== undefined;
    return parent !== undefined && absent.includes(parent) && !isOwn;
  };
  const top = highestLevel(sections);
  const own = absent.filter((section) => isRequired(section) && !isInside(section));
  // What could be left out then is not missing now.
  const then = own.filter(({ base }) => base && isRequired(base));
  const since = own.filter(({ base }) => !base).map(({ title }) => title);
  return [
    ...then.map(
      ({ title, id, level }): Finding => ({
        code: 'section-missing',
        section: title,
        id,
        ...(level > DEEPEST_REQUIRED && { isPart: true as const }),
        ...(level > top + 1 && { isDeep: true as const }),
        ...(!hasBase && { isUnjudged: true as const }),
        line: 1,
        column: 1,
      }),
    ),
    ...(since.length > 0 ? [{ code: 'behind' as const, sections: since, line: 1, column: 1 }] : []),
  ];
}
