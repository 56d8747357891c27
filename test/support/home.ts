import path from 'node:path';
import { type Convention, defaultConvention } from '../../src/convention/convention.ts';
import type { Location } from '../../src/workspace/location.ts';

/** Where proposals lie in a folder without git, as looking around would find it. */
export function plainHome(
  directory: string,
  change: Partial<Location> = {},
): { location: Location; convention: Convention } {
  const location = {
    directory,
    shown: 'enhancements',
    numberRoot: directory,
    numbered: [directory],
    root: path.dirname(directory),
    isNamed: false,
    repository: undefined,
    isGitSilent: false,
    gitSays: '',
    committed: [],
    onBranches: [],
    gaps: [],
    ...change,
  };
  return { location, convention: defaultConvention('enhancements') };
}
