import { describe, expect, it } from 'vitest';
import { upgradeDocument } from '../../src/index.ts';

const of = (...parts: string[]) => `${parts.join('\n\n')}\n`;

const SUMMARY = ['## Summary', 'Say what it is about in one paragraph.'];
const DESIGN = ['## Design', 'How does it work in detail?'];
const COSTS = ['## Costs', 'What has to be paid for it, and by whom?'];
const ALTERNATIVES = ['## Alternatives', 'Which other ways were considered?'];
const own = { SUMMARY: ['## Summary', 'A cache.'], DESIGN: ['## Design', 'A map.'] };
const OTHERS = ['## Alternatives', 'A disk.'];

/** What an upgrade says of a document, and whether it left it as it was. */
const upgraded = (
  document: string,
  { base, template, accepted = [] }: { base: string; template: string; accepted?: string[] },
) => {
  const result = upgradeDocument(document, { base, template, accepted });
  return {
    text: result.document,
    changes: result.changes
      .filter(({ kind }) => kind !== 'dropped' && kind !== 'moved')
      .map(({ kind, section = '', applied, doubts = [] }) =>
        [kind, section, applied ? 'done' : 'left', ...doubts].join(' ').replaceAll('  ', ' '),
      ),
  };
};

describe('a section under another name', () => {
  const versions = (one: readonly string[], other: readonly string[]) => ({
    base: of('# T', ...SUMMARY, ...one, ...ALTERNATIVES),
    template: of('# T', ...SUMMARY, ...other, ...ALTERNATIVES),
  });
  const document = (heading: string) => of('# Mine', ...own.SUMMARY, heading, 'Speed.', ...OTHERS);

  it.each<[what: string, one: [string, string], other: [string, string]]>([
    [
      'that asks for the opposite',
      ['## Upgrade strategy', 'How do people upgrade to it?'],
      ['## Downgrade strategy', 'How do people downgrade to it?'],
    ],
    [
      'with words that any section could have',
      ['## Inputs', 'Describe them in a table.'],
      ['## Outputs', 'Describe them in a table.'],
    ],
    [
      'with few words',
      ['## Alpha', 'Which criteria are there?'],
      ['## Beta', 'Which criteria are there?'],
    ],
    [
      'with like words',
      ['## Impact', 'What changes for users and operators?'],
      ['## User impact', 'What changes for users?'],
    ],
    ['with a comment', ['## Sales', '<!-- Fill in. -->'], ['## Security', '<!-- Fill in. -->']],
  ])('%s is asked about', (_, one, other) => {
    const mine = document(one[0]);
    const title = other[0].slice(3);
    expect(upgraded(mine, versions(one, other))).toEqual({
      text: mine,
      changes: [`renamed ${title} left other-section`],
    });
    const accepted = upgraded(mine, { ...versions(one, other), accepted: [title] });
    expect(accepted.text).toBe(document(other[0]));
    expect(accepted.changes).toEqual([`renamed ${title} done other-section`]);
  });

  it('is asked about where another section of the template says the same', () => {
    const same = 'Describe what is done about it.';
    const base = of('# T', ...SUMMARY, '## Sales', same, ...DESIGN, '## Support', same);
    const template = base.replace('## Sales', '## Security');
    const mine = of('# Mine', ...own.SUMMARY, '## Sales', 'S', ...own.DESIGN, '## Support', 'S');
    expect(upgraded(mine, { base, template })).toEqual({
      text: mine,
      changes: ['renamed Security left other-section'],
    });
  });

  it('is renamed without a question where it alone asks for just that, or its name is in the new one', () => {
    const asks = 'What has to be paid for it, and by whom?';
    const mine = document('## Costs');
    expect(upgraded(mine, versions(['## Costs', asks], ['## Price', asks])).text).toBe(
      document('## Price'),
    );
    const { text } = upgraded(
      mine,
      versions(['## Costs', asks], ['## Benefits and costs', 'What is won and what is lost?']),
    );
    expect(text).toBe(document('## Benefits and costs'));
  });

  it('is told where the document has a heading of the new name', () => {
    const asks = 'What has to be paid for it, and by whom?';
    const mine = of('# Mine', '## Price', 'Ten.', ...own.SUMMARY, '## Costs', 'Five.', ...OTHERS);
    const result = upgraded(mine, versions(['## Costs', asks], ['## Price', asks]));
    expect(result).toEqual({ text: mine, changes: ['renamed Price left'] });
  });
});

describe('a template that is another one now', () => {
  const base = of('# T', ...SUMMARY, ...DESIGN, ...COSTS);
  const mine = of('# Mine', ...own.SUMMARY, ...own.DESIGN, '## Costs', 'Ten.');

  it('gives nothing without a question where most is gone', () => {
    const template = of('# T', ...SUMMARY, '## Problem', 'What hurts?', '## Trade-offs', 'Which?');
    expect(upgraded(mine, { base, template })).toEqual({
      text: mine,
      changes: [
        'gained Problem left template-rebuilt',
        expect.stringMatching(/^gained Trade-offs left .*template-rebuilt/),
      ],
    });
  });

  it('gives nothing without a question where most stands in another section', () => {
    const inner = [...SUMMARY, ...DESIGN, ...COSTS].map((each) => each.replace('## ', '### '));
    const template = of('# T', '## Proposal', 'What is proposed?', ...inner, '## End', 'And?');
    const { text, changes } = upgraded(mine, { base, template });
    expect(text).toBe(mine);
    expect(changes[0]).toBe('gained Proposal left template-rebuilt parts-elsewhere');
  });

  it('gives no section without a question whose parts stand elsewhere, and nothing of what belongs in it', () => {
    const long = of('# T', ...SUMMARY, ...DESIGN, ...COSTS, ...ALTERNATIVES);
    const template = of(
      '# T',
      ...SUMMARY,
      ...DESIGN,
      ...COSTS,
      '## Discussion',
      'What else?',
      ...ALTERNATIVES.map((each) => each.replace('## ', '### ')),
      '### Questions',
      'Which are open?',
    );
    const document = of('# Mine', ...own.SUMMARY, ...own.DESIGN, '## Costs', 'Ten.', ...OTHERS);
    expect(upgraded(document, { base: long, template })).toEqual({
      text: document,
      changes: ['gained Discussion left parts-elsewhere'],
    });
  });
});

describe('a gained section', () => {
  const base = of('# T', ...SUMMARY, ...DESIGN, ...ALTERNATIVES);
  const template = of(
    '# T',
    ...SUMMARY,
    ...DESIGN,
    '## Security',
    'What could go wrong?',
    ...ALTERNATIVES,
  );

  it.each<[what: string, lines: string[]]>([
    ['stands in a part of somebody’s own', ['### Option A', 'Map.', '#### Security', 'Fine.']],
    ['is a line in bold', ['**Security**', 'Fine.']],
  ])('that %s is asked about', (_, lines) => {
    const mine = of('# Mine', ...own.SUMMARY, '## Design', ...lines, ...OTHERS);
    expect(upgraded(mine, { base, template })).toEqual({
      text: mine,
      changes: ['gained Security left similar-heading'],
    });
  });

  it('that another section has the name of is added where it belongs', () => {
    const risks = (of: string) => ['### Risks', `Which risks has the ${of}?`];
    const old = of('# T', ...DESIGN, ...risks('design'), '## Rollout', 'How?', ...ALTERNATIVES);
    const now = old.replace(
      '## Alternatives',
      `${risks('rollout').join('\n\n')}\n\n## Alternatives`,
    );
    const mine = of('# Mine', '## Design', 'A.', '### Risks', 'B.', '## Rollout', 'C.', ...OTHERS);
    const result = upgradeDocument(mine, { base: old, template: now, past: [mine] });
    const wanted = mine.replace(
      '## Alternatives',
      `${risks('rollout').join('\n\n')}\n\n## Alternatives`,
    );
    expect(result.document).toBe(wanted);
    // Where people have taken it out again, it stays out.
    const again = upgradeDocument(mine, { base: old, template: now, past: [mine, wanted] });
    expect(again.document).toBe(mine);
  });
});

describe('words of the template', () => {
  const template = (words: string) => of('# T', ...SUMMARY, '## Design', words, ...ALTERNATIVES);
  const mine = (...words: string[]) =>
    of('# Mine', ...own.SUMMARY, '## Design', ...words, ...OTHERS);

  it.each<[was: string, says: string]>([
    ['Is there a load test?\n\nNo.', 'Is there a load test?\n\nYes, daily.'],
    [
      'Is there a load test?\n\n| Load | When |\n|---|---|\n| no | none |',
      'Is there a load test?\n\n| Load | When |\n|---|---|\n| yes | daily |',
    ],
    ['Which?\n\n```\nload: no\n```', 'Which?\n\n```\nload: yes\n```'],
  ])('%j may hold an answer that is the same as the template’s', (was, says) => {
    expect(upgraded(mine(was), { base: template(was), template: template(says) })).toEqual({
      text: mine(was),
      changes: ['guidance Design left statement'],
    });
  });

  it('above an answer are asked about one by one, where the new template has none of them', () => {
    const base = template('Which ways are there to do it?\n\nHow long does each of them take?');
    const own = mine('Which ways are there to do it?', 'Two.');
    expect(upgraded(own, { base, template: template('') })).toEqual({
      text: own,
      changes: ['guidance Design left above-answer'],
    });
  });

  it.each<[was: string, says: string]>([
    ['This document is placed in the public domain.', 'This document is licensed under MIT.'],
    [
      'The feature is behind a gate that is off by default.',
      'The feature is behind a gate that is on by default.',
    ],
    ['The owner of this proposal is the platform team.', 'Who is the owner of it?'],
  ])('"%s" may be meant', (was, says) => {
    for (const words of [[was], ['A map.', was]]) {
      const document = mine(...words);
      expect(upgraded(document, { base: template(was), template: template(says) })).toEqual({
        text: document,
        changes: ['guidance Design left statement'],
      });
    }
    const versions = { base: template(was), template: template(says), accepted: [was] };
    expect(upgraded(mine(was), versions).text).toBe(mine(says));
  });

  it.each([
    'Beschreibe das Problem, das gelöst werden soll, und warum es wichtig ist.',
    'The problem that the proposal solves, and the people who have that problem today.',
  ])('that describe what is to be written are replaced: %s', (was) => {
    const versions = { base: template(was), template: template('How does it work?') };
    expect(upgraded(mine(was), versions).text).toBe(mine('How does it work?'));
  });

  it('that tell authors what to do are replaced, wherever in the words that is said', () => {
    const was =
      'The design is what matters most to reviewers. Explain it as you would to a friend.';
    const { text } = upgraded(mine(was), { base: template(was), template: template('How?') });
    expect(text).toBe(mine('How?'));
  });

  it.each(['How does it work?', '> How does it work?'])(
    'that were a comment do not become "%s" above an answer without a question',
    (says) => {
      const was = '<!-- How does it work? -->';
      const document = mine(was, 'A map.');
      expect(upgraded(document, { base: template(was), template: template(says) })).toEqual({
        text: document,
        changes: ['guidance Design left was-hidden'],
      });
      expect(upgraded(mine(was), { base: template(was), template: template(says) }).text).toBe(
        mine(says),
      );
    },
  );
});

it('a table of contents is no guidance: what the template lists are not the sections of the proposal', () => {
  const list = (...names: string[]) =>
    `<!-- toc -->\n${names.map((name) => `- [${name}](#${name.toLowerCase()})`).join('\n')}\n<!-- /toc -->`;
  const contents = list('Summary', 'Design', 'Alternatives');
  const base = of('# T', contents, ...SUMMARY, ...DESIGN, ...ALTERNATIVES);
  const extra = ['## Luxury [optional]', 'What luxury?'];
  const template = of(
    '# T',
    list('Summary', 'Design', 'Luxury', 'Alternatives'),
    ...SUMMARY,
    ...DESIGN,
    ...extra,
    ...ALTERNATIVES,
  );
  const mine = of('# Mine', contents, ...own.SUMMARY, ...own.DESIGN, ...OTHERS);
  expect(upgraded(mine, { base, template })).toEqual({
    text: mine,
    changes: ['gained Luxury left'],
  });
});

it('guidance in signs without spaces says as much as many words', () => {
  const asks = '何が問題で、誰がそれを今日持っているかを説明してください。';
  const rest = ['## 設計', 'どのように動きますか。', '## 代替案', '他の案はありますか。'];
  const base = of('# T', '## 動機', asks, ...rest);
  const template = base.replace('## 動機', '## 動機と目標');
  const mine = of('# Mine', '## 動機', '遅い。', '## 設計', '表。', '## 代替案', '無い。');
  expect(upgraded(mine, { base, template }).text).toBe(mine.replace('## 動機', '## 動機と目標'));
});

it('words above a table that is filled in are carried over where the table has changed as well', () => {
  const table = (...cells: string[]) => `| ${cells.join(' | ')} |\n|${'---|'.repeat(cells.length)}`;
  const design = (words: string, cells: string) => ['## Design', words, cells];
  const base = of('# T', ...SUMMARY, ...design('How does it work?', table('Option', 'Pro')));
  const template = of(
    '# T',
    ...SUMMARY,
    ...design('Which parts are there?', table('Option', 'Pro', 'Con')),
  );
  const filled = `${table('Option', 'Pro')}\n| map | fast |`;
  const mine = of('# Mine', ...own.SUMMARY, ...design('How does it work?', filled));
  expect(upgraded(mine, { base, template })).toEqual({
    text: mine,
    changes: ['guidance Design left above-answer'],
  });
  expect(upgraded(mine, { base, template, accepted: ['Design'] }).text).toBe(
    mine.replace('How does it work?', 'Which parts are there?'),
  );
});
