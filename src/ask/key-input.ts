import { createInterface, type Interface, type Key as NodeKey } from 'node:readline';
import { PassThrough, Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { holdSignals } from '../process.ts';

export interface Key extends NodeKey {
  /** The pasted text, when `name` is `paste`. */
  paste?: string;
}

export type KeyTerminal = NodeJS.ReadableStream & { setRawMode(isRaw: boolean): unknown };

/** xterm control sequences, "Bracketed Paste Mode". */
const PASTE_ON = '\u001B[?2004h';
const PASTE_OFF = '\u001B[?2004l';
const PASTE_START = '\u001B[200~';
const PASTE_END = '\u001B[201~';
export const ESCAPE = '\u001B';
/** Ctrl-Z: readline would stop the process, and leave the shell with a terminal in raw mode. */
const SUSPEND = '\u001A';

/** Milliseconds after which an escape character is the Escape key and not the start of a sequence. */
const ESCAPE_DELAY = 50;

/**
 * The keyboard as a stream of `keypress` events that prompts can take turns on. A paste arrives as one event,
 * whatever it holds; keys typed ahead wait for the next prompt; the end of input is Ctrl-D. The Escape key is
 * named `esc`, so that a prompt can give it a meaning of its own.
 */
export class KeyInput extends Readable {
  readonly isTTY = true;
  readonly #decoder = new StringDecoder('utf8');
  readonly #typed = new PassThrough();
  #reader: Interface | undefined;
  #letGo: (() => Promise<void>) | undefined;
  #queue: { text: string | undefined; key: Key }[] = [];
  #rest = '';
  #pasted: string | undefined;
  #listening = false;

  constructor(
    private readonly terminal: KeyTerminal,
    private readonly screen: NodeJS.WritableStream,
  ) {
    super();
    this.#typed.on('keypress', (text: string | undefined, key: NodeKey) =>
      this.#enqueue(text, key),
    );
  }

  /** Takes the terminal: keys are read one by one and not echoed. */
  open(): void {
    this.#reader ??= createInterface({
      input: this.#typed,
      terminal: true,
      escapeCodeTimeout: ESCAPE_DELAY,
    });
    this.#letGo ??= holdSignals();
    this.terminal.setRawMode(true);
    this.terminal.on('data', this.#read);
    this.terminal.on('end', this.#end);
    this.terminal.resume();
    this.screen.write(PASTE_ON);
  }

  close(): void {
    this.screen.write(PASTE_OFF);
    this.terminal.off('data', this.#read);
    this.terminal.off('end', this.#end);
    this.terminal.setRawMode(false);
    this.terminal.pause();
    void this.#letGo?.();
    this.#letGo = undefined;
  }

  /** Prompts switch raw mode on and off around themselves; here it stays on between them. */
  setRawMode(): this {
    return this;
  }

  override _read(): void {}

  override resume(): this {
    super.resume();
    this.#listening = true;
    setImmediate(() => this.#deliver());
    return this;
  }

  override pause(): this {
    this.#listening = false;
    return super.pause();
  }

  readonly #read = (chunk: Buffer): void => {
    this.#take(this.#rest + this.#decoder.write(chunk));
  };

  readonly #end = (): void => {
    this.#enqueue(undefined, { name: 'd', ctrl: true });
  };

  #take(text: string): void {
    this.#rest = '';
    const marker = this.#pasted === undefined ? PASTE_START : PASTE_END;
    const found = text.indexOf(marker);
    // A lone escape is a key, and no start of a paste; inside one it may be the end.
    const least = this.#pasted === undefined ? ESCAPE.length + 1 : 1;
    const end = found < 0 ? text.length - partialLength(text, marker, least) : found;
    if (this.#pasted === undefined) this.#type(text.slice(0, end));
    else this.#pasted += text.slice(0, end);
    if (found < 0) {
      this.#rest = text.slice(end);
      return;
    }
    if (this.#pasted !== undefined)
      this.#enqueue(undefined, { name: 'paste', paste: this.#pasted });
    this.#pasted = this.#pasted === undefined ? '' : undefined;
    this.#take(text.slice(found + marker.length));
  }

  #type(text: string): void {
    const keys = text.replaceAll(SUSPEND, '');
    if (keys !== '') this.#typed.write(keys);
  }

  #enqueue(text: string | undefined, key: Key): void {
    const isEscape = key.name === 'escape';
    this.#queue.push(isEscape ? { text: undefined, key: { name: 'esc' } } : { text, key });
    this.#deliver();
  }

  #deliver(): void {
    while (this.#listening) {
      const next = this.#queue.shift();
      if (!next) return;
      this.emit('keypress', next.text, next.key);
    }
  }
}

function partialLength(text: string, marker: string, least: number): number {
  for (let length = marker.length - 1; length >= least; length--) {
    if (text.endsWith(marker.slice(0, length))) return length;
  }
  return 0;
}
