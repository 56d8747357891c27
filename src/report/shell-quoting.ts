/** The shells whose quoting differs. */
export type Shell = 'posix' | 'fish' | 'powershell';

/** The shell the user most likely pastes a command into. */
export function userShell(platform: string, variables: Readonly<NodeJS.ProcessEnv>): Shell {
  const shell = variables.SHELL;
  if (shell === undefined) return platform === 'win32' ? 'powershell' : 'posix';
  return /(?:^|[\\/])fish$/.test(shell) ? 'fish' : 'posix';
}

/** Words as one command line; every word is quoted that a shell could read as anything else. */
export function commandLine(words: readonly string[], shell: Shell): string {
  return words.map((word) => quote(word, shell)).join(' ');
}

/** Whether words are more than a command line holds: Linux allows 128 KB a word, Windows 32,767 characters in all. */
export function isTooLong(words: readonly string[]): boolean {
  return words.join(' ').length > LONGEST_COMMAND;
}

const LONGEST_COMMAND = 30_000;

function quote(word: string, shell: Shell): string {
  if (/^[A-Za-z0-9_/.=:-]+$/.test(word)) return word;
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
