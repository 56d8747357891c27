import type { RemoteOptions } from '../proposals/remote/remote-numbers.ts';
import { isSet, type Options, refuseTogether } from './options.ts';

/**
 * What the flags say about the remote.
 * @throws Failure when they contradict each other
 */
export function remoteOptions(options: Options): RemoteOptions {
  refuseTogether(options, ['--online', '--offline']);
  refuseTogether(options, ['--reserve', '--offline']);
  return {
    online: isSet(options, '--online'),
    reserve: isSet(options, '--reserve'),
    offline: isSet(options, '--offline'),
  };
}
