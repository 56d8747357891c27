import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Key, KeyInput, type KeyTerminal } from '../../src/ask/terminal/key-input.ts';

/** What a key input makes of chunks that a terminal sends: the names of keys, and pastes as they are. */
async function keysOf(...chunks: string[]): Promise<(string | undefined)[]> {
  const terminal: KeyTerminal = Object.assign(new PassThrough(), { setRawMode: () => undefined });
  const input = new KeyInput(terminal, new PassThrough());
  const keys: Key[] = [];
  input.open();
  input.listen((_text, key) => keys.push(key));
  for (const chunk of chunks) {
    terminal.emit('data', Buffer.from(chunk, 'latin1'));
    await new Promise((resolve) => setImmediate(resolve));
  }
  // A lone escape is a key once nothing has followed it for a while.
  await new Promise((resolve) => setTimeout(resolve, 80));
  input.close();
  return keys.map(({ name, ctrl, paste }) =>
    paste === undefined ? `${ctrl ? 'ctrl+' : ''}${name}` : `paste ${JSON.stringify(paste)}`,
  );
}

/** Without a listener, the signal would stop the tests. */
const stops: string[] = [];
const noteStop = () => stops.push('SIGTSTP');
beforeAll(() => process.on('SIGTSTP', noteStop));
afterAll(() => process.off('SIGTSTP', noteStop));

describe('the keyboard', () => {
  it.each<[what: string, chunks: string[], keys: string[]]>([
    ['letters', ['ab'], ['a', 'b']],
    ['Ctrl-C', ['\u0003'], ['ctrl+c']],
    ['Ctrl-Z as a key, without stopping anything', ['a\u001Ab'], ['a', 'ctrl+z', 'b']],
    ['an arrow', ['\u001B[A'], ['up']],
    ['an arrow in two chunks', ['\u001B[', 'A'], ['up']],
    ['a lone escape', ['\u001B'], ['escape']],
    ['a paste as one', ['\u001B[200~a\nb\u001B[201~c'], ['paste "a\\nb"', 'c']],
    ['a paste in many chunks', ['\u001B[20', '0~a', 'b\u001B[2', '01~', 'c'], ['paste "ab"', 'c']],
    ['a paste whose end comes apart', ['\u001B[200~ab\u001B', '[201~c'], ['paste "ab"', 'c']],
    ['a paste whose end breaks later', ['\u001B[200~ab\u001B[', '201~c'], ['paste "ab"', 'c']],
    ['a paste whose start comes apart', ['\u001B[', '200~a\rb\u001B[201~'], ['paste "a\\rb"']],
    [
      'a long paste whose start comes apart',
      ['\u001B[20', '0~one line of many\rand another', ' one\u001B[201~x'],
      ['paste "one line of many\\rand another one"', 'x'],
    ],
    [
      'a paste that holds what looks like its end',
      ['\u001B[200~a\u001B[201b\u001B[201~'],
      ['paste "a\\u001b[201b"'],
    ],
    ['two pastes', ['\u001B[200~a\u001B[201~\u001B[200~b\u001B[201~'], ['paste "a"', 'paste "b"']],
  ])('gives %s', async (_, chunks, keys) => {
    expect(await keysOf(...chunks)).toEqual(keys);
    expect(stops).toEqual([]);
  });

  it('gives characters whose bytes arrive apart', async () => {
    const [first = '', second = ''] = Buffer.from('ü').toString('latin1');
    const terminal: KeyTerminal = Object.assign(new PassThrough(), { setRawMode: () => undefined });
    const input = new KeyInput(terminal, new PassThrough());
    const texts: (string | undefined)[] = [];
    input.open();
    input.listen((text) => texts.push(text));
    for (const byte of [first, second]) terminal.emit('data', Buffer.from(byte, 'latin1'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    input.close();
    expect(texts).toEqual(['ü']);
  });

  it('keeps what is typed ahead for the next prompt, and is at its end with the input', async () => {
    const terminal: KeyTerminal = Object.assign(new PassThrough(), { setRawMode: () => undefined });
    const input = new KeyInput(terminal, new PassThrough());
    const keys: (string | undefined)[] = [];
    input.open();
    terminal.emit('data', Buffer.from('ab'));
    terminal.emit('end');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(keys).toEqual([]);
    input.listen((_text, key) => keys.push(key.name));
    await new Promise((resolve) => setTimeout(resolve, 20));
    input.close();
    expect(keys).toEqual(['a', 'b', 'eof']);
  });

  it('listens as often after many times of closing as at first', () => {
    const terminal: KeyTerminal = Object.assign(new PassThrough(), { setRawMode: () => undefined });
    const input = new KeyInput(terminal, new PassThrough());
    input.open();
    const events = ['data', 'end', 'error'] as const;
    const before = events.map((event) => terminal.listenerCount(event));
    for (let times = 0; times < 12; times++) {
      input.close();
      input.open();
    }
    expect(events.map((event) => terminal.listenerCount(event))).toEqual(before);
    input.close();
  });
});
