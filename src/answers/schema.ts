import * as v from 'valibot';

/** Characters of an answer; the longest known section of a proposal has a tenth of that. */
const MOST_CHARACTERS = 1_000_000;
/** Characters of a title, which is a heading, and a part of a path. */
const LONGEST_TITLE = 300;

const LINE_BREAK = /\r\n|\n|\r/;

/** Prose of any number of lines, unchanged except for line endings, which become `\n`. */
const proseSchema = v.pipe(
  v.string(),
  v.check(
    (text) => text.length <= MOST_CHARACTERS,
    ({ input }) => `expected at most ${MOST_CHARACTERS} characters, found ${input.length}`,
  ),
  v.check(
    (text) => strayCharacter(text) === undefined,
    ({ input }) =>
      `expected text, found the character ${strayCharacter(input)}, which is not valid text`,
  ),
);

const oneLine = v.pipe(
  proseSchema,
  v.check((text) => !LINE_BREAK.test(text.trim()), 'expected one line, found several'),
);

const nonEmptyLine = v.pipe(
  oneLine,
  v.check((text) => text.trim() !== '', 'expected text, found only white space'),
);

const sectionNames = v.array(v.pipe(v.string(), v.nonEmpty('expected a section, found nothing')));

const story = v.union(
  [
    v.pipe(proseSchema, v.description('Text; for a title, put it first, then a blank line')),
    v.strictObject({ title: v.optional(oneLine), text: v.optional(proseSchema) }),
  ],
  'expected text, or a title and text',
);

const wholeNumber = v.pipe(
  v.number(),
  v.safeInteger('expected a whole number'),
  v.minValue(1, 'expected a number from 1'),
);

/** An issue or pull request as people write it: `1234`, `#1234`, or its address. */
const REFERENCE =
  /^(?:#?|https?:\/\/\S+\/(?:issues|pull|pulls|merge_requests|-\/issues|work_items)\/)(\d+)(?:[/?#]\S*)?$/;

/** Characters; as many as browsers accept. */
const LONGEST_ADDRESS = 2000;

const numberReference = v.pipe(
  v.string(),
  v.trim(),
  v.check(
    (text) => text.length <= LONGEST_ADDRESS && REFERENCE.test(text),
    'expected a number, #number or the URL of an issue or pull request',
  ),
  v.transform((text) => Number(REFERENCE.exec(text)?.[1])),
  v.safeInteger('expected a whole number'),
  v.minValue(1, 'expected a number from 1'),
);

/** The contents of an answers file; flags are read into the same shape. */
export const answersSchema = v.strictObject({
  title: v.pipe(
    v.optional(
      v.pipe(
        nonEmptyLine,
        v.check(
          (text) => text.length <= LONGEST_TITLE,
          ({ input }) => `expected at most ${LONGEST_TITLE} characters, found ${input.length}`,
        ),
      ),
    ),
    v.description('The title of the proposal'),
  ),
  slug: v.pipe(
    v.optional(oneLine),
    v.description('The name in the path instead of one derived from the title'),
  ),
  number: v.pipe(
    v.optional(v.union([wholeNumber, numberReference], 'expected a number, #number or a URL')),
    v.description(
      'The number instead of the next one; also #1234, or the URL of an issue or pull request',
    ),
  ),
  area: v.pipe(
    v.optional(nonEmptyLine),
    v.description('The directory of the group that the proposal belongs to'),
  ),
  summary: v.pipe(v.optional(proseSchema), v.description('The text of the summary')),
  goals: v.pipe(v.optional(v.array(proseSchema)), v.description('One text for each goal')),
  'non-goals': v.pipe(
    v.optional(v.array(proseSchema)),
    v.description('One text for each non-goal'),
  ),
  stories: v.pipe(v.optional(v.array(story)), v.description('The user stories')),
  with: v.pipe(
    v.optional(sectionNames),
    v.description('Optional sections to include, by id or title'),
  ),
  without: v.pipe(
    v.optional(sectionNames),
    v.description('Sections to leave out although they are included by default, by id or title'),
  ),
  sections: v.pipe(
    v.optional(v.record(v.string(), proseSchema)),
    v.description('Text for any other section, by id or title'),
  ),
  values: v.pipe(
    v.optional(
      v.record(
        v.string(),
        v.union(
          [proseSchema, v.boolean(), v.array(proseSchema)],
          'expected text, a list, true or false',
        ),
      ),
    ),
    v.description('Values of custom template variables'),
  ),
  'nest-headings': v.pipe(
    v.optional(v.boolean()),
    v.description('Nest headings in answers below their section'),
  ),
});

export type AnswersInput = v.InferOutput<typeof answersSchema>;

/** The first non-text character, as `U+0000`: controls, lone surrogates, noncharacters. */
function strayCharacter(text: string): string | undefined {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isStray(code)) return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return undefined;
}

/** In ranges, since compiling an expression with Unicode properties takes a millisecond. */
function isStray(code: number): boolean {
  const control =
    code < 0x20 ? !'\t\n\r'.includes(String.fromCharCode(code)) : code >= 0x7f && code <= 0x9f;
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  const noncharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
  return control || surrogate || noncharacter;
}
