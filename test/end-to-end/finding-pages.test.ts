import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FINDING_CODES } from '../../src/document/findings/finding.ts';
import { EXPLANATIONS } from '../../src/report/findings/explanations.ts';
import { historyOf } from '../support/history.ts';
import { runJson } from '../support/program.ts';

const docs = path.join(import.meta.dirname, '../../docs');

const TEMPLATE = 'rfcs/0000-template.md';

const REPOSITORY = {
  [TEMPLATE]:
    '# NNNN: Title\n\n- Status: draft <!-- draft | accepted | superseded -->\n- Author: @nickname\n\n## Summary\n\nWhat is it about?\n\n## Design\n\nHow does it work?\n\n## Drawbacks [optional]\n\nWhy not?\n',
  'rfcs/0001-use-git.md':
    '# 0001: Use Git\n\n- Status: accepted\n- Author: @jo\n\n## Summary\n\nTexts lie in git.\n\n## Design\n\nOne repository.\n',
};

const pageOf = (code: string) => readFileSync(path.join(docs, 'findings', `${code}.md`), 'utf8');

/** The files that a part of a page shows; what shows none says it in words. */
function filesIn(page: string, part: string): Record<string, string> {
  const text = page.split(`\n## ${part}\n`)[1]?.split('\n## Fixed\n')[0] ?? '';
  const blocks = text.matchAll(/^`([^`\n]+)`:\n\n(`{3,})markdown\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, file = '', , body = '']) => [file, `${body}\n`]));
}

async function foundWith(files: Record<string, string>) {
  const { [TEMPLATE]: later, ...others } = files;
  const commits = [REPOSITORY, others, ...(later === undefined ? [] : [{ [TEMPLATE]: later }])];
  const { json } = await runJson(['check'], { cwd: await historyOf(...commits) });
  const found: { code: string; path: string; severity: string }[] = json.findings;
  return found;
}

describe('the page of a finding', () => {
  it.each(FINDING_CODES)(
    '%s says what it means, and shows what is found and what is not',
    async (code) => {
      const page = pageOf(code);
      expect(page).toContain(EXPLANATIONS[code]);
      const bad = filesIn(page, 'Found');
      const shown = code === 'unreadable' ? { 'rfcs/0002-cache.md': 'a\0b' } : bad;
      const [file] = Object.keys(shown);
      const found = await foundWith(shown);
      const own = found.filter((each) => each.code === code);
      expect(own.map((each) => each.path)).toContain(file);
      // What it shows is about this finding alone: but for the other end of what is between two.
      expect(found.filter(({ path: where }) => where === file).map((each) => each.code)).toEqual([
        code,
      ]);
      for (const { severity } of own) expect(page.toLowerCase()).toContain(severity);
      const good = filesIn(page, 'Fixed');
      if (Object.keys(good).length > 0) expect(await foundWith(good)).toEqual([]);
    },
  );

  it('is in the list of all of them', () => {
    const list = readFileSync(path.join(docs, 'checking.md'), 'utf8');
    const rows = [...list.matchAll(/^\| \[([\w-]+)\]\((findings\/[\w-]+\.md)\) \|/gm)];
    expect(rows.map(([, code]) => code)).toEqual(FINDING_CODES);
    expect(rows.filter(([, , page = '']) => !existsSync(path.join(docs, page)))).toEqual([]);
  });
});
