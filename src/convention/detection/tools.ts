import type { Convention } from '../convention.ts';
import { type Folder, findFolder } from './folder-tree.ts';

/** A tool that says itself where its documents lie and what they are called. */
interface Tool {
  /** A folder that only it makes. */
  mark: string;
  directory: string;
  /** The preset that is written as it writes, where it keeps its template to itself. */
  preset?: string;
  convention: Omit<Convention, 'directory'>;
}

/** From the documentation of the tools: github/spec-kit and Fission-AI/OpenSpec. */
const TOOLS: readonly Tool[] = [
  {
    mark: '.specify',
    directory: 'specs',
    convention: {
      layout: 'directory',
      document: 'spec.md',
      name: '{number}-{slug}',
      numbering: 'sequential',
      width: 3,
    },
  },
  {
    mark: 'openspec',
    directory: 'openspec/changes',
    preset: 'openspec',
    convention: {
      layout: 'directory',
      document: 'proposal.md',
      name: '{slug}',
      numbering: 'none',
      width: null,
    },
  },
];

/** The tool whose documents lie in a directory, by the path from the root. */
export function toolAt(root: Folder, directory: string): Tool | undefined {
  const tool = toolIn(root);
  return tool?.directory === directory ? tool : undefined;
}

export function toolIn(root: Folder): Tool | undefined {
  return TOOLS.find(({ mark }) => findFolder(root, mark) !== undefined);
}
