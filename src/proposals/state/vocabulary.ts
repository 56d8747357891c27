import {
  type StatusChoices,
  statusChoices,
  statusWord,
} from '../../document/head/status-choices.ts';
import { type ReadProposal, statusSaid } from './read-proposal.ts';

/** The statuses that are used in a repository. */
export interface Vocabulary {
  /** Those that a configuration, the template or a comment names, in their order, and behind them those in use. */
  values: string[];
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
    if (!forms.has(word)) forms.set(word, value);
  }
  const known = new Set(declared.map(statusWord));
  const used = [...forms].filter(([word]) => !known.has(word)).map(([, form]) => form);
  const open = template.values.filter((each) => !known.has(statusWord(each)));
  return { values: [...new Set([...declared, ...open, ...used])], declared, counts };
}
