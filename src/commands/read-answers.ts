import { createReadStream } from 'node:fs';
import path from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import type { Answers } from '../answers/answers.ts';
import { parseAnswersFile } from '../answers/file.ts';
import { Cancelled, Failure, messageOf } from '../failure.ts';
import { holdSignals } from '../process.ts';
import { isMissing } from '../system-error.ts';

const LARGEST_ANSWERS = 5_000_000;

/**
 * Reads an answers file, or standard input for `-`.
 * @throws Failure when it cannot be read, is no UTF-8 or too large, or holds something else
 */
export async function readAnswers(
  name: string,
  { cwd, input, signal }: { cwd: string; input: Readable; signal: AbortSignal },
): Promise<Answers> {
  const shown = name === '-' ? 'standard input' : name;
  const source = name === '-' ? input : createReadStream(path.resolve(cwd, name));
  try {
    const text = decode(await readAll(source, signal));
    return parseAnswersFile(text, shown);
  } catch (error) {
    if (signal.aborted) throw new Cancelled();
    if (error instanceof Failure) throw error;
    const message = isMissing(error) ? 'there is no such file' : messageOf(error);
    throw Failure.usage('invalid-answers', `--from ${shown}: ${message}`, {
      hint: '--from takes a YAML or JSON file, or - for standard input',
      cause: error,
    });
  }
}

async function readAll(source: Readable, signal: AbortSignal): Promise<Buffer> {
  const letGo = holdSignals();
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of addAbortSignal(signal, source)) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > LARGEST_ANSWERS)
        throw new Error('more than 5 MB; expected the answers of one proposal');
    }
    return Buffer.concat(chunks);
  } finally {
    await letGo();
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('not UTF-8 text');
  }
}
