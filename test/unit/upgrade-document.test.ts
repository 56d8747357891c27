import { describe, expect, it } from 'vitest';
import type { UpgradeChange } from '../../src/document/upgrade/upgrade-result.ts';
import { upgradeDocument } from '../../src/index.ts';

/** A text of lines that begin with hashes, each with a paragraph of its own words under it. */
const of = (...headings: string[]) =>
  headings
    .map((heading) => {
      const [
        line = '',
        words = `Explain the ${heading.replace(/^#+ /, '')} of it in a few words.`,
      ] = heading.split(' | ');
      return words === '' ? `${line}\n` : `${line}\n\n${words}\n`;
    })
    .join('\n');

const words = (change: UpgradeChange) =>
  [change.kind, change.section ?? change.to, change.applied ? 'done' : '', ...(change.doubts ?? [])]
    .filter(Boolean)
    .join(' ');

const upgraded = (
  document: string,
  base: string | undefined,
  template: string,
  accepted: string[] = [],
) => {
  const result = upgradeDocument(document, {
    template,
    accepted,
    ...(base !== undefined && { base }),
  });
  return { document: result.document, changes: result.changes.map(words) };
};

describe('what a template has gained', () => {
  const base = of('# T', '## Summary', '## Design', '### API', '## End');
  const template = of(
    '# T',
    '## Summary',
    '## Design',
    '### API',
    '### Data',
    '#### Formats',
    '## Tests',
    '### Load',
    '## Luxury [optional] | What luxury?',
    '### Gold',
    '## End',
  );
  const own = of(
    '# Mine',
    '## Summary | S',
    '## Design | D',
    '### API | A',
    '### Own | O',
    '## End | E',
  );

  it('is added in one go, what belongs to it as well, at every level', () => {
    expect(upgraded(own, base, template)).toEqual({
      document: of(
        '# Mine',
        '## Summary | S',
        '## Design | D',
        '### API | A',
        '### Data',
        '#### Formats',
        '### Own | O',
        '## Tests',
        '### Load',
        '## End | E',
      ),
      changes: [
        'gained Data done',
        'gained Formats done',
        'gained Tests done',
        'gained Load done',
        'gained Luxury',
      ],
    });
  });

  it('is only added with the optional section that it belongs to', () => {
    const { document } = upgraded(own, base, template, ['Luxury']);
    expect(document).toContain(
      of('### Load', '## Luxury | What luxury?', '### Gold', '## End | E'),
    );
  });

  it('stands at the level of the document, which was made from one that stood higher', () => {
    const flat = (text: string) => text.replace(/^##/gm, '#');
    const { document, changes } = upgraded(flat(own), flat(base), template);
    expect(document).toContain(
      flat(
        of(
          '### API | A',
          '### Data',
          '#### Formats',
          '### Own | O',
          '## Tests',
          '### Load',
          '## End | E',
        ),
      ),
    );
    expect(changes.slice(0, 4)).toEqual([
      'gained Data done',
      'gained Formats done',
      'gained Tests done',
      'gained Load done',
    ]);
  });

  it('is not put back where the author has left it out, nor put in where there is a like one', () => {
    const without = of('# Mine', '## Summary | S', '## Tests: how | T', '## End | E');
    const { changes } = upgraded(without, base, template);
    expect(changes).not.toContain('gained Design done');
    expect(changes.filter((each) => each.startsWith('gained Tests'))).toEqual([]);
    const like = upgraded(
      of(
        '# Mine',
        '## Summary | S',
        '## Design | D',
        '### API | A',
        '## System tests | T',
        '## End | E',
      ),
      base,
      template,
    );
    expect(like.changes).toContain('gained Tests similar-heading');
    expect(like.changes.filter((each) => each.startsWith('gained Load'))).toEqual([]);
    expect(like.document).not.toContain('## Tests');
  });

  it('may be all that is missing, where nothing older is known', () => {
    expect(
      upgraded(
        of('# Mine', '## Summary | S', '## End | E'),
        undefined,
        of('# T', '## Summary', '## Design', '## End'),
      ),
    ).toEqual({
      document: of('# Mine', '## Summary | S', '## End | E'),
      changes: ['gained Design unknown-base'],
    });
  });

  it('is told and left out where it would become something else', () => {
    const open = `${own}\n<!-- not closed\n`;
    const { document, changes } = upgraded(open, base, `${template}\n${of('## Last')}`);
    expect(document).toContain('<!-- not closed\n');
    expect(document).not.toContain('## Last');
    expect(changes).toContain('gained Last');
  });
});

describe('a renamed section', () => {
  const base = of('# T', '## Why', '## How | Say how it is built, and by whom.', '## End');

  it.each<[what: string, heading: string, expected: string]>([
    ['is renamed where the heading is the old one', '## How', '## Approach'],
    ['keeps its closing hashes', '## How ##', '## Approach ##'],
    ['keeps its line below', 'How\n---', 'Approach\n---'],
    ['stays where somebody has called it otherwise', '## How, exactly', '## How, exactly'],
    ['stays where it is called so already', '## Approach', '## Approach'],
  ])('%s', (_, heading, expected) => {
    const template = of(
      '# T',
      '## Why',
      '## Approach | Say how it is built and by whom, please.',
      '## End',
    );
    const document = of('# M', '## Why | w', `${heading} | h`, '## End | e');
    expect(upgraded(document, base, template).document).toBe(document.replace(heading, expected));
  });

  it.each(['## 3. Design', '## Design {#design}', '## 🏗️ Design', '## 3. Design {#d}'])(
    'keeps what stands around its name: %s',
    (heading) => {
      const base = of('## Summary', '## Design', '## End');
      const template = base.replace('## Design', '## Detailed design');
      const document = of('## Summary | S', `${heading} | D`, '## End | E');
      const result = upgradeDocument(document, { base, template });
      expect(result.document).toBe(document.replace('Design', 'Detailed design'));
      expect(result.changes).toMatchObject([{ kind: 'renamed', applied: true, line: 5 }]);
    },
  );

  it('is another one where neither its name nor what it asks for is like the old', () => {
    const template = of('# T', '## Why', '## Costs | What has to be paid for it?', '## End');
    const document = of('# M', '## Why | w', '## How | h', '## End | e');
    expect(upgraded(document, base, template).changes).toEqual([
      'gained Costs similar-heading',
      'dropped How',
    ]);
  });
});

describe('explanations', () => {
  const of3 = (words: string) =>
    of('# T | Read this before you write a line.', `## One | ${words}`, '## Two');
  const carried = (old: string, now: string, own: string) =>
    upgraded(of3(own), of3(old), of3(now)).document;

  it.each<[what: string, old: string, now: string, own: string, expected: string]>([
    [
      'that nobody touched are replaced',
      'Say old words of it.',
      'New words.',
      'Say old words of it.',
      'New words.',
    ],
    [
      'are paragraphs, whatever code they mention',
      'Say it with a ```diff``` of it.',
      'New words.',
      'Say it with a ```diff``` of it.',
      'New words.',
    ],
    [
      'are the same where only lines break otherwise',
      'Say old words\nof  it.',
      'New words.',
      'Say old words of\nit.',
      'New words.',
    ],
    [
      'are taken out beside what people wrote',
      'Say old words of it.',
      'New words are these.',
      'Say old words of it.\n\nMine.',
      'New words are these.\n\nMine.',
    ],
    [
      'go with the blank line before them, where they are last',
      'Stay here, it is right.\n\nSay old words of it.',
      'Stay here, it is right.',
      'Mine.\n\nSay old words of it.',
      'Mine.',
    ],
    [
      'that have an answer below them stay, where nothing comes in their place',
      'Stay here, it is right.\n\nSay old words of it.',
      'Stay here, it is right.',
      'Mine.\n\nSay old words of it.\n\nBecause.',
      'Mine.\n\nSay old words of it.\n\nBecause.',
    ],
    [
      'that ask an answered question stay, where another is asked now',
      'What happens on a rollback?',
      'What could an attacker do?',
      'What happens on a rollback?\n\nNothing.',
      'What happens on a rollback?\n\nNothing.',
    ],
    [
      'that ask the same in other words are replaced above an answer',
      'What happens when somebody rolls back the change?',
      'What happens when somebody rolls the change back?',
      'What happens when somebody rolls back the change?\n\nNothing.',
      'What happens when somebody rolls the change back?\n\nNothing.',
    ],
    [
      'that are said in another place now stay',
      'What is it?\n\nWhat does it cost?',
      'What does it cost?\n\nWhat is it?',
      'What is it?\n\nA map.\n\nWhat does it cost?\n\nTime.',
      'What is it?\n\nA map.\n\nWhat does it cost?\n\nTime.',
    ],
    ['that are a value stay', 'Proposed', 'Draft', 'Proposed', 'Proposed'],
    [
      'that are a statement stay',
      'There are none known.',
      'None.',
      'There are none known.',
      'There are none known.',
    ],
    ['in a table stay', '| a | none |', '| a | some |', '| a | none |', '| a | none |'],
    [
      'in somebody’s code stay',
      'What are the risks?',
      'Which risks?',
      'The bot prints:\n\n    What are the risks?',
      'The bot prints:\n\n    What are the risks?',
    ],
    [
      'in a comment are one',
      '<!--\nOld words\n\nthat ask.\n-->',
      '<!-- New words. -->',
      '<!--\nOld words\n\nthat ask.\n-->\n\nMine.',
      '<!-- New words. -->\n\nMine.',
    ],
    [
      'in a fence may be what people mean',
      '```\nold code\n\nthat is shown\n```',
      '```\nnew\n```',
      '```\nold code\n\nthat is shown\n```',
      '```\nold code\n\nthat is shown\n```',
    ],
    [
      'that somebody has changed stay',
      'Say old words of it.',
      'New words.',
      'Say old words of it!',
      'Say old words of it!',
    ],
    [
      'that stand there twice stay',
      'Say old words of it.',
      'New words.',
      'Say old words of it.\n\nAnd:\n\nSay old words of it.',
      'Say old words of it.\n\nAnd:\n\nSay old words of it.',
    ],
    ['that may be an answer stay', 'N/A', 'Say what it costs.', 'N/A', 'N/A'],
    [
      'of few words stay beside others',
      'Some words.',
      'Other words.',
      'Some words.\n\nMine.',
      'Some words.\n\nMine.',
    ],
    [
      'that are there already in the new words stay',
      'Say old words of it.',
      'New words of it.',
      'New words of it.\n\nSay old words of it.',
      'New words of it.\n\nSay old words of it.',
    ],
  ])('%s', (_, old, now, own, expected) => {
    expect(carried(old, now, own)).toBe(of3(expected));
  });

  it('under the title, before it and last in the document are carried over as well', () => {
    const base = `<!-- Before you begin: read it. -->\n\n${of('# T | Say old words under the title.', '## One', '## Two | Say old words at the end.')}`;
    const template = `${of('# T | New words.', '## One', '## Two | ')}`;
    const own = base
      .replace('# T', '# Mine')
      .replace('Explain the One of it in a few words.', 'Mine.');
    expect(upgraded(own, base, template).document).toBe(
      of('# Mine | New words.', '## One | Mine.', '## Two | '),
    );
  });

  it('that lead to a new section stay with the heading that they stand above', () => {
    const base = of('# T', '## One | a', '## Two').replace(
      '## Two',
      'Say old words of this.\n<!-- and this -->\n## Two',
    );
    const template = of('# T', '## One | a', '## New', '## Two').replace(
      '## New',
      'New words of this.\n\n## New',
    );
    const { document } = upgraded(base, base, template);
    expect(document).toContain('Say old words of this.');
    expect(document).toContain('<!-- and this -->\n## Two');
  });
});

describe('definitions of links and footnotes', () => {
  const old =
    '# T\n\n## Why\n\nRead the [guide][g] first.\n\n[g]: ./guide.md\n\n## End\n\nSay it.\n';

  it('come with what uses them', () => {
    const now = old
      .replace('Read the [guide][g] first.', 'Read the [guide][g] and [rules].')
      .concat('\n## Safety\n\nWho attacks?[^s]\n\n[rules]: ./rules.md\n[^s]: As in the model.\n');
    expect(upgraded(old, old, now).document).toBe(
      '# T\n\n## Why\n\nRead the [guide][g] and [rules].\n\n[g]: ./guide.md\n[rules]: ./rules.md\n\n## End\n\nSay it.\n\n## Safety\n\nWho attacks?[^s]\n\n[^s]: As in the model.\n',
    );
  });

  it('stay where something else uses them', () => {
    const now = old.replace('Read the [guide][g] first.\n\n[g]: ./guide.md\n', 'Say why.\n');
    const own = old.replace('Say it.', 'As the [guide][g] says.');
    expect(upgraded(old, old, now).document).toBe(now);
    const { document } = upgraded(own, old, now);
    expect(document).toContain('[g]: ./guide.md\n');
    expect(document).toContain('Say why.');
    expect(upgraded(document, now, now).document).toBe(document);
  });
});

describe('after an upgrade', () => {
  const versions = [
    of('# T', '## Summary', '## End'),
    of('# T', '## Summary', '## Security | Who could attack it, and how?', '## End'),
    of('# T', '## Summary', '## Threats | Who could attack it, and how?', '## End'),
  ];
  const template = of('# T', '## Summary', '## Hazards | What could go wrong with it?', '## End');
  const of2 = (...headings: string[]) => of('# Mine', '## Summary | S', ...headings, '## End | E');
  const again = (document: string, past: string[] = []) => {
    const result = upgradeDocument(document, {
      base: versions[0] ?? '',
      versions,
      past,
      template: versions[2] ?? '',
    });
    return { document: result.document, changes: result.changes.map(words) };
  };

  it('sections that it added are renamed, and their explanations replaced', () => {
    expect(again(of2('## Security | Who could attack it, and how?')).document).toBe(
      of2('## Threats | Who could attack it, and how?'),
    );
    const [base, ...later] = versions;
    const { document } = upgradeDocument(of2('## Threats | Who could attack it, and how?'), {
      base: base ?? '',
      versions: [base ?? '', ...later],
      template: template.replace('## Hazards', '## Threats'),
    });
    expect(document).toBe(of2('## Threats | What could go wrong with it?'));
  });

  it('what people took out or called back stays so', () => {
    expect(again(of2(), [of2('## Security | S')])).toEqual({ document: of2(), changes: [] });
    const back = of2('## Security | S');
    expect(again(back, [of2('## Threats | S')])).toEqual({ document: back, changes: [] });
  });

  it('a section stays that stands elsewhere, or beside one of the new name', () => {
    const own = of('# Mine', '## Summary | S', '### Security | S', '## End | E');
    expect(again(own).document).not.toContain('### Threats');
    const both = of2('## Security | S', '## Threats | T');
    expect(again(both).document).toBe(both);
  });
});

it('a section that was split or joined is not renamed', () => {
  const base = of('# T', '## Summary', '## Risks and Mitigations', '## End');
  const template = of('# T', '## Summary', '## Risks', '## Mitigations', '## End');
  const own = of('# Mine', '## Summary | S', '## Risks and Mitigations | R', '## End | E');
  expect(upgraded(own, base, template).document).toBe(own);
  const joined = of('# Mine', '## Summary | S', '## Risks | R', '## Mitigations | M', '## End | E');
  expect(upgraded(joined, template, base).document).toBe(joined);
});

it('keys that the template has gained are told, in YAML and TOML', () => {
  const body = of('## One');
  const keys = (front: (names: string) => string) =>
    upgraded(front('a b') + body, front('a') + body, front('a b c') + body).changes;
  expect(keys((names) => `---\n${names.replace(/ |$/g, ': 1\n')}---\n\n`)).toEqual(['key c']);
  expect(keys((names) => `+++\n${names.replace(/ |$/g, ' = 1\n')}+++\n\n`)).toEqual(['key c']);
});
