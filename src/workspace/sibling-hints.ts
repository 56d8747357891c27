import { type Convention, isNumbered } from '../convention/convention.ts';
import type { Detection } from '../convention/detection/detect.ts';
import { numberIn } from '../convention/entry-name.ts';
import { numberPrefix, readEntryName } from '../convention/parse-entry-name.ts';
import { frontMatterEnd } from '../document/markdown/front-matter.ts';
import type { TemplateLocation } from '../template/read-file.ts';
import type { Sibling } from '../template/siblings/siblings.ts';
import { titleWidth } from '../template/siblings/title-width.ts';
import type { Survey } from './survey.ts';

interface FoundSiblings {
  convention: Convention;
  detection: Detection | undefined;
}

/** So many of the latest proposals say how the next one is written. */
const MOST_READ_SIBLINGS = 10;

/** What the proposals that are there say of how the template is filled in. */
export async function siblingHints(
  survey: Survey,
  found: FoundSiblings,
): Promise<Pick<TemplateLocation, 'titleWidth' | 'status' | 'dateForms' | 'siblings'>> {
  const siblings = await readSiblings(survey, found);
  if (siblings.length === 0) return {};
  const titles = siblings.map(({ text, number }) => ({
    // A comment of front matter is no heading.
    title: /^#[ \t]+(.*)$/m.exec(text.slice(frontMatterEnd(text)))?.[1] ?? '',
    number,
  }));
  const width = titleWidth(titles, found.convention.width);
  const status = await statusIn(survey, found, siblings);
  return {
    ...(width !== undefined && { titleWidth: width }),
    ...(status !== '' && { status }),
    ...(await datesIn(survey, found, siblings)),
    ...(await formIn(survey, found, { siblings, titles })),
  };
}

/** The latest of the proposals that are there. */
export async function readSiblings(
  { read }: Survey,
  { convention, detection }: FoundSiblings,
): Promise<Sibling[]> {
  const paths = detection?.siblings.toSorted().slice(-MOST_READ_SIBLINGS) ?? [];
  const prefix = numberPrefix(convention);
  const numberSaidIn = isNumbered(convention)
    ? undefined
    : (await import('../template/siblings/said-number.ts')).numberSaidIn;
  return paths.flatMap((file) => {
    const text = read(file);
    const [name = '', parent = ''] = file.split('/').reverse();
    const entry = convention.layout === 'directory' ? parent : name;
    const form = readEntryName(entry, convention);
    if (text === undefined) return [];
    const digits = form.kind === 'number' ? form.digits : '';
    const named = { number: numberIn(entry, prefix), digits };
    return { text, slug: form.slug, ...(numberSaidIn?.(text) ?? named) };
  });
}

/** What a new proposal's status is called, where the template waits for it. */
async function statusIn(
  { read }: Survey,
  { detection }: FoundSiblings,
  siblings: readonly Sibling[],
): Promise<string> {
  const text = detection?.template === undefined ? '' : (read(detection.template) ?? '');
  if (!/^STATUS\b/m.test(text)) return '';
  const { statusesIn, statusFor } = await import('../template/siblings/head.ts');
  return statusFor(
    siblings.flatMap((each) => statusesIn(each.text, 0)),
    siblings,
  );
}

/** How others write dates, where the template has a place for one. */
async function datesIn(
  { read }: Survey,
  { detection }: FoundSiblings,
  siblings: readonly Sibling[],
): Promise<Pick<TemplateLocation, 'dateForms'>> {
  const text = detection?.template === undefined ? '' : (read(detection.template) ?? '');
  const hasDate =
    /^[ \t|]{0,4}[^\n:=|]{0,30}\b(?:date|created|updated|opened|submitted|filed|drafted|raised|started|datum|fecha|data)\b[^\n:=|]{0,20}[:=|]/im;
  if (siblings.length < 2 || !hasDate.test(text)) return {};
  const { dateFormsOf } = await import('../template/siblings/date-forms-of.ts');
  return { dateForms: dateFormsOf(siblings.map((each) => each.text)) };
}

/** What a template lacks that the proposals have, and how they make values of what they are called by. */
async function formIn(
  { read }: Survey,
  { detection }: FoundSiblings,
  {
    siblings,
    titles,
  }: {
    siblings: readonly Sibling[];
    titles: readonly { title: string; number: number | undefined }[];
  },
): Promise<Pick<TemplateLocation, 'siblings'>> {
  const text = detection?.template === undefined ? undefined : read(detection.template);
  if (text === undefined || siblings.length < FEWEST_ALIKE) return {};
  const { siblingForm } = await import('../template/siblings/sibling-form.ts');
  return { siblings: siblingForm(text, siblings, titles) };
}

/** So many proposals that do the same say that the next one does. */
const FEWEST_ALIKE = 3;
