import { processVariables } from '../process.ts';
import { runGit } from './run.ts';

const ABOUT_REMOTES =
  /^(?:http|credential|protocol|safe|ssh|core\.sshcommand|core\.gitproxy)(?:\.|$)/;

/** Those whose values are run. */
const IS_COMMAND = /^(?:core\.sshcommand|core\.gitproxy|credential\.(?:.*\.)?helper)$/;

export interface RemoteSettings {
  file: string;
  /** Names of those that are commands, and that the repository itself sets. */
  ownCommands: string[];
  /** The form of object ids, such as `sha1`. */
  format: string;
  variables: Record<string, string>;
}

/** What a clone is told about reaching remotes, as git itself puts it together from all of its files. */
export async function settingsOf(root: string): Promise<RemoteSettings> {
  const { stdout } = await runGit(root, ['config', '--list', '-z', '--show-scope']);
  const fields = stdout.split('\0');
  // A scope and an entry in turn; a name without a value is true, an empty value would be false.
  const all = fields.flatMap((entry, at): [string, string, string][] => {
    if (at % 2 === 0 || entry === '') return [];
    const end = entry.indexOf('\n');
    const scope = fields[at - 1] ?? '';
    return end < 0
      ? [[entry, 'true', scope]]
      : [[entry.slice(0, end), entry.slice(end + 1), scope]];
  });
  const pairs = all.filter(([key]) => ABOUT_REMOTES.test(key));
  const isSet = pairs.some(([key]) => key === 'core.sshcommand');
  const { GIT_SSH_COMMAND, GIT_SSH } = processVariables();
  const isOwn = isSet || GIT_SSH_COMMAND || GIT_SSH;
  return {
    file: pairs.map(([key, value]) => written(key, value)).join(''),
    ownCommands: pairs.flatMap(([key, , scope]) =>
      IS_COMMAND.test(key) && ['local', 'worktree'].includes(scope) ? key : [],
    ),
    format: all.findLast(([key]) => key === 'extensions.objectformat')?.[1] ?? 'sha1',
    variables: isOwn ? {} : { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=10' },
  };
}

/** A setting as git-config(1) describes the file: the part between the first and the last dot is quoted. */
function written(key: string, value: string): string {
  const [first, last] = [key.indexOf('.'), key.lastIndexOf('.')];
  const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`;
  const middle = first < last ? ` ${quoted(key.slice(first + 1, last))}` : '';
  return `[${key.slice(0, first)}${middle}]\n\t${key.slice(last + 1)} = ${quoted(value)}\n`;
}
