import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { commandLine, isTooLong, type Shell, userShell } from '../../src/shell-quoting.ts';

describe('words for a shell', () => {
  it.each<[Shell, string[], string]>([
    ['posix', ['plain', '--flag=x/y.z'], 'plain --flag=x/y.z'],
    ['posix', ["it's", '$HOME `x` \\ "q"'], `'it'\\''s' '$HOME \`x\` \\ "q"'`],
    ['posix', [''], "''"],
    ['posix', ['a\nb'], "'a\nb'"],
    ['posix', ['\u001b\n%\u202e'], `"$(printf '\\033\\n%%\\342\\200\\256')"`],
    ['posix', ['x\nerror: no'], `"$(printf 'x\\nerror: no')"`],
    ['fish', ['a\u0007b\nnote: x'], "'a'\\u0007'b'\\n'note: x'"],
    ['powershell', ['a\nb\u001b$x'], '"a`nb`u{1b}`$x"'],
    ['fish', ["it's", 'back\\slash'], "'it\\'s' 'back\\\\slash'"],
    ['powershell', ["it's", '$env'], "'it''s' '$env'"],
  ])('%s %j', (shell, words, expected) => {
    expect(commandLine(words, shell)).toBe(expected);
  });

  it.each<[string, Record<string, string>, Shell]>([
    ['linux', { SHELL: '/bin/bash' }, 'posix'],
    ['linux', {}, 'posix'],
    ['darwin', { SHELL: '/opt/homebrew/bin/fish' }, 'fish'],
    ['win32', {}, 'powershell'],
    ['win32', { SHELL: '/usr/bin/bash' }, 'posix'],
  ])('%s with %j', (platform, variables, expected) => {
    expect(userShell(platform, variables)).toBe(expected);
  });

  it
    .runIf(process.platform !== 'win32')
    .each(['a\nb', "x\u001b%d\u202e'\\n", 'x\nnote: y', '$a `b`'])(
    'are given back by sh: %j',
    async (word) => {
      const { stdout } = await execa('sh', ['-c', `printf %s ${commandLine([word], 'posix')}`]);
      expect(stdout).toBe(word);
    },
  );

  it('are too many for a command line from 30,000 characters', () => {
    expect(isTooLong(['a'.repeat(14_999), 'b'.repeat(15_000)])).toBe(false);
    expect(isTooLong(['a'.repeat(15_000), 'b'.repeat(15_000)])).toBe(true);
  });
});
