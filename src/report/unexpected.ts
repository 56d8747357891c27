import { codeOf, messageOf } from '../failure.ts';
import { paint, type Style } from './style.ts';

interface About {
  /** The package.json of this program. */
  manifest: { name: string; version: string; bugs?: string | { url?: string } };
  /** Version of Node.js. */
  node: string;
  /** Such as `linux x64`. */
  system: string;
}

/** How many stack frames are shown, innermost first; more would not fit on a screen. */
const MOST_PLACES = 6;
const LONGEST_MESSAGE = 1000;
const LONGEST_STACK = 10_000;

/** An unexpected error: what went wrong, the versions, and where to report it. */
export function unexpectedText(error: unknown, about: About, style: Style): string[] {
  const { manifest, node, system } = about;
  const report = addressOf(manifest);
  const hint = `${paint(style, 'cyan', 'hint:')} `;
  return [
    `${paint(style, 'red', 'error:')} This should not have happened: ${briefly(error)}`,
    ...placesIn(error).map((place) => `  at ${place}`),
    `${manifest.name} ${manifest.version}, Node.js ${node}, ${system}`,
    ...(report === undefined ? [] : [`${hint}Report it, with these lines, at ${report}`]),
  ];
}

/** The same as the object that `--json` prints. */
export function unexpectedJson(command: string, error: unknown): object {
  return { command, error: { code: 'unexpected', message: briefly(error) } };
}

function briefly(error: unknown): string {
  const code = codeOf(error);
  const message = messageOf(error).slice(0, LONGEST_MESSAGE);
  return code === undefined || message.includes(code) ? message : `${message} (${code})`;
}

function placesIn(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '').slice(0, LONGEST_STACK) : '';
  const places = [...stack.matchAll(/([\w.-]+\.[cm]?js:\d+:\d+)\)?$/gm)];
  return places.slice(0, MOST_PLACES).map(([, place = '']) => place);
}

function addressOf({ bugs }: About['manifest']): string | undefined {
  return typeof bugs === 'string' ? bugs : bugs?.url;
}
