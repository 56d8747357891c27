import path from 'node:path';
import type { Configuration } from '../convention/configuration/configuration.ts';
import type { Convention } from '../convention/convention.ts';
import { isInside } from '../disk/inside.ts';
import { statusWord } from '../document/head/status-choices.ts';
import type { Environment } from '../environment.ts';
import { Cancelled, Failure } from '../failure.ts';
import { PRESETS, presetPath } from '../presets.ts';
import { type Change, makeChanges } from '../proposals/changes/apply.ts';
import { othersEditError } from '../proposals/changes/errors.ts';
import { journalOf, whileEditing } from '../proposals/changes/journal.ts';
import { exists, missingDirectories, readFiles, type SourceFile } from '../proposals/store.ts';
import type { Initialisation } from '../report/init.ts';
import { pathFromRoot, shownPath } from '../workspace/location.ts';
import { CONFIGURATION_FILE } from '../workspace/read-configuration.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { settledWorkspace } from './settled-workspace.ts';
import { vocabularyIn } from './state/vocabulary-in.ts';

export interface InitCall {
  directory?: string;
  template?: string;
  yes: boolean;
  dryRun: boolean;
}

/**
 * Writes down how proposals are filed here, and puts the template into the repository where there is none yet.
 * @throws Failure when there is a configuration or a template of that name, or nobody said yes
 * @throws Cancelled when the user stops it; nothing is then written
 */
export async function init(call: InitCall, environment: Environment): Promise<Initialisation> {
  const { cwd } = environment;
  const { directory, template: wanted } = call;
  const options = {
    ...(directory !== undefined && { directory }),
    ...(wanted !== undefined && { template: wanted }),
    anyArea: true,
  };
  const { workspace, recovery } = await settledWorkspace(
    () => openWorkspace(environment, options),
    call,
    environment,
  );
  const { survey } = workspace;
  const file = path.join(survey.root, CONFIGURATION_FILE);
  const journal = journalOf(survey.root, survey.repository);
  const template = await templateFiles(workspace, call);
  const configuration = configurationOf(workspace, template);
  const files = [
    ...template.files,
    { path: file, bytes: Buffer.from(`${JSON.stringify(configuration, null, 2)}\n`) },
  ];
  const shown = files.map(({ path: target, bytes }) => ({
    path: shownPath(cwd, target),
    content: bytes.toString(),
  }));
  refuseExisting(
    files.map(({ path: target }) => target),
    cwd,
  );
  if (!call.dryRun) {
    await confirmWriting(call, environment, shown, configuration);
    const outcome = await whileEditing(journal, () => makeChanges(journal, changesFor(files)));
    if (!outcome) throw othersEditError(CONFIGURATION_FILE);
  }
  return {
    result: {
      command: 'init',
      dryRun: call.dryRun,
      path: shownPath(cwd, file),
      configuration,
      files: shown.map(({ path: target, content }) => ({
        path: target,
        ...(call.dryRun && { content }),
      })),
    },
    learnedFrom: workspace.detection?.learnedFrom ?? 0,
    ...recovery,
  };
}

function changesFor(files: readonly SourceFile[]): Change[] {
  const above = files.flatMap((file) => missingDirectories(path.dirname(file.path)));
  return [
    ...[...new Set(above)].map((each): Change => ({ kind: 'directory', path: each })),
    ...files.map((file): Change => ({ kind: 'file', ...file })),
  ];
}

/** What is written, with the schema by which editors complete it. */
type WrittenConfiguration = Configuration & { $schema?: string };

interface TemplateFiles {
  /** What the configuration calls the template; undefined where it is found without being named. */
  name: string | undefined;
  files: SourceFile[];
  /** What its proposals go through, where that is known. */
  statuses?: readonly string[];
}

async function templateFiles(workspace: Workspace, call: InitCall): Promise<TemplateFiles> {
  const { template, location, survey } = workspace;
  const preset =
    template === undefined
      ? PRESETS[0]
      : PRESETS.find(({ name }) => template.isPreset && name === template.name);
  if (template?.text !== undefined) {
    const made = path.join(location.directory, 'template.md');
    return { name: made, files: [{ path: made, bytes: Buffer.from(template.text) }] };
  }
  if (preset) {
    return {
      ...copyOf(presetPath(preset), workspace),
      ...((await areUsed(preset.statuses, workspace)) && { statuses: preset.statuses }),
    };
  }
  if (call.template === undefined || template === undefined) return { name: undefined, files: [] };
  // Others who clone the repository do not have what lies beside it.
  if (isInside(survey.root, template.path)) return { name: template.path, files: [] };
  return copyOf(template.hasCompanions ? path.dirname(template.path) : template.path, workspace);
}

/** A template as it is put beside the proposals: a file, or a directory with all that is in it. */
function copyOf(source: string, { location, convention }: Workspace): TemplateFiles {
  const read = readFiles(source);
  const isFolder = read.some((file) => file.path !== '');
  const hole = convention.width === null ? 'NNNN' : 'N'.repeat(Math.max(3, convention.width));
  const name = path.join(location.directory, isFolder ? `${hole}-template` : 'template.md');
  const files = read.map((file) => ({ ...file, path: path.join(name, file.path) }));
  return { name, files };
}

function configurationOf(
  { survey: { root }, convention, location }: Workspace,
  template: TemplateFiles,
): WrittenConfiguration {
  const { name, numbering, width, document }: Convention = convention;
  const directory = pathFromRoot(root, location.directory);
  const schema = 'node_modules/create-enhancement/dist/config.schema.json';
  return {
    // Where it is installed, an editor can read it.
    ...(exists(path.join(root, schema)) && { $schema: `./${schema}` }),
    directory,
    name,
    numbering,
    ...(width !== null && { width }),
    ...(document !== null && { document }),
    ...(template.name !== undefined && { template: pathFromRoot(root, template.name) }),
    ...(template.statuses && { statuses: [...template.statuses] }),
  };
}

/** Whether no proposal here has another status than these. */
async function areUsed(statuses: readonly string[] = [], workspace: Workspace): Promise<boolean> {
  if (statuses.length === 0) return false;
  const known = new Set(statuses.map(statusWord));
  const { written } = await vocabularyIn(workspace);
  return [...written].every((value) => known.has(statusWord(value)));
}

function refuseExisting(files: readonly string[], cwd: string): void {
  const there = files.find(exists);
  if (there === undefined) return;
  throw Failure.refusal('not-written', `${shownPath(cwd, there)} already exists`, {
    hint: 'Edit it, or remove it and run the command again',
  });
}

async function confirmWriting(
  call: InitCall,
  environment: Environment,
  files: readonly { path: string }[],
  configuration: Configuration,
): Promise<void> {
  if (call.yes) return;
  if (!environment.interactive) {
    throw Failure.usage(
      'missing-answers',
      `This would write ${files.map(({ path: file }) => file).join(', ')}`,
      {
        hint: 'Pass --yes to write it, or --dry-run to preview it',
      },
    );
  }
  const { askYes } = await import('./ask-once.ts');
  const shown = [
    ...files.map(({ path: file }) => file),
    '',
    ...JSON.stringify(configuration, null, 2).split('\n'),
  ];
  if (!(await askYes('Write this?', shown, environment))) throw new Cancelled();
}
