import path from 'node:path';

export interface Preset {
  name: string;
  about: string;
  /** A file or directory below `templates/`. */
  file: string;
  /** What may become of a proposal, where the template has a status: as its source has them. */
  statuses?: readonly string[];
}

/** The templates that `--template` knows by name; the first is the default. */
export const PRESETS: readonly Preset[] = [
  { name: 'enhancement', about: 'enhancement proposal with 16 sections', file: 'enhancement.md' },
  {
    name: 'kep',
    about: 'Kubernetes enhancement proposal with its kep.yaml',
    file: 'kep',
    statuses: words('provisional implementable implemented deferred rejected withdrawn replaced'),
  },
  {
    name: 'rfc',
    about: 'request for comments, with guide and prior art',
    file: 'rfc.md',
    statuses: words('draft proposed accepted implemented rejected withdrawn superseded'),
  },
  {
    name: 'adr',
    about: 'architecture decision with options and trade-offs',
    file: 'adr.md',
    statuses: words('proposed accepted rejected deprecated superseded'),
  },
  {
    name: 'nygard',
    about: 'architecture decision in four sections',
    file: 'nygard.md',
    statuses: words('Proposed Accepted Rejected Deprecated Superseded'),
  },
  {
    name: 'madr',
    about: 'Markdown decision record (MADR 4) with all sections',
    file: 'madr.md',
    statuses: words('proposed accepted rejected deprecated superseded'),
  },
  {
    name: 'madr-minimal',
    about: 'MADR 4 with only the required sections',
    file: 'madr-minimal.md',
  },
  { name: 'openspec', about: 'OpenSpec change proposal', file: 'openspec.md' },
];

/** Where the file or directory of a preset lies. */
export function presetPath({ file }: Preset): string {
  // The bundle lies as deep in the package as the sources do.
  return path.join(import.meta.dirname, '../templates', file);
}

/** The main document of a preset. */
export function presetDocument(preset: Preset): string {
  const target = presetPath(preset);
  return preset.file.endsWith('.md') ? target : path.join(target, 'README.md');
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
