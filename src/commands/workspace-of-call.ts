import type { Environment } from '../environment.ts';
import type { WorkspaceOptions } from '../workspace/directory/options.ts';
import { directoryOf } from '../workspace/location.ts';
import { refuseMissingDirectory } from '../workspace/unfound.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';

/** What a call says of the place of proposals. */
interface PlaceOfCall {
  /** As named; where it is says where its siblings are. */
  proposal?: string | undefined;
  directory?: string | undefined;
  template?: string | undefined;
}

/** Where to look for proposals that are there: by the flags of a call, and near the proposal that it names. */
export function placeOptions(
  { proposal, directory, template }: PlaceOfCall,
  cwd: string,
): WorkspaceOptions {
  const near = proposal === undefined ? undefined : directoryOf(cwd, proposal);
  return {
    ...(directory !== undefined && { directory }),
    ...(template !== undefined && { template }),
    ...(near !== undefined && { near }),
    anyArea: true,
  };
}

/**
 * Opens the workspace of proposals that are there.
 * @throws Failure when `--dir` names no directory, or nothing says which of several is meant
 */
export function openExistingWorkspace(
  call: PlaceOfCall,
  environment: Environment,
): Promise<Workspace> {
  refuseMissingDirectory(call.directory, environment.cwd);
  const options = placeOptions(call, environment.cwd);
  return openWorkspace(environment, { ...options, isForReading: true });
}
