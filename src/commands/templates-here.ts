import path from 'node:path';
import type { TemplateSection } from '../document/sections/template-sections.ts';
import { closestTo, type Names } from '../document/upgrade/fit.ts';
import type { Environment } from '../environment.ts';
import type { TemplateLocation } from '../template/read-file.ts';
import { shownPath } from '../workspace/location.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What is known of the templates that lie side by side, each for another kind of proposals. */
export class TemplatesHere<T> {
  private constructor(
    /** What is known of the one that is used where a document does not say more. */
    readonly main: T,
    private readonly others: readonly T[],
    private readonly namesOf: (known: T) => Names,
  ) {}

  /**
   * Those of a repository; where it has none, those that ship with the program, since each proposal may be of another.
   * @param read what is to be known of a template
   * @param namesOf the names of its sections
   * @param withPresets whether a repository without a template has all that ship with the program
   * @throws Failure when the main one cannot be read; another that cannot be is left out
   */
  static async of<T>(
    workspace: Workspace,
    read: (location: TemplateLocation | undefined) => Promise<T>,
    namesOf: (known: T) => Names,
    { withPresets = true }: { withPresets?: boolean } = {},
  ): Promise<TemplatesHere<T>> {
    const main = await read(workspace.template);
    const others: T[] = [];
    const presets = withPresets ? await presetsUsed(workspace) : [];
    for (const each of [...templatesBesideOwn(workspace), ...presets]) {
      const known = await read(each).catch(() => undefined);
      if (known !== undefined) others.push(known);
    }
    return new TemplatesHere(main, others, namesOf);
  }

  /** The same templates, of each of which more is known. */
  async with<U>(read: (known: T) => Promise<U>): Promise<TemplatesHere<T & U>> {
    const more = async (known: T) => ({ ...known, ...(await read(known)) });
    const others: (T & U)[] = [];
    const main = await more(this.main);
    for (const each of this.others) others.push(await more(each));
    return new TemplatesHere(main, others, this.namesOf);
  }

  get all(): readonly T[] {
    return [this.main, ...this.others];
  }

  /** What is known of the one that a document was made from. */
  for(document: string): T {
    if (this.others.length === 0) return this.main;
    return closestTo(document, this.all, this.namesOf) ?? this.main;
  }
}

/** Tells whoever writes a new proposal that there are templates to choose from. */
export function noteOtherTemplates(workspace: Workspace, environment: Environment): void {
  const names = templatesBesideOwn(workspace).map(({ name }) => name);
  if (names.length > 0)
    environment.note(`other templates here: ${names.join(', ')}; choose one with --template`);
}

/** The sections of several templates, those of the same id once. */
export function eachOnce(sections: readonly TemplateSection[]): TemplateSection[] {
  const seen = new Set<string>();
  return sections.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** The templates beside the one that was found; none where a flag or a configuration says which is meant. */
function templatesBesideOwn({ template, detection, survey }: Workspace): TemplateLocation[] {
  const { root, cwd } = survey;
  const isFound =
    detection?.template !== undefined && template?.path === path.join(root, detection.template);
  return (isFound ? detection.otherTemplates : []).map((each) => {
    const target = path.join(root, each);
    return { ...template, path: target, name: shownPath(cwd, target) };
  });
}

/** Loaded only where there is no template but those that ship with the program. */
async function presetsUsed(workspace: Workspace): Promise<TemplateLocation[]> {
  if (workspace.template && !workspace.template.isPreset) return [];
  const { otherPresets } = await import('./state/other-presets.ts');
  return otherPresets(workspace);
}
