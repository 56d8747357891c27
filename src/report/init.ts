import type { Initialisation } from '../commands/init.ts';
import type { TemplateList } from '../commands/templates.ts';
import { paint, printable, type Style } from './style.ts';

/** A configuration in words. */
export function initText({ result, learnedFrom }: Initialisation, style: Style): string {
  if (result.dryRun) {
    const files = result.files.map(
      ({ path, content }) => `${paint(style, 'bold', printable(path))}\n\n${content}`,
    );
    return `${files.join('\n')}\n${paint(style, 'dim', 'Nothing was written: this is a dry run.')}\n`;
  }
  const lines = result.files.map(
    ({ path }) => `${paint(style, 'green', 'Created')} ${printable(path)}`,
  );
  const from = learnedFrom === 0 ? 'with the defaults' : `as found in ${learnedFrom} proposals`;
  return `${[...lines, '', `It says how proposals are filed here, ${from}: what you leave out of it is found`, 'in the repository.'].join('\n')}\n`;
}

/** The templates, a line each. */
export function templatesText({ templates, used }: TemplateList): string {
  const width = Math.max(...templates.map(({ name }) => name.length));
  const lines = templates.map(({ name, about }) => `${name.padEnd(width)}  ${about}`);
  return `${[...lines, '', `Used here: ${printable(used)}`, 'Another: --template <name or file>'].join('\n')}\n`;
}
