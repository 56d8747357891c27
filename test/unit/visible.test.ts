import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { CleanAsker } from '../../src/ask/clean-asker.ts';
import { cells, shown } from '../../src/ask/graphemes.ts';
import { PlainAsker } from '../../src/ask/plain-asker.ts';
import { Cancelled, Failure } from '../../src/failure.ts';
import { creationText } from '../../src/report/create/create.ts';
import { creationNotes } from '../../src/report/create/notes.ts';
import { cancelledText, failureJson, failureText } from '../../src/report/failure.ts';
import { initText } from '../../src/report/init.ts';
import { leftoverNotes } from '../../src/report/leftovers.ts';
import { renumberText } from '../../src/report/renumber.ts';
import { reservationsText } from '../../src/report/reservations.ts';
import {
  sectionDiff,
  sectionNotes,
  sectionRefusals,
  sectionText,
} from '../../src/report/section/section.ts';
import { asJson, documentLines, noteLines, onScreen, paint } from '../../src/report/style.ts';
import { templatesText } from '../../src/report/templates.ts';
import { unexpectedText } from '../../src/report/unexpected.ts';
import { visible } from '../../src/visible.ts';

/** What must never reach a terminal as it is. */
const PAYLOADS: readonly [string, string][] = [
  ['a colour', '\u001B[31mred'],
  ['a title of the window', '\u001B]0;x\u0007'],
  ['a link (OSC 8)', '\u001B]8;;http://x\u001B\\x'],
  ['the clipboard (OSC 52)', '\u001B]52;c;ZXZpbA==\u0007'],
  ['a cleared screen', '\u001B[2J\u001B[H'],
  ['a device control string', '\u001BP$q\u001B\\'],
  ['an escape of one byte (C1)', '\u009B31m'],
  ['a C1 string', '\u009D0;x\u009C'],
  ['a carriage return', 'x\rerror: FAKE'],
  ['a line feed', 'x\nerror: FAKE'],
  ['a backspace', 'x\b\b\b'],
  ['a delete', 'x\u007F'],
  ['an override of direction', 'x\u202Ecod.exe'],
  ['an isolate and a mark', '\u2066x\u2069\u200F\u061C'],
  ['a line and a paragraph separator', 'x\u2028error: FAKE\u2029'],
];

/** Written down again, so that what is looked for cannot be what is left out. */
const DANGEROUS = String.raw`\0-\x08\x0B-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069`;
const RAW = new RegExp(`[${DANGEROUS}]`);

const plain = { colour: false, shell: 'posix' } as const;
const coloured = { ...plain, colour: true };
const OWN_COLOURS = new RegExp(`${'\u001B'}\\[(?:1|2|22|3\\d|39)m`, 'g');

const convention = {
  directory: 'd',
  layout: 'directory',
  document: null,
  name: 'n',
  numbering: 'sequential',
  width: 4,
} as const;

/** Every report, prompt and error, with a text of somebody's in every place. */
const REPORTS: Record<string, (bad: string) => readonly string[] | Promise<readonly string[]>> = {
  'a creation': (bad) => creationText(creation(bad, false), plain),
  'a dry run': (bad) => creationText(creation(bad, true), plain),
  'notes of a creation': (bad) => noteLines(creationNotes(creation(bad, false), plain), plain),
  'an initialisation': (bad) =>
    initText(
      {
        result: {
          command: 'init',
          dryRun: false,
          path: bad,
          configuration: {},
          files: [{ path: bad }],
        },
        learnedFrom: 0,
        undone: [],
        left: [],
      },
      plain,
    ),
  'a move': (bad) =>
    renumberText(
      {
        command: 'renumber',
        dryRun: false,
        from: { number: bad, path: bad },
        to: { number: bad, path: bad },
        because: bad,
        recovered: [bad],
        edits: [{ path: bad, line: 1, before: bad, after: bad }],
        links: [{ path: bad, before: bad, after: bad }],
        mentions: [{ path: bad, line: 1, text: bad }],
        unseen: [{ path: bad, why: bad }],
      },
      plain,
    ),
  reservations: (bad) =>
    reservationsText(
      {
        command: 'reservations',
        dryRun: false,
        remote: bad,
        reservations: [
          { number: 1, slug: bad, holder: bad, since: '2024-01-01', written: false, own: true },
        ],
      },
      plain,
    ),
  templates: (bad) =>
    templatesText({ command: 'templates', templates: [{ name: bad, about: bad }], used: bad }),
  sections: (bad) => [
    ...sectionText(sections(bad), plain),
    ...sectionNotes(sections(bad), plain),
    ...sectionRefusals(sections(bad), plain),
  ],
  'a diff of sections': (bad) => sectionDiff(sections(bad.replace(/[\r\n]/g, '')), plain),
  'an error': (bad) => failureText(Failure.usage('usage', bad, { hint: bad, list: [bad] }), plain),
  'an error that nobody foresaw': (bad) =>
    unexpectedText(
      new Error(bad),
      { manifest: { name: bad, version: bad }, node: bad, system: bad },
      plain,
    ),
  'a cancelled run': (bad) => {
    const cancelled = new Cancelled();
    cancelled.resume = ['create-enhancement', '--dir', bad];
    return cancelledText(cancelled, plain);
  },
  'what was left': (bad) =>
    noteLines(
      leftoverNotes({
        undone: [bad],
        left: [
          { kind: 'changed since', path: bad, what: bad, changed: [bad] },
          { kind: 'claim', path: bad, host: bad },
        ],
      }),
      plain,
    ),
};

function creation(bad: string, dryRun: boolean) {
  return {
    result: {
      command: 'create' as const,
      dryRun,
      number: 1,
      title: bad,
      slug: bad,
      path: bad,
      files: [{ path: bad, ...(dryRun && { content: bad.replaceAll('\n', '') }) }],
      template: bad,
      convention: { ...convention, directory: bad },
      sections: { kept: [bad], removed: [bad] },
      repeat: ['create-enhancement', bad, '--dir', bad],
    },
    isAdoptionTold: false,
    endsQuestions: true,
    missingBeside: [bad],
    lists: [bad],
    keptLists: [bad],
    kept: [{ place: bad, text: bad }],
    unsaid: [bad],
    lettersLost: bad,
    showsCommand: true,
    opens: false,
    isOnUsualBranch: true,
    directory: bad,
    isInGit: true,
    isDraft: true,
    breakouts: [
      { answer: bad, section: bad, kind: 'heading' as const, line: 1, text: bad, level: 2 },
    ],
    rivals: [bad],
    undone: [bad],
    left: [{ kind: 'temporary' as const, path: bad }],
    isGitSilent: true,
    gitSays: bad,
    met: [{ number: 1, name: bad, shown: bad, slug: '', branch: bad, author: bad }],
    gaps: ['unreadable' as const],
    seen: undefined,
  };
}

function sections(bad: string) {
  const place = { heading: bad, line: 1, level: 2, certain: false, doubts: [] };
  return {
    result: {
      command: 'section' as const,
      dryRun: true,
      path: bad,
      results: [
        { section: bad, status: 'added' as const, ...place },
        { section: bad, status: 'absent' as const },
        { section: bad, status: 'unplaced' as const, reason: bad, ...place },
        { section: bad, status: 'present' as const, heading: bad, line: 1, reason: bad },
      ],
    },
    refused: false,
    before: 'a\n',
    after: `a\n${bad}\n`,
    unnumbered: [bad],
    staleContents: { line: 1, isGenerated: true },
  };
}

describe.each(PAYLOADS)('%s', (_, bad) => {
  it.each(Object.keys(REPORTS))('is seen, and does nothing, in %s', async (name) => {
    const text = onScreen((await REPORTS[name]?.(bad)) ?? expect.unreachable());
    expect(text.replaceAll('\n', '')).not.toMatch(RAW);
    expect(text).not.toMatch(/^error: FAKE/m);
    // A diff is of lines, whose ends are none of its texts.
    const isShown = name !== 'a diff of sections' || RAW.test(bad.replace(/[\r\n]/g, ''));
    if (isShown) expect(text).toMatch(/\\u[0-9a-f]{4}|\\[nr]|\\\d{3}/);
  });

  it('is the same value in JSON, by escapes', () => {
    const value = { command: bad, [bad]: [bad] };
    const json = asJson(value);
    expect(json.replaceAll('\n', '')).not.toMatch(RAW);
    expect(JSON.parse(json)).toEqual(value);
    const failure = asJson(failureJson('create', Failure.usage('usage', bad, { hint: bad })));
    expect(failure.replaceAll('\n', '')).not.toMatch(RAW);
    expect(JSON.parse(failure)).toMatchObject({ error: { message: bad, hint: bad } });
  });

  it('is seen in every question', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const asker = new CleanAsker(
      new PlainAsker({ input, output, signal: new AbortController().signal }),
    );
    asker.open(bad);
    asker.tell([bad]);
    input.write('1\n1\n\nx\n');
    const choices = [{ value: 'a', label: bad, hint: bad }];
    await asker.chooseOne({ message: bad, choices, canGoBack: false });
    await asker.chooseMany({ message: bad, choices, initial: [], canGoBack: false });
    const question = { message: bad, hint: bad, initial: bad, lines: 'one' as const };
    await asker.text({ ...question, empty: bad, proposal: bad, canGoBack: false });
    asker.close();
    const text = String(output.read());
    expect(text.replaceAll('\n', '')).not.toMatch(RAW);
    expect(shown(bad)).not.toMatch(RAW);
    expect(cells(bad)).toBe(shown(bad).length);
  });

  it('keeps our own colours, and adds none', () => {
    const text = onScreen([`${paint(coloured, 'red', `error: ${bad}`)} ${bad}`]);
    expect(text.replace(OWN_COLOURS, '').replaceAll('\n', '')).not.toMatch(RAW);
    expect(text.startsWith('\u001B[31merror: ')).toBe(true);
  });
});

describe('what is text stays as it is', () => {
  it.each(['naïve', 'a\tb', '👩‍👩‍👧', 'می‌خواهم', 'क्‍ष', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'שלום', 'e\u0301', '𝒳'])(
    '%s',
    (text) => {
      expect(visible(text)).toBe(text);
      expect(onScreen([text])).toBe(`${text}\n`);
      expect(asJson({ text })).toBe(`${JSON.stringify({ text }, null, 2)}\n`);
    },
  );

  it('and a document keeps the ends of its lines, but no other carriage return', () => {
    expect(onScreen(documentLines('a\r\nb\nc\rd'))).toBe('a\r\nb\nc\\rd\n');
    expect(onScreen(['name\r'])).toBe('name\\r\n');
  });
});
