import * as v from 'valibot';
import { isFileName } from '../../file-names.ts';
import { DOCUMENT_PLACEHOLDER } from '../document-name.ts';
import { READABLE_DATES } from '../parse-entry-name.ts';

const NUMBERINGS = ['sequential', 'assigned', 'date', 'none'] as const;

const LEVELS = ['error', 'warning', 'note', 'off'] as const;

const pattern = v.pipe(
  v.string(),
  v.check(isFileName, 'expected a name without / and \\'),
  v.check(
    (name) => /\{(?:number|slug|date)[:}]/.test(name),
    'expected {number}, {slug} or {date} in it, as in {number}-{slug}',
  ),
  v.check(
    (name) => !/\{(?!(?:number|slug(?::[Ww]ord[-_ ]?[Ww]ord)?|date(?::[^{}]+)?)\})/.test(name),
    'expected {number}, {slug} or {date:YYYYMMDD} in braces',
  ),
  v.check(
    (name) => READABLE_DATES.includes(/\{date:([^{}]+)\}/.exec(name)?.[1] ?? 'YYYY-MM-DD'),
    `expected a date as one of ${READABLE_DATES.join(', ')}`,
  ),
);

const documentPattern = v.pipe(
  v.string(),
  v.check(isFileName, 'expected a name without / and \\'),
  v.check(
    (name) => !name.replace(DOCUMENT_PLACEHOLDER, '').includes('{'),
    'expected {slug}, {name} or {name:lower} in braces',
  ),
);

/** What a configuration may say of checking. */
export const CHECK_KEYS = {
  severities: v.pipe(
    v.optional(v.record(v.string(), v.picklist(LEVELS))),
    v.description('Severities of findings, by code'),
  ),
  strictWhen: v.pipe(
    v.optional(v.array(v.string())),
    v.description(
      'Statuses that require a complete proposal; in others, missing content is only a note',
    ),
  ),
};

/** What a configuration may hold: what differs from what is found in the repository. */
export const configurationSchema = v.strictObject({
  $schema: v.optional(v.string()),
  directory: v.pipe(
    v.optional(v.string()),
    v.description('Directory of the proposals, relative to this file'),
  ),
  name: v.pipe(
    v.optional(pattern),
    v.description(
      'Name of a proposal, made of {number}, {slug} (or {slug:word_word}) and {date:YYYYMMDD}; a name ending in .md is a file',
    ),
  ),
  numbering: v.pipe(v.optional(v.picklist(NUMBERINGS)), v.description('Where numbers come from')),
  width: v.pipe(
    v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)))),
    v.description('Digits of a number, leading zeros included; 0 or null for no padding'),
  ),
  template: v.pipe(
    v.optional(v.string()),
    v.description('A file or directory relative to this file, or the name of a built-in template'),
  ),
  document: v.pipe(
    v.optional(v.nullable(documentPattern)),
    v.description(
      'Main document of a proposal directory, in which {slug} and {name} stand for its own; null if proposals are files',
    ),
  ),
  reserve: v.pipe(
    v.optional(v.boolean()),
    v.description('Whether numbers are reserved on the remote before writing'),
  ),
  statuses: v.pipe(
    v.optional(v.array(v.pipe(v.string(), v.nonEmpty('expected a status')))),
    v.description('The allowed statuses of proposals, in order'),
  ),
  check: v.pipe(v.optional(v.strictObject(CHECK_KEYS)), v.description('How proposals are checked')),
});

export type Configuration = Omit<v.InferOutput<typeof configurationSchema>, '$schema'>;
