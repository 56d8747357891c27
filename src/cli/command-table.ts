import type { Command } from './command.ts';
import { checkCommand, explainCommand } from './commands/check.ts';
import { completeCommandOf, completionCommand } from './commands/completion.ts';
import { createCommand } from './commands/create.ts';
import { initCommand } from './commands/init.ts';
import { listCommand } from './commands/list.ts';
import { numberCommand, renumberCommand } from './commands/renumber.ts';
import { releaseCommand, reservationsCommand } from './commands/reservations.ts';
import { schemaCommandOf } from './commands/schema.ts';
import { addSectionsCommand, removeSectionsCommand } from './commands/section.ts';
import { showCommand } from './commands/show.ts';
import { statusCommand } from './commands/status.ts';
import { supersedeCommand } from './commands/supersede.ts';
import { templatesCommand } from './commands/templates.ts';
import { upgradeCommand } from './commands/upgrade.ts';
import type { Flag } from './flags.ts';

/** Every command, in the order of the help; the first is the default command. */
export const COMMANDS: readonly Command[] = [
  createCommand,
  addSectionsCommand,
  removeSectionsCommand,
  upgradeCommand,
  listCommand,
  showCommand,
  statusCommand,
  supersedeCommand,
  checkCommand,
  explainCommand,
  renumberCommand,
  numberCommand,
  reservationsCommand,
  releaseCommand,
  initCommand,
  templatesCommand,
  completionCommand,
  completeCommandOf(() => COMMANDS),
  schemaCommandOf(() => COMMANDS),
];

/** The flags of a command. */
export function flagsOf({ groups }: Command): Flag[] {
  return groups.flatMap(({ flags }) => flags);
}

/** How to call a command, after the program's name. */
export function callOf({ words, calledBy }: Command): string {
  return words.length > 0 ? words.join(' ') : (calledBy ?? '');
}
