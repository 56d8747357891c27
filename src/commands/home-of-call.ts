import type { Environment } from '../environment.ts';
import type { HomeWish } from '../workspace/choose-directory.ts';
import { directoryOf } from '../workspace/find-proposal.ts';
import { type Home, openHome } from '../workspace/home.ts';
import { refuseMissingDirectory } from '../workspace/unfound.ts';

/** What a call says of the place of proposals. */
interface PlaceOfCall {
  /** As named; where it is says where its siblings are. */
  proposal?: string | undefined;
  directory?: string | undefined;
  template?: string | undefined;
}

/** Where to look for proposals that are there: by the flags of a call, and near the proposal that it names. */
export function placeWish({ proposal, directory, template }: PlaceOfCall, cwd: string): HomeWish {
  const near = proposal === undefined ? undefined : directoryOf(cwd, proposal);
  return {
    ...(directory !== undefined && { directory }),
    ...(template !== undefined && { template }),
    ...(near !== undefined && { near }),
    anyArea: true,
  };
}

/**
 * Opens the home of proposals that are there.
 * @throws Failure when `--dir` names no directory, or nothing says which of several is meant
 */
export function openExistingHome(call: PlaceOfCall, environment: Environment): Promise<Home> {
  refuseMissingDirectory(call.directory, environment.cwd);
  const wish = placeWish(call, environment.cwd);
  return openHome(environment, { ...wish, isForReading: true });
}
