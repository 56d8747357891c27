import { MARKDOWN_EXTENSIONS } from '../../file-names.ts';
import { LONG_NAMES, SHORT_FORMS, SHORT_NAMES } from '../../words/proposal-words.ts';
import { SURE, TEMPLATE_SIGNS, type TemplateFacts } from '../signs/template-signs.ts';

const TEMPLATE_EXTENSION = new RegExp(
  `(?:${MARKDOWN_EXTENSIONS})?(?:\\.(?:template|tmpl|hbs))?$`,
  'i',
);

const MAY_BE =
  /templ|nn|xx|00|yyyy|##|\.hbs$|\.tmpl$|blank|empty|skeleton|boilerplate|form|starter|scaffold/i;

/** What a template is called in other languages. */
const ABROAD =
  /plantilla|vorlage|mod[èe]le(?!d)|modelo|malline|predloga|sablona?|modello|szablon|sjabloon|şablon|шаблон|模板|范本|範本|テンプレート|雛形|템플릿/i;

/** A number yet to come: `NNNN`, `XXXX`, zeros, or the letters of a date. */
const PLACEHOLDER =
  /^(?:[a-z]{1,40}[-_]?)?(?:n{2,}|x{2,}|0{2,}|#{2,}|y{4}[-_]?m{2}(?:[-_]?d{2})?)(?=[-_. ]|$)/i;

/** A proposal that has the number 0, as decisions to record decisions do, or a draft that has none yet. */
const PLACEHOLDER_ENTRY =
  /^(?:[a-z]{1,40}[-_]?)?(?:0+|x+)[-_. ](?!(?:(?:my|your|short|some|the)[-_ ].*)?(?:title|slug|name|feature|proposal|example)$)/i;

const OTHER_TEMPLATES =
  /issue|pull[-_ ]?request|bug|release|(?:^|[-_])pr(?:[-_]|$)|mail|notification/i;

const PROPOSAL_WORD = `${SHORT_FORMS}|${LONG_NAMES}|design|spec|feature|architecture|change|doc|document|paper`;

const PLAIN_WORD = new RegExp(
  `^(?:(?:${PROPOSAL_WORD})s?|template|a|the|of|for|new|my|your|short|long|minimal|mini|simple|basic|bare|full|default|standard|annotated|main|process|madr|nygard|slug|title|name)$`,
  'i',
);

const OWN_WORD = new RegExp(`^(?:${SHORT_NAMES}|${LONG_NAMES})s?$`, 'i');

/** `BLANK-ADR`, `rfc_skeleton`: other words for a template, beside one for a proposal. */
const OTHER_WORDS = new RegExp(
  `^(?:(?:blank|empty|skeleton|boilerplate|form|starter|scaffold)[-_. ](?:${PROPOSAL_WORD})|(?:${PROPOSAL_WORD})[-_. ](?:blank|skeleton|boilerplate|form|starter|scaffold))s?$`,
  'i',
);

/** Behind a number of its own: `003-template`; a `0006-new-rfc-template` is a proposal for one. */
const NUMBERED_TEMPLATE = new RegExp(`^(?:(?:${PROPOSAL_WORD})[-_. ])?template$`, 'i');

const HAS_OWN_NUMBER = /^(?:[a-z]+[-_]?)?0*(?:[2-9]|1\d)/i;

type Said = 'isMentioned' | 'isForDocument' | 'isForFolder';

const UNSAID = { isMentioned: false, isForDocument: false, isForFolder: false };

/**
 * How clearly the name of a file or directory says that it is a proposal template; 0 when it does not, and below 1
 * where only its content can say. A template that is said to be one has more.
 */
export function templateRank(
  written: string,
  said: Partial<Pick<TemplateFacts, Said>> = {},
): number {
  const name = written.replace(ABROAD, 'template');
  if (!MAY_BE.test(name)) return 0;
  const stem = name.replace(TEMPLATE_EXTENSION, '').replace(/^_+/, '');
  if (OTHER_TEMPLATES.test(stem)) return 0;
  const own = factsOfName(stem, /\.(?:template|tmpl|hbs)$/i.test(name));
  const rank = (facts: TemplateFacts) =>
    TEMPLATE_SIGNS.reduce((sum, { points }) => sum + points(facts), 0);
  const byName = rank({ ...own, ...UNSAID });
  return byName === 0 ? 0 : rank({ ...own, ...UNSAID, ...said });
}

/** Whether a name leaves it to the content whether it is that of a template: no other word, zero, or a real number. */
export function isDoubtful(name: string): boolean {
  const rank = templateRank(name);
  const isSure = rank >= SURE && !HAS_OWN_NUMBER.test(name);
  return (rank > 0 && !isSure) || (rank === 3 && /0{2,}/.test(name));
}

/** Whether a name is that of a template, whatever is in it. */
export function isTemplateName(name: string): boolean {
  return templateRank(name) >= SURE;
}

/** Whether a name is that of a template, and says that it is one for proposals. */
export function isProposalTemplate(name: string): boolean {
  const words = name.replace(TEMPLATE_EXTENSION, '').split(/[-_. ]+/);
  return isTemplateName(name) && words.some((word) => OWN_WORD.test(word));
}

/** What a template's name says of entries: where their number or date goes. */
export function templateForm(
  name: string,
):
  | { kind: 'date'; format: string }
  | { kind: 'number'; prefix: string; width: number | null }
  | undefined {
  const stem = name.replace(TEMPLATE_EXTENSION, '').replace(/^_+/, '');
  const [, prefix = '', hole = ''] =
    /^((?:[a-z]+[-_])?)(n{2,}|x{2,}|0{2,}|#{2,}|y{4}[-_]?m{2}(?:[-_]?d{2})?)(?=[-_. ]|$)/i.exec(
      stem,
    ) ?? [];
  if (hole === '') return undefined;
  if (/^y/i.test(hole)) return { kind: 'date', format: hole.toUpperCase() };
  return { kind: 'number', prefix, width: hole.length };
}

/** Whether all words of a text are such as the title or name of any template is made of. */
export function isPlain(text: string): boolean {
  return text
    .split(/[-_. ]+/)
    .filter((word) => word !== '')
    .every((word) => PLAIN_WORD.test(word));
}

function factsOfName(stem: string, hasExtension: boolean): Omit<TemplateFacts, Said> {
  const [head = '', digits = '0'] = /^(?:[a-z]+[-_]?)?(\d+)[-_. ]?/i.exec(stem) ?? [];
  // A real number belongs to a proposal about templates, unless nothing else is said.
  const hasNumber = Number(digits) > 0;
  const words = hasNumber ? stem.slice(head.length) : stem;
  const ends =
    (hasExtension && !hasNumber) ||
    (Number(digits) > 1 ? NUMBERED_TEMPLATE : /(?:^|[-_. ])template$/i).test(words);
  const hasHole = !hasNumber && PLACEHOLDER.test(stem);
  return {
    ends,
    hasPlaceholder: hasHole && (ends || !PLACEHOLDER_ENTRY.test(stem)),
    begins: !hasNumber && /^(?:[a-z]{2,4}[-_])?template[-_]/i.test(stem),
    isPlain: (hasExtension && !hasNumber) || isPlain(words.replace(PLACEHOLDER, '')),
    hasOtherWord: !hasNumber && OTHER_WORDS.test(stem),
  };
}
