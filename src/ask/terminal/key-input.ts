import { createInterface, emitKeypressEvents, type Key as NodeKey } from 'node:readline';
import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

export interface Key extends NodeKey {
  /** The pasted text, when `name` is `paste`. */
  paste?: string;
}

export type KeyTerminal = NodeJS.ReadableStream & { setRawMode(isRaw: boolean): unknown };

type KeyListener = (text: string | undefined, key: Key) => void;

/** xterm control sequences, "Bracketed Paste Mode". */
const PASTE_ON = '\u001B[?2004h';
const PASTE_OFF = '\u001B[?2004l';
const PASTE_START = '\u001B[200~';
const PASTE_END = '\u001B[201~';
export const ESCAPE = '\u001B';

/** Milliseconds after which an escape character is the Escape key and not the start of a sequence. */
const ESCAPE_DELAY = 50;

/** Milliseconds within which input counts as sent at once. */
const BURST_PAUSE = 12;
/** Milliseconds after opening in which input counts as typed ahead. */
const TYPED_AHEAD = 100;
/** Number of characters that are too many to be typed at once. */
const SHORTEST_BURST = 8;
/** Printable text with tabs and line ends, as some terminals send a paste, and what follows it. */
const BURST = /^([^\p{Cc}]*[\r\n\t][\r\n\t\P{Cc}]*[^\p{Cc}])([\r\n\t]*)$/u;
const PLAIN = /^[\r\n\t\P{Cc}]+$/u;

/**
 * The keyboard, whose keys go to one listener at a time; keys typed ahead wait for the next. A paste arrives as
 * one key, whatever it contains, even from a terminal that does not mark it; the end of input is `eof`.
 */
export class KeyInput {
  readonly #decoder = new StringDecoder('utf8');
  readonly #typed = new PassThrough();
  #queue: { text: string | undefined; key: Key }[] = [];
  #rest = '';
  #pasted: string | undefined;
  #burst = '';
  #timer: NodeJS.Timeout | undefined;
  #isOpen = false;
  #hasRead = false;
  #openedAt = 0;
  #listener: KeyListener | undefined;

  constructor(
    private readonly terminal: KeyTerminal,
    private readonly screen: NodeJS.WritableStream,
  ) {
    // A readline interface would stop the process at Ctrl-Z: this one gets no keys, and only sets the delay.
    const settings = { input: new PassThrough(), escapeCodeTimeout: ESCAPE_DELAY };
    emitKeypressEvents(this.#typed, createInterface(settings));
    this.#typed.on('keypress', (text: string | undefined, key: NodeKey) =>
      this.#enqueue(text, key),
    );
    this.terminal.on('error', this.#end);
  }

  /** Takes over the terminal: keys are read one by one and not echoed. */
  open(): void {
    if (this.#isOpen) return;
    this.reopen();
  }

  /** Takes it over again after something else may have changed it. */
  reopen(): void {
    // Another program may have changed it: a mode that seems to be set already would not be set again.
    this.terminal.setRawMode(false);
    this.terminal.setRawMode(true);
    if (!this.#isOpen) {
      this.terminal.on('data', this.#read);
      this.terminal.on('end', this.#end);
      this.terminal.resume();
    }
    this.#isOpen = true;
    this.screen.write(PASTE_ON);
    this.#openedAt = Date.now();
  }

  /** Gives it back. */
  close(): void {
    this.#flush();
    this.#isOpen = false;
    this.screen.write(PASTE_OFF);
    this.terminal.off('data', this.#read);
    this.terminal.off('end', this.#end);
    this.terminal.setRawMode(false);
    this.terminal.pause();
  }

  /** Passes keys to a listener until the returned function is called. */
  listen(listener: KeyListener): () => void {
    this.#listener = listener;
    setImmediate(() => this.#deliver());
    return () => {
      if (this.#listener === listener) this.#listener = undefined;
    };
  }

  readonly #read = (chunk: Buffer): void => {
    const text = this.#decoder.write(chunk);
    const isAhead = Date.now() - this.#openedAt < TYPED_AHEAD;
    // Before it was opened, the terminal turned the Enter key into line ends.
    const isFirst = isAhead && !this.#hasRead && !text.includes(ESCAPE);
    this.#hasRead = true;
    const all = this.#burst + text;
    clearTimeout(this.#timer);
    this.#burst = '';
    const isMarked = this.#pasted !== undefined || this.#rest !== '';
    if (all.length >= SHORTEST_BURST && !isAhead && !isMarked && PLAIN.test(all)) {
      this.#burst = all;
      this.#timer = setTimeout(() => this.#flush(), BURST_PAUSE);
    } else this.#take(this.#rest + (isFirst ? all.replaceAll('\n', '\r') : all));
  };

  readonly #end = (): void => {
    this.#flush();
    this.#enqueue(undefined, { name: 'eof' });
  };

  /** Input that arrived at once is a paste if it continues after a line end; keys at its end are keys. */
  #flush(): void {
    clearTimeout(this.#timer);
    const burst = this.#burst;
    this.#burst = '';
    const [, paste, keys = ''] = BURST.exec(burst) ?? [];
    if (paste === undefined) this.#take(burst);
    else {
      this.#enqueue(undefined, { name: 'paste', paste });
      this.#type(keys);
    }
  }

  #take(text: string): void {
    this.#rest = '';
    const marker = this.#pasted === undefined ? PASTE_START : PASTE_END;
    const found = text.indexOf(marker);
    // A lone escape is a key, not the start of a paste; inside one it may be the end.
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

  #type(keys: string): void {
    if (keys !== '') this.#typed.write(keys);
  }

  #enqueue(text: string | undefined, key: Key): void {
    this.#queue.push({ text, key });
    this.#deliver();
  }

  #deliver(): void {
    while (this.#listener) {
      const next = this.#queue.shift();
      if (!next) return;
      this.#listener(next.text, next.key);
    }
  }
}

/** A key as `ctrl+alt+shift+name`, for the modifiers that are held. */
export function keyName({ ctrl, meta, shift, name, sequence }: Key): string {
  if (sequence === UNIT_SEPARATOR) return 'ctrl+_';
  const held = `${ctrl ? 'ctrl+' : ''}${meta && name !== 'escape' ? 'alt+' : ''}`;
  return `${held}${shift && (name ?? '').length > 1 ? 'shift+' : ''}${name ?? ''}`;
}

/** What terminals send for Ctrl-_, and many for Ctrl-/. */
const UNIT_SEPARATOR = '\u001F';

function partialLength(text: string, marker: string, least: number): number {
  for (let length = marker.length - 1; length >= least; length--) {
    if (text.endsWith(marker.slice(0, length))) return length;
  }
  return 0;
}
