import type { CreateCall } from '../../commands/create/create-call.ts';
import type { Environment } from '../../environment.ts';
import { isFileName } from '../../file-names.ts';
import type { Creation } from '../../report/create/create.ts';
import { answersInFlags } from '../answer-flags.ts';
import { defineCommand } from '../command.ts';
import {
  ANSWER_FLAGS,
  DIRECTORY,
  DOCUMENT,
  DRAFT,
  DRY_RUN,
  FRESH,
  FROM,
  JSON_OUTPUT,
  OPEN,
  REMOTE,
  RESUME,
  SHOW_COMMAND,
  SUPERSEDES,
  TEMPLATE,
  YES,
} from '../flags.ts';
import { isSet, type Options, refuseTogether, textOf, textsOf } from '../options.ts';
import { remoteOptions } from '../remote-options.ts';
import { usageError } from '../usage.ts';

export const createCommand = defineCommand<CreateCall>({
  name: 'create',
  words: [],
  operands: '[title]',
  summary: 'create a proposal',
  about: 'Guides you from an idea to a written, numbered enhancement proposal.',
  groups: [
    {
      heading: 'Answers for a new proposal (you are asked for missing ones):',
      flags: [...ANSWER_FLAGS, FROM, RESUME, FRESH],
    },
    {
      heading: 'Where and how:',
      flags: [
        DIRECTORY,
        TEMPLATE,
        DOCUMENT,
        SUPERSEDES,
        DRAFT,
        ...REMOTE,
        YES,
        DRY_RUN,
        JSON_OUTPUT,
        SHOW_COMMAND,
        OPEN,
      ],
    },
  ],
  examples: [
    'create-enhancement',
    'create-enhancement "Faster startup" --yes',
    'create-enhancement --from answers.yaml --dry-run',
  ],
  json: '{ command, dryRun, number, title, slug, path, files: [{ path, content? }], template, convention, adopted?, supersedes?: { path }, sections: { kept, removed }, repeat }',

  read: ({ options, operands: [title, ...rest] }) => {
    if (rest.length > 0) {
      throw usageError(
        `Unexpected arguments: ${rest.join(' ')}`,
        'Put quotes around a title of several words',
      );
    }
    if (title !== undefined && options.has('--title')) {
      throw usageError('The title is given twice: with --title and without a flag');
    }
    const draft = isSet(options, '--draft');
    // A draft has no number that could be reserved or conflict.
    if (draft) {
      refuseTogether(options, ['--draft', '--reserve']);
      refuseTogether(options, ['--draft', '--online']);
    }
    refuseTogether(options, ['--resume', '--fresh']);
    refuseDocumentPath(options);
    return {
      answers: { ...(title !== undefined && { title }), ...answersInFlags(options) },
      ...textsOf(options, {
        from: '--from',
        directory: '--dir',
        template: '--template',
        document: '--document',
        supersedes: '--supersedes',
      }),
      ...remoteOptions(options),
      draft,
      yes: isSet(options, '--yes'),
      dryRun: isSet(options, '--dry-run'),
      open: isSet(options, '--open'),
      resume: isSet(options, '--resume'),
      fresh: isSet(options, '--fresh'),
      showCommand: isSet(options, '--show-command'),
    };
  },

  run: async (call, environment) => {
    const [{ create }, { creationText }, { creationNotes }] = await Promise.all([
      import('../../commands/create/create.ts'),
      import('../../report/create/create.ts'),
      import('../../report/create/notes.ts'),
    ]);
    const creation = await (call.supersedes === undefined
      ? continued(await create(call, environment), call, environment)
      : createInPlace({ ...call, supersedes: call.supersedes }, environment));
    return {
      json: creation.result,
      changed: call.dryRun ? undefined : creation.result.path,
      text: (style) => creationText(creation, style),
      notes: (style) => creationNotes(creation, style),
      ...(creation.opens && { written: { path: creation.result.path, line: 1 } }),
    };
  },
});

/** A run that is continued may have been told what it supersedes. */
async function continued(
  creation: Creation,
  call: CreateCall,
  environment: Environment,
): Promise<Creation> {
  const { supersedes } = creation;
  if (supersedes === undefined) return creation;
  const superseding = await import('../../commands/create/superseding.ts');
  return superseding.recordSuccession(creation, { ...call, supersedes }, environment);
}

/** Loaded only when needed. */
async function createInPlace(
  call: CreateCall & { supersedes: string },
  environment: Environment,
): Promise<Creation> {
  const superseding = await import('../../commands/create/superseding.ts');
  return superseding.createSuperseding(call, environment);
}

/** A main document lies in the directory of its proposal. */
function refuseDocumentPath(options: Options): void {
  const document = textOf(options, '--document');
  if (document === undefined || isFileName(document)) return;
  throw usageError(
    `--document ${document}: expected the name of a file`,
    'For another directory, pass --dir',
  );
}
