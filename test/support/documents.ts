import fc from 'fast-check';

/** Lines that can stand anywhere in a Markdown document, and what makes headings hard to find. */
const word = fc.constantFrom(
  'alpha',
  'Beta',
  'gamma delta',
  '`code`',
  '*em*',
  '語',
  '🇪🇺',
  '[link](x)',
  'a # b',
);

const block = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), word)
    .map(([level, text]) => [`${'#'.repeat(level)} ${text}`]),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), word)
    .map(([level, text]) => [`  ${'#'.repeat(level)} ${text} ##`]),
  fc.tuple(word, fc.constantFrom('===', '---')).map(([text, rule]) => [text, rule]),
  word.map((text) => [text, 'and more']),
  word.map((text) => ['```', `# ${text}`, '```']),
  word.map((text) => ['~~~~ md', `## ${text}`, '```', '~~~~']),
  word.map((text) => [`- ${text}`, `  ## ${text}`, '', '  ```', '  # no', '  ```']),
  word.map((text) => [`1. # ${text}`]),
  word.map((text) => [`> # ${text}`, '> text', 'lazy']),
  word.map((text) => ['<!--', `# ${text}`, '', '-->']),
  word.map((text) => ['<details>', `<summary>${text}</summary>`, '', text, '', '</details>']),
  word.map((text) => [`| ${text} | b |`, '|---|---|', '| c | d |']),
  word.map((text) => [`    # ${text}`]),
  fc.constantFrom(
    ['---'],
    ['* * *'],
    [''],
    ['', '[x]: y', ''],
    ['\tindented'],
    ['<div>', '# in html', '</div>'],
    ['text  '],
  ),
);

const ending = fc.constantFrom('\n', '\r\n', '\r');

/** Markdown documents of any shape, with any kind of line ending. */
export const documents = fc
  .tuple(
    fc.array(fc.tuple(block, fc.boolean()), { maxLength: 14 }),
    ending,
    fc.boolean(),
    fc.boolean(),
  )
  .map(([blocks, eol, hasMark, hasFinal]) => {
    const lines = blocks.flatMap(([text, isFollowedByBlank]) =>
      isFollowedByBlank ? [...text, ''] : text,
    );
    return (hasMark ? '\uFEFF' : '') + lines.join(eol) + (hasFinal ? eol : '');
  });
