import { OWN_NAMES } from '../../words/proposal-words.ts';
import { DATE_FORM, dateFormIn } from './date-forms.ts';
import { type Edit, orElse } from './handlebars.ts';

/** The word for the date between signs that say that something else comes there, or as all of a value. */
const HELD_DATE = String.raw`^(?:today(?:'s date)?|insert date|current date)$|[<[({] ?(?:insert|current) date ?[>\])}]|\$\{date\}|\$date\b|%date%|@@date@@|__date__|\{\{ ?date ?\}\}|[<[({] ?date ?[>\])}]|^["']?(?:date|todo|tbd)["']?$|^(?:the )?(?:date|day) (?:of|when|on|that|this)\b.*$`;

const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${DATE_FORM})(?![\\p{L}\\p{N}])|${HELD_DATE}|<[^<>]{0,100}\\bdate\\b[^<>]{0,100}>|[<[({] ?today(?:'s date)? ?[>\\])}]`,
  'iu',
);

/** A number that is yet to come. */
export const NUMBER = new RegExp(
  `%number%|\\$\\{number\\}|@@number@@|(?<![A-Za-z0-9])(?:N{3,}|X{4,}|NUMBER)(?![A-Za-z0-9])|\\{\\{ ?number ?\\}\\}|[<[{](?:[a-z]+[- ])?(?:issue|${OWN_NAMES})?[- ]?number[>\\]}]`,
  'i',
);

/** A value that says what goes in its place. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim().replace(/^["'`]|["'`]$/g, '');
  return (
    /^(?:<.*>|\[[^\]]*\]|\(.*\)|\$?\{.*\}|tbd|todo|n\/a|\.{3}|…)?$/i.test(text) ||
    /fill|your |my |example|@?jane|@?john|^@(?:nick|user|handle|account|github)|<[^<>]+>|title$/i.test(
      text,
    ) ||
    /^[A-Z]{3,}$/.test(text) ||
    NAME_HERE.test(text)
  );
}

/** Whether a value stands for whoever writes: also where a label names them otherwise, such as `Owner`. */
export function isYourName(value: string): boolean {
  return /^<you>$|^["'`*_[<{(]*(?:your|ihr|dein|votre|tu|su|seu|il tuo) (?:(?:full )?name|nombre|nom|nome)(?: here)?["'`*_\]>})]*$/i.test(
    value.trim(),
  );
}

/** Whether a value under a label of authors is all stand-ins: `[Author 1](url), [Author 2](url)`, `First Last`. */
export function standsForPeople(value: string): boolean {
  const people = value.replace(/\]\([^()]*\)/g, ']').split(/[,;&]| and /);
  return people.every((each) =>
    STANDS_FOR_PERSON.test(each.replace(/[@"'`*_[\]<>{}$%]/g, '').trim()),
  );
}

const STANDS_FOR_PERSON =
  /^(?:author(?:[ _-]?(?:names?|\d|one|two|[a-z]))?|(?:full )?names? of (?:the )?authors?|(?:full|first|last|given) ?name(?: last ?name)?|first last|name(?: surname| \d)?(?: ?\(?@?(?:e-?mail|handle|github|(?:github|user)[-_ ]?(?:handle|name|id|user))\d?\)?)?|name lastname|your[- ](?:github[- ])?(?:handle|user(?:name)?|account)|vorname (?:nach)?name|pr[ée]nom nom|nombre apellidos?|nome cognome|nome sobrenome|имя фамилия|__author__|\?+)$/i;

/** What stands for a name, in the languages of the labels. */
const NAME_HERE =
  /^(?:(?:ihr |dein |vor- und nach)?name|(?:tu |su )?nombre|(?:votre )?nom|(?:seu |il tuo )?nome|(?:ваше )?имя|(?:你的)?(?:姓名|名字)|お?名前|氏名|이름|imię|adınız)$/iu;

/**
 * The date in place of a placeholder in a value; a value that is one bracket, or begins with words for the date that
 * end in its form, is one placeholder, whatever comment follows.
 */
export function dateEdit(value: string, start: number): Edit | undefined {
  const found = DATE.exec(value);
  if (!found) return undefined;
  const text = WHOLE.exec(value.trim())?.[0].trimEnd() ?? found[0];
  const at = start + value.indexOf(text);
  const form = dateFormIn(text);
  const code = form === 'YYYY-MM-DD' ? '{{date}}' : `{{date "${form}"}}`;
  return { start: at, end: at + text.length, parts: orElse('date', code, text) };
}

/** Whether a value is the form of a date and nothing else, under a label that does not mean another day. */
export function isDateForm(value: string, label: string): boolean {
  const isForm = ONLY_DATE.test(value.trim());
  return isForm && !OTHER_DAYS.test(label);
}

/** What happens to a proposal later than it is begun. */
export const OTHER_DAYS =
  /accept|approv|implement|reject|supersed|decid|due|deadline|target|expir|review|release|\bend(?:s|ed)?\b/i;

const ONLY_DATE = new RegExp(`^[<[({"'\`]*(?:${DATE_FORM})[>\\])}"'\`]*$`, 'iu');

/** A bracket that is all of a value but for a comment after it; or words, and the form of a date in parentheses. */
const WHOLE =
  /^(?:\{\{ ?date(?::[^{}]*)? ?\}\}|<[^<>]*>|\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|[A-Za-z ]{0,40}\bdate \([dmy./-]{8,10}\))(?=\s*(?:<!--.*|#.*)?$)/i;

const UNASSIGNED =
  /^(?:<[^<>]*\b(?:assigned|number)\b[^<>]*>|to be (?:assigned|determined|done)|tba|tbd|\?+)$/i;

const THREE_LETTERS = /(?<=^(?:[A-Za-z]{2,6}[- #]?)?)X{3}$/;

const IN_BRACKETS = /^[[<{](?:N{3,}|X{3,}|0{3,}|#{3,})[\]>}]$/;

const ONE_LETTER = /(?<=^(?:[A-Za-z]{2,6}[- #]?)?)[NX]$/;

/** The number in place of a placeholder, or of zeros, which mean nothing else here. */
export function numberEdit(value: string, start: number, code = '{{number}}'): Edit | undefined {
  const found =
    UNASSIGNED.exec(value.trim()) ??
    IN_BRACKETS.exec(value) ??
    NUMBER.exec(value) ??
    /(?<!\d)0{3,}(?!\d)/.exec(value) ??
    THREE_LETTERS.exec(value) ??
    ONE_LETTER.exec(value);
  if (!found) return undefined;
  const at = start + found.index;
  return { start: at, end: at + found[0].length, parts: orElse('number', code, found[0]) };
}
