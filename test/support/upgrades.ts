import fc from 'fast-check';
import { documents } from './documents.ts';

const titles = [
  'Summary',
  'Motivation',
  'Goals',
  'Design',
  'Test Plan',
  'Drawbacks',
  'Why',
  'Costs',
  'Notes [optional]',
];
const explanations = [
  'Say what it is about, in a paragraph.',
  'Ask what this costs, and whom.',
  '<!-- Read this first -->',
  'N/A',
  '',
];

const section = fc.record({
  title: fc.constantFrom(...titles),
  level: fc.constantFrom(2, 2, 2, 3, 4),
  words: fc.constantFrom(...explanations),
});

type Section = { title: string; level: number; words: string };

const textOf = (sections: readonly Section[]) =>
  `# T\n\n${sections.map(({ title, level, words }) => `${'#'.repeat(level)} ${title}\n\n${words}\n`).join('\n')}`;

const templates = fc.uniqueArray(section, { selector: ({ title }) => title, maxLength: 8 });

/** A template, what it has become, and what people made of it: each section kept, left out, or with words of their own. */
export const upgrades = fc
  .tuple(
    templates,
    templates,
    fc.array(fc.tuple(fc.constantFrom('keep', 'drop', 'write', 'append', 'own'), documents), {
      minLength: 8,
      maxLength: 8,
    }),
  )
  .map(([base, template, edits]) => {
    const own = base.flatMap((each, at): string[] => {
      const [what, words] = edits[at] ?? ['keep', ''];
      const heading = `${'#'.repeat(each.level)} ${each.title.replace(' [optional]', '')}\n\n`;
      const mine = words
        .replace(/^\uFEFF/, '')
        .replace(/\r\n?/g, '\n')
        .split('\n')
        .map((line) => (line.trim() === '' ? '' : `${line} §${at}`))
        .join('\n');
      if (what === 'drop') return [];
      if (what === 'write') return [`${heading}${mine}\n`];
      if (what === 'append') return [`${heading}${each.words}\n\n${mine}\n`];
      return what === 'own'
        ? [`## Mine ${at} §\n\nx §\n\n`, `${heading}${each.words}\n`]
        : [`${heading}${each.words}\n`];
    });
    return {
      base: textOf(base),
      template: textOf(template),
      document: `# Mine §\n\n${own.join('\n')}`,
    };
  });
