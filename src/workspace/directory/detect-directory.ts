import path from 'node:path';
import type { Detection } from '../../convention/detection/detect.ts';
import { isInside } from '../../disk/inside.ts';
import { pathFromRoot } from '../location.ts';
import type { Survey } from '../survey.ts';
import type { WorkspaceOptions } from './options.ts';

/** What the repository says of where its proposals lie. */
export async function detectFrom(
  survey: Survey,
  options: WorkspaceOptions,
): Promise<Detection | undefined> {
  const { root, cwd, paths, read, year } = survey;
  const known = await detector(survey);
  const here = options.near ?? cwd;
  return known?.detect(paths, {
    read,
    year,
    rootName: path.basename(root),
    ...(isInside(root, here) && here !== root && { cwd: pathFromRoot(root, here) }),
  });
}

/** What the repository says of proposals in a directory. */
export async function detectAt(survey: Survey, target: string): Promise<Detection | undefined> {
  const { root, paths, read, year } = survey;
  const known = await detector(survey);
  const directory = pathFromRoot(root, target);
  const rootName = path.basename(root);
  return known?.detect(paths, {
    directory: directory === '.' ? '' : directory,
    read,
    year,
    rootName,
  });
}

/** Whether there is anything to look through. */
export function hasDocuments({ paths }: Survey): boolean {
  return paths.some((file) => /\.(?:md|markdown|mdx|hbs|template|tmpl)$/i.test(file));
}

/** Loaded only where there is something to look through. */
async function detector(survey: Survey) {
  return hasDocuments(survey) ? import('../../convention/detection/detect.ts') : undefined;
}
