import { askGit } from './ask.ts';

/**
 * What git calls the texts that names such as `<commit>:<path>` stand for.
 * @returns undefined for each that is not there
 */
export async function blobsNamed(
  root: string,
  names: readonly string[],
): Promise<(string | undefined)[]> {
  const input = names.map((name) => `${name}\n`).join('');
  const answer = await askGit(root, ['cat-file', '--batch-check'], { input });
  const lines = answer.split('\n');
  return names.map((_, at) => /^([0-9a-f]{40,}) blob \d+$/.exec(lines[at] ?? '')?.[1]);
}

/** Texts by what git calls them; those that are no UTF-8 are left out. */
export async function blobTexts(
  root: string,
  blobs: readonly string[],
): Promise<Map<string, string>> {
  if (blobs.length === 0) return new Map();
  const input = blobs.map((blob) => `${blob}\n`).join('');
  const answer = await askGit(root, ['cat-file', '--batch'], { input, encoding: 'latin1' });
  const texts = new Map<string, string>();
  const bytes = Buffer.from(answer, 'latin1');
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\n', at);
    const [, blob, size] =
      /^([0-9a-f]{40,}) \w+ (\d+)$/.exec(bytes.toString('latin1', at, end)) ?? [];
    if (blob === undefined) {
      // It is missing: no text follows.
      at = end < 0 ? bytes.length : end + 1;
      continue;
    }
    const body = bytes.subarray(end + 1, end + 1 + Number(size));
    const text = body.toString('utf8');
    if (Buffer.from(text).equals(body)) texts.set(blob, text);
    at = end + 2 + Number(size);
  }
  return texts;
}
