import path from 'node:path';

export interface Preset {
  name: string;
  about: string;
  /** A file or directory below `templates/`. */
  file: string;
}

/** The templates that `--template` knows by name; the first is the default. */
export const PRESETS: readonly Preset[] = [
  { name: 'enhancement', about: 'enhancement proposal with 16 sections', file: 'enhancement.md' },
  { name: 'kep', about: 'Kubernetes enhancement proposal with its kep.yaml', file: 'kep' },
  { name: 'rfc', about: 'request for comments, with guide and prior art', file: 'rfc.md' },
  { name: 'adr', about: 'architecture decision with options and trade-offs', file: 'adr.md' },
  { name: 'nygard', about: 'architecture decision in four sections', file: 'nygard.md' },
  { name: 'madr', about: 'Markdown decision record (MADR 4) with all sections', file: 'madr.md' },
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
