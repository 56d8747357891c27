import {
  type StatusChoices,
  statusChoices,
  statusLabel,
  statusWord,
} from '../../document/head/status-choices.ts';
import { nearestName } from '../../words/did-you-mean.ts';
import { type ReadProposal, statusSaid } from './read-proposal.ts';

/** The statuses that are used in a repository. */
export interface Vocabulary {
  /** Those that a configuration, the template or a comment names, in their order, and behind them those in use. */
  values: string[];
  /** Every value in use, as written, with what it says beside its words. */
  written: ReadonlySet<string>;
  /** Those that somebody has said there are, and no others; none where nobody has. */
  declared: readonly string[];
  /** How many proposals have a status, by its word. */
  counts: ReadonlyMap<string, number>;
}

/** What a proposal adds to the vocabulary. */
export interface SaidStatus {
  value: string | undefined;
  choices: StatusChoices;
}

const NO_CHOICES: StatusChoices = { values: [], isClosed: false };

export function saidStatus(read: Pick<ReadProposal, 'status'>): SaidStatus {
  const { status } = read;
  const choices = status ? statusChoices(status.text, status.field) : NO_CHOICES;
  return { value: statusSaid(read), choices };
}

/**
 * The vocabulary of a repository, which is never a list of ours.
 * @param configured what the configuration says
 * @param template what the template says of its own status
 */
export function vocabularyOf(
  said: readonly SaidStatus[],
  { configured, template }: { configured: readonly string[]; template: StatusChoices },
): Vocabulary {
  const closed = [template, ...said.map(({ choices }) => choices)].filter(
    ({ isClosed }) => isClosed,
  );
  const declared =
    configured.length > 0 ? configured : [...new Set(closed.flatMap(({ values }) => values))];
  const counts = new Map<string, number>();
  const forms = new Map<string, string>();
  for (const { value } of said) {
    const word = statusWord(value ?? '');
    if (value === undefined || word === '') continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    const form = statusLabel(value);
    if (!forms.has(word) || form === value) forms.set(word, form);
  }
  const known = new Set(declared.map(statusWord));
  const used = [...forms].filter(([word]) => !known.has(word)).map(([, form]) => form);
  const open = template.values.filter((each) => !known.has(statusWord(each)));
  const written = new Set(said.flatMap(({ value }) => value ?? []));
  return { values: [...new Set([...declared, ...open, ...used])], written, declared, counts };
}

/** What says that another proposal has come instead of one, in the languages that are read. */
export const SAYS_SUPERSEDED =
  /^\P{L}*(?:super[sc]eded|replaced|obsoleted|ersetzt|abgelöst|remplacé|annulé|reemplazad|sustituid|substituíd|sostituit|замен|已?被?(?:取代|替代)|置き換え|대체)/iu;

/**
 * The status that a word may be, misspelled. Another form of the same word, as `implementing` is of `implemented`, and one
 * that begins otherwise, as `inactive`, are no misspellings.
 */
export function meantStatus(value: string, known: readonly string[]): string | undefined {
  const word = statusWord(value);
  const nearest = nearestName(word, known.map(statusWord));
  if (nearest === undefined || nearest.charAt(0) !== word.charAt(0)) return undefined;
  const [own, other] = [word, nearest].map((each) => each.replace(WORD_ENDING, ''));
  const areForms = own === other && own !== word && other !== nearest && word !== nearest;
  return areForms ? undefined : known.find((each) => statusWord(each) === nearest);
}

const WORD_ENDING = /(?:ing|ed|able|ation)$/;
