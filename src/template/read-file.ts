import fs from 'fs-extra';
import { decoded } from '../disk/decoded.ts';
import { isInside } from '../disk/inside.ts';
import { readRegular } from '../disk/read-file.ts';
import { codeOf, Failure, messageOf } from '../failure.ts';
import { shellWord } from '../shell-quoting.ts';
import type { DateForms } from './siblings/date-forms-of.ts';
import type { SiblingForm } from './siblings/with-sibling-form.ts';

export interface TemplateLocation {
  /** Absolute; a file, or a directory with a main document. */
  path: string;
  /** The template itself, where it is in no file but made of the proposals that are there. */
  text?: string;
  /** The digits of the number in the title, where they are not those of the name. */
  titleWidth?: number;
  /** What a new proposal's status is called here. */
  status?: string;
  /** How the proposals that are there write dates, by label. */
  dateForms?: DateForms;
  /** How they differ from their template. */
  siblings?: SiblingForm;
  name: string;
  /** The directory that it may not lie outside of, links followed, unless the user named it. */
  within?: string;
  /** Whether the number is that of an issue or pull request. */
  isAssigned?: boolean;
  /** Whether what lies beside the main document comes along. */
  hasCompanions?: boolean;
  /** Whether it ships with the program, and is known by its name alone. */
  isPreset?: boolean;
  /** The statuses that proposals of it go through, where it ships with the program. */
  statuses?: readonly string[];
}

const LARGEST_TEMPLATE = 2_000_000;

/** The text of a template file. Throws a Failure when it cannot be read, or is no UTF-8 text. */
export function readText(file: TemplateLocation): string {
  const text = decoded(readBytes(file));
  if (text === undefined) throw unusableError(file.name, 'it is not UTF-8 text');
  return text;
}

/** The bytes of a template file. Throws a Failure when it cannot be read, is too large, or lies outside. */
export function readBytes(file: TemplateLocation): Buffer {
  const target = readingTemplate(file, () => fs.realpathSync(file.path));
  refuseOutside(file, target);
  const bytes = readingTemplate(file, () => readRegular(target, { largest: LARGEST_TEMPLATE }));
  if (!bytes) throw goneError(file.name);
  return bytes;
}

/** Does something with a template file; an error in it is told with the file's name. */
export function readingTemplate<T>({ name }: TemplateLocation, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw codeOf(error) === 'ENOENT'
      ? goneError(name)
      : unusableError(name, messageOf(error), error);
  }
}

/** The error for a template that cannot be used. */
export function unusableError(name: string, reason: string, cause?: unknown): Failure {
  return Failure.usage('invalid-template', `${name}: ${reason}`, {
    hint: '--template takes a Markdown file, a directory with one, or a name listed by npx create-enhancement templates',
    cause,
  });
}

/** The error for a template whose expressions cannot be used. */
export function invalidTemplateError(message: string, cause?: unknown): Failure {
  return Failure.usage('invalid-template', message, {
    hint: 'Write a value as {{name}}, and other braces as \\{{ or in code; see docs/templates.md',
    cause,
  });
}

function goneError(name: string): Failure {
  return Failure.usage('invalid-template', `There is no template ${name}`, {
    hint: 'If it was deleted, restore it with git restore, or commit that it is gone; --template takes a Markdown file, a directory with one, or a name listed by npx create-enhancement templates',
  });
}

function refuseOutside({ name, path: file, within }: TemplateLocation, target: string): void {
  if (within === undefined) return;
  if (isInside(fs.realpathSync(within), target)) return;
  throw Failure.usage(
    'invalid-template',
    `${name}: the template is outside the repository: ${target}`,
    {
      hint: `To use it anyway, pass --template ${shellWord(file)}`,
    },
  );
}
