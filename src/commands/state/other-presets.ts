import { closestTo, namesOfTemplate } from '../../document/upgrade/fit.ts';
import { PRESETS, presetDocument, presetPath } from '../../presets.ts';
import { textOnDisk } from '../../proposals/state/read-proposal.ts';
import type { TemplateLocation } from '../../template/read-file.ts';
import { listDocuments } from '../../workspace/find-proposal.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** From so many proposals on, nobody is trying the templates that ship with the program. */
const MANY_PROPOSALS = 30;

/** The presets that some of a few proposals are rather of than of the one that is used here. */
export function otherPresets(workspace: Workspace): TemplateLocation[] {
  const { template } = workspace;
  const documents = listDocuments(workspace);
  if (documents.length > MANY_PROPOSALS) return [];
  const all = PRESETS.map((preset) => ({
    preset,
    names: namesOfTemplate(textOnDisk(presetDocument(preset)) ?? ''),
  }));
  const own = all.find(({ preset }) => preset.name === template?.name) ?? all[0];
  const inOrder = own ? [own, ...all.filter((each) => each !== own)] : [];
  const used = documents.flatMap(({ file }) => {
    const closest = closestTo(textOnDisk(file) ?? '', inOrder, ({ names }) => names);
    return closest && closest !== own ? [closest.preset] : [];
  });
  return [...new Set(used)].map((preset) => ({
    path: presetPath(preset),
    name: preset.name,
    isPreset: true,
  }));
}
