import { runGit } from './run.ts';

/** Settings about reaching remotes: proxies, helpers, headers, other addresses. */
const ABOUT_REMOTES =
  /^(?:http|credential|protocol|safe|ssh|core\.sshcommand|core\.gitproxy)(?:\.|$)/;

/** What git is told about reaching remotes from a clone, wherever it is written, and the form of its object ids. */
export async function settingsOf(
  root: string,
): Promise<{ format: string; variables: Record<string, string> }> {
  const { stdout } = await runGit(root, ['config', '--list', '-z']);
  const all = stdout
    .split('\0')
    .filter(Boolean)
    .map((entry) => entry.split(/\n(.*)/s));
  const pairs = all.filter(([key = '']) => ABOUT_REMOTES.test(key));
  const named = pairs.flatMap(([key = '', value = ''], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  const isSet = pairs.some(([key]) => key === 'core.sshcommand');
  const isOwn = isSet || process.env.GIT_SSH_COMMAND || process.env.GIT_SSH;
  return {
    format: all.findLast(([key]) => key === 'extensions.objectformat')?.[1] ?? 'sha1',
    variables: {
      GIT_CONFIG_COUNT: String(pairs.length),
      ...Object.fromEntries(named),
      ...(!isOwn && { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=10' }),
    },
  };
}
