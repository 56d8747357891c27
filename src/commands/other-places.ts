import path from 'node:path';
import type { Environment } from '../environment.ts';
import { shownPath } from '../workspace/location.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Tells of directories with proposals that are left out, where neither the call nor a configuration says which is meant. */
export function noteOtherPlaces(
  { detection, doubtful, configuredBy, survey }: Workspace,
  directory: string | undefined,
  environment: Environment,
): void {
  if (directory !== undefined || configuredBy !== undefined) return;
  for (const other of detection?.others ?? []) {
    const shown = shownPath(survey.cwd, path.join(survey.root, other));
    environment.note(`proposals in ${shown} are not included; for these, pass --dir ${shown}`);
  }
  for (const other of doubtful) {
    const shown = shownPath(survey.cwd, path.join(survey.root, other));
    environment.note(`if the documents in ${shown} are proposals, pass --dir ${shown}`);
  }
}
