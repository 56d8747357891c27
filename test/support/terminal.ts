import pty, { type IPty } from '@lydell/node-pty';
import xterm, { type Terminal as Emulator } from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { program } from './program.ts';

/** What keys send (xterm control sequences). */
const KEYS = {
  enter: '\r',
  tab: '\t',
  'shift+tab': '\u001B[Z',
  escape: '\u001B',
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  home: '\u001B[H',
  end: '\u001B[F',
  'page up': '\u001B[5~',
  'page down': '\u001B[6~',
  'ctrl+home': '\u001B[1;5H',
  'ctrl+end': '\u001B[1;5F',
  'ctrl+left': '\u001B[1;5D',
  'ctrl+right': '\u001B[1;5C',
  delete: '\u001B[3~',
  backspace: '\u007F',
  'ctrl+c': '\u0003',
  'ctrl+d': '\u0004',
  'ctrl+a': '\u0001',
  'ctrl+e': '\u0005',
  'ctrl+k': '\u000B',
  'ctrl+u': '\u0015',
  'ctrl+w': '\u0017',
  'ctrl+o': '\u000F',
  'ctrl+s': '\u0013',
  'ctrl+z': '\u001A',
  'ctrl+y': '\u0019',
  'ctrl+j': '\n',
  'ctrl+_': '\u001F',
  'ctrl+p': '\u0010',
  'ctrl+n': '\u000E',
  'alt+b': '\u001Bb',
  'alt+d': '\u001Bd',
  'alt+f': '\u001Bf',
  'alt+enter': '\u001B\r',
  space: ' ',
} as const;

export type KeyName = keyof typeof KEYS;

interface TerminalOptions {
  cwd: string;
  columns?: number;
  rows?: number;
  env?: Record<string, string>;
  /** A redirection for the shell, such as `2>/dev/null`. */
  redirect?: string;
  /** What runs instead of the program, such as a shell that it is typed into. */
  command?: readonly string[];
}

/** Milliseconds that the last output may take to arrive. */
const LINGER = 50;

/** Milliseconds to wait for a screen before the test fails with what is on it. */
const PATIENCE = 20_000;

/** The installed program in a real terminal, whose screen can be read. */
export class Terminal {
  readonly exit: Promise<number>;
  /** Everything that was written, escape sequences included. */
  raw = '';
  readonly #process: IPty;
  readonly #emulator: Emulator;

  constructor(
    args: readonly string[],
    { cwd, columns = 80, rows = 30, env = {}, redirect, command }: TerminalOptions,
  ) {
    const { CI: _, NO_COLOR: __, ...inherited } = process.env;
    this.#emulator = new xterm.Terminal({
      cols: columns,
      rows,
      allowProposedApi: true,
      scrollback: 20_000,
    });
    const call = command ?? [process.execPath, program, ...args];
    const [file = '', ...words] = redirect ? ['sh', '-c', `"$@" ${redirect}`, 'sh', ...call] : call;
    this.#process = pty.spawn(file, words, {
      cwd,
      cols: columns,
      rows,
      env: { ...inherited, TERM: 'xterm-256color', SHELL: '/bin/sh', ...env },
    });
    this.#process.onData((text) => {
      this.raw += text;
      this.#emulator.write(text);
    });
    this.exit = new Promise((resolve) =>
      this.#process.onExit(({ exitCode }) => {
        // What was written last may arrive after the news of the end.
        setTimeout(() => this.#emulator.write('', () => resolve(exitCode)), LINGER);
      }),
    );
    onTestFinished(() => this.#process.kill('SIGKILL'));
  }

  /** What is on the screen and above it. */
  screen(): string {
    const { buffer } = this.#emulator;
    const lines = Array.from(
      { length: buffer.active.length },
      (_, index) => buffer.active.getLine(index)?.translateToString(true) ?? '',
    );
    return lines.join('\n').trimEnd();
  }

  async waitFor(text: string | RegExp): Promise<string> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const screen = this.screen();
      if (typeof text === 'string' ? screen.includes(text) : text.test(screen)) return screen;
      if (Date.now() > until) throw new Error(`no ${String(text)} on the screen:\n${screen}`);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }

  type(text: string): void {
    this.#process.write(text);
  }

  press(...names: KeyName[]): void {
    for (const name of names) this.#process.write(KEYS[name]);
  }

  /** Pastes as terminals do that were asked for bracketed paste. */
  paste(text: string): void {
    this.#process.write(`\u001B[200~${text}\u001B[201~`);
  }

  resize(columns: number, rows: number): void {
    this.#emulator.resize(columns, rows);
    this.#process.resize(columns, rows);
  }

  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGHUP' | 'SIGKILL'): void {
    this.#process.kill(name);
  }
}
