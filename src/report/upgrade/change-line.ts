import { sectionId } from '../../document/markdown/marker.ts';
import type { Doubt } from '../../document/sections/add-section-result.ts';
import type { UpgradeChange, UpgradeDoubt } from '../../document/upgrade/upgrade-result.ts';
import { doubtText } from '../section/doubts.ts';

/** Why a change is doubtful, as parts of sentences. */
export function doubtsOf({ doubts = [], similar, section = '', to = '' }: UpgradeChange): string[] {
  const has = to === '' ? 'no longer has' : 'has changed';
  return doubts.map((doubt) =>
    isOfUpgrade(doubt)
      ? OF_UPGRADE[doubt].replace('HAS', has)
      : similar?.heading === section && doubt === 'similar-heading'
        ? `"${section}" (line ${similar.line}) stands in another section`
        : doubtText(doubt, similar),
  );
}

const OF_UPGRADE: Record<Exclude<UpgradeDoubt, Doubt>, string> = {
  'template-rebuilt':
    'most of what the proposal has from its template is no longer in it, or in another place there',
  'parts-elsewhere': 'sections that belong in it stand elsewhere',
  'other-section': 'it may be another section',
  'above-answer': 'the template HAS the guidance above an answer',
  statement: 'the template HAS what may be a statement of the proposal',
  'was-hidden': 'the template no longer hides the guidance above an answer',
};

/** What was done about one change of the template. */
export function changeLine(
  change: UpgradeChange,
  { path, isDry, isRefused }: { path: string; isDry: boolean; isRefused: boolean },
): string {
  const { kind, section = '', line, from = '', to = '', certain, optional } = change;
  const applied = change.applied || (isRefused && certain && !optional && !change.similar);
  const at = line === undefined ? '' : ` ${path}:${line}`;
  const does = (done: string, would: string) => (applied && !isDry && !isRefused ? done : would);
  switch (kind) {
    case 'gained':
      if (applied) return `${does('Added', 'Would add')} ${section}${at}${accepted(change)}`;
      return notAdded(change);
    case 'renamed':
      if (applied) return `${does('Renamed', 'Would rename')} ${from} to ${to}${at}`;
      return notRenamed(change, at);
    case 'guidance':
      if (!applied) return notReplaced(change, at);
      return to === ''
        ? `${does('Removed', 'Would remove')} outdated guidance${inSection(section)}${at}`
        : `${does('Replaced', 'Would replace')} the guidance${inSection(section)}${at}`;
    case 'moved':
      return `The template now has ${section} in another place${at}`;
    case 'dropped':
      return `The template no longer has ${section}${at}`;
    case 'key':
      return `The template now has the key ${to}${section === '' ? '' : ` in ${section}`}`;
  }
}

/** Whether an optional section can be added; that authors may have left it out is not a doubt. */
export function isOffered({ optional, applied, reason, doubts = [] }: UpgradeChange): boolean {
  const isPlaceKnown = doubts.every((doubt) => doubt === 'unknown-base');
  return optional === true && !applied && reason === undefined && isPlaceKnown;
}

/** The flag that names a section: by its id where a shell would read the title as something else. */
export function withFlag(section: string): string {
  const isPlain = /^[\p{L}\p{N} ,.:;()?&/’'–-]+$/u.test(section);
  return `--with ${isPlain ? `"${section}"` : sectionId(section)}`;
}

/** What was in doubt of a section that was asked for by its name. */
function accepted(change: UpgradeChange): string {
  const doubts = doubtsOf(change).join('; ');
  return doubts === '' ? '' : `, although ${doubts}`;
}

function inSection(section: string): string {
  return section === '' ? '' : ` in ${section}`;
}

function notReplaced(change: UpgradeChange, at: string): string {
  const within = inSection(change.section ?? '');
  if (change.declined) return `Left as it is: the guidance${within}${at}`;
  const accept = change.section ? `; accept it with ${withFlag(change.section)}` : '';
  return `In doubt: ${doubtsOf(change).join('; ')}${within}${accept}${at}`;
}

function notRenamed(change: UpgradeChange, at: string): string {
  const { from = '', to = '', declined, similar } = change;
  if (similar)
    return `The template now calls "${from}" "${to}", but line ${similar.line} already has that heading${at}`;
  if (declined) return `Left as it is: ${from}${at}`;
  const why = doubtsOf(change).join('; ');
  return `In doubt: ${from} was not renamed to ${to}, since ${why}; rename it with ${withFlag(to)}${at}`;
}

function notAdded(change: UpgradeChange): string {
  const { section = '', declined, reason } = change;
  if (declined) return `Left out: ${section}`;
  if (isOffered(change)) return `Optional: ${section}; add it with ${withFlag(section)}`;
  const accept = reason === undefined ? `; accept it with ${withFlag(section)}` : '';
  return `In doubt: ${section} was not added: ${reason ?? doubtsOf(change).join('; ')}${accept}`;
}

function isOfUpgrade(doubt: UpgradeDoubt): doubt is keyof typeof OF_UPGRADE {
  return Object.hasOwn(OF_UPGRADE, doubt);
}
