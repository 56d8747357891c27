import { isVisible, visible, withEscapes } from './visible.ts';

/** The shells whose quoting differs. */
export type Shell = 'posix' | 'fish' | 'powershell';

/** The shell the user most likely pastes a command into. */
export function userShell(platform: string, variables: Readonly<NodeJS.ProcessEnv>): Shell {
  const shell = variables.SHELL;
  if (shell === undefined) return platform === 'win32' ? 'powershell' : 'posix';
  return /(?:^|[\\/])fish$/.test(shell) ? 'fish' : 'posix';
}

/** Words as one command, quoted where a shell could interpret them. */
export function commandLine(words: readonly string[], shell: Shell): string {
  return words.map((word) => quote(word, shell)).join(' ');
}

/** A word as it can be pasted into a command that a message names; the quotes of POSIX are those of other shells as well. */
export function shellWord(word: string): string {
  return quote(word, 'posix');
}

/** Whether words are too long for a command line: Linux allows 128 KB a word, Windows 32,767 characters in all. */
export function isTooLong(words: readonly string[]): boolean {
  return words.join(' ').length > LONGEST_COMMAND;
}

const LONGEST_COMMAND = 30_000;

function quote(word: string, shell: Shell): string {
  if (/^[A-Za-z0-9_/.=:-]+$/.test(word)) return word;
  // Texts may have several lines, but none that looks like our own output.
  const isPlain =
    isVisible(word.replaceAll('\n', '')) && !/\n[ \t]*(?:error|hint|note):/i.test(word);
  return isPlain ? quotedPlainly(word, shell) : quotedWithEscapes(word, shell);
}

/** A word with the escapes of its shell for invisible characters and line breaks. */
function quotedWithEscapes(word: string, shell: Shell): string {
  switch (shell) {
    // POSIX printf: octal numbers of bytes are all that every shell understands.
    case 'posix':
      return `"$(printf ${quotedPlainly(withEscapes(word.replace(/[\\%]/g, '$&$&'), octal), shell)})"`;
    // fish takes escapes only outside of quotes.
    case 'fish':
      return withEscapes(quotedPlainly(word, shell), (each) => `'${visible(each)}'`);
    // PowerShell 7, about_Special_Characters.
    case 'powershell':
      return `"${withEscapes(word.replace(/[`"$]/g, '`$&'), backticked)}"`;
  }
}

function octal(character: string): string {
  if (character === '\n') return '\\n';
  const bytes = [...Buffer.from(character)];
  return bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

function backticked(character: string): string {
  if (character === '\n') return '`n';
  return character === '\r' ? '`r' : `\`u{${character.charCodeAt(0).toString(16)}}`;
}

function quotedPlainly(word: string, shell: Shell): string {
  switch (shell) {
    // POSIX.1-2024, Shell Command Language, 2.2.2: nothing is special between single quotes.
    case 'posix':
      return `'${word.replaceAll("'", "'\\''")}'`;
    // fish: \' and \\ are the only escapes between single quotes.
    case 'fish':
      return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
    // PowerShell, about_Quoting_Rules: a doubled single quote stands for one.
    case 'powershell':
      return `'${word.replaceAll("'", "''")}'`;
  }
}
