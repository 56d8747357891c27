import type { UpgradeChange } from '../../document/upgrade/upgrade-result.ts';
import { doubtTexts } from '../section.ts';

/** Why a section's place is doubtful, as parts of sentences. */
export function doubtsOf({
  doubts = [],
  similar,
  level = 0,
  line = 0,
  section = '',
}: UpgradeChange): string[] {
  return doubtTexts({
    heading: section,
    line,
    level,
    certain: false,
    doubts,
    ...(similar && { similar }),
  });
}

/** What was done about one change of the template. */
export function changeLine(
  change: UpgradeChange,
  { path, isDry, isRefused }: { path: string; isDry: boolean; isRefused: boolean },
): string {
  const { kind, section = '', line, from = '', to = '', applied, certain } = change;
  const at = line === undefined ? '' : ` ${path}:${line}`;
  const does = (done: string, would: string) => (applied && !isDry && !isRefused ? done : would);
  switch (kind) {
    case 'gained':
      if (applied || isRefused) return `${does('Added', 'Would add')} ${section}${at}`;
      return notAdded(change);
    case 'renamed':
      return `${does('Renamed', 'Would rename')} ${from} to ${to}${at}`;
    case 'guidance':
      if (!certain)
        return `In doubt: the template ${to === '' ? 'no longer has' : 'has changed'} the guidance above an answer${inSection(section)}${at}`;
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

function inSection(section: string): string {
  return section === '' ? '' : ` in ${section}`;
}

function notAdded(change: UpgradeChange): string {
  const { section = '', declined, reason } = change;
  if (declined) return `Left out: ${section}`;
  if (isOffered(change)) return `Optional: ${section}; add it with --with "${section}"`;
  return `In doubt: ${section} was not added: ${reason ?? doubtsOf(change).join('; ')}`;
}
