import { describe, expect, it } from 'vitest';
import { compileTemplate } from '../../src/template/compile.ts';
import { hasExpressions } from '../../src/template/detect-expressions.ts';
import { HiddenWords } from '../../src/template/hidden-words.ts';
import { EMPTY_VALUES } from '../../src/template/values.ts';

const own = async (source: string) => (await compileTemplate(source, 't.md')).expressions.own;
const fill = async (source: string, values: object) => {
  const words = new HiddenWords();
  const { fill: run } = await compileTemplate(source, 't.md');
  return words.reveal(
    run({ ...EMPTY_VALUES, title: words.hide('title', 'My Title'), ...values }, words),
  );
};

describe('names of a template', () => {
  it('are asked for in order of appearance, each as what it is used as', async () => {
    const source =
      '# {{title}}\n{{owner}} {{#if public}}yes{{/if}}\n{{#each steps}}- {{this}} {{../team}}{{/each}}\n{{#if note}}{{note}}{{/if}}{{upper @root.last}}';
    expect(await own(source)).toEqual([
      { name: 'owner', kind: 'text', line: 2 },
      { name: 'public', kind: 'flag', line: 2 },
      { name: 'steps', kind: 'list', line: 3 },
      { name: 'team', kind: 'text', line: 3 },
      { name: 'note', kind: 'text', line: 4 },
      { name: 'last', kind: 'text', line: 4 },
    ]);
  });

  it.each([
    ['{{upper title}} {{lower title}} {{slug title}}', 'MY TITLE my title my-title'],
    ['{{pad number 3}} {{pad number 1}} {{pad "7" 2}}', '012 12 07'],
    ['{{date}} {{date "YYYYMMDD"}} {{date "YY-MM"}}', '2026-01-31 20260131 26-01'],
    ['{{slug}} {{upper (slug title)}}', 's MY-TITLE'],
    ['{{#each goals}}{{@index}}{{upper this}}{{#unless @last}},{{/unless}}{{/each}}', '0A,1B'],
    ['\\{{title}}', '{{title}}'],
  ])('%s gives %s', async (source, expected) => {
    const values = { number: '0012', slug: 's', date: '2026-01-31', goals: ['a', 'b'] };
    expect(await fill(source, values)).toBe(expected);
  });

  it.each([
    ['ok\n{{#if summary}}x', 't.md:2:', 'a block is not closed'],
    ['a\n  {{#if summary}}x{{/each}}', "t.md:2:6: if doesn't match each"],
    ['{{ .Values.x }}', 't.md:1:', 'do not contain an expression'],
    ['{{a b}}', 't.md:1:1: unknown helper "a"'],
    ['x {{#foo}}y{{/foo}}', 't.md:1:3: unknown block "foo"'],
    ['{{#with title}}y{{/with}}', 'unknown block "with"'],
    ['{{> file}}', 'partials and decorators are not supported'],
    ['{{* d}}', 'partials and decorators are not supported'],
    ['{{lookup this "x"}}', 'unknown helper "lookup"'],
    ['{{log "x"}}', 'unknown helper "log"'],
    ['{{constructor}}', '"constructor" cannot be the name of a value'],
    ['{{__proto__}}', '"__proto__" cannot be the name of a value'],
    ['{{#each toString}}{{/each}}', '"toString" cannot be the name of a value'],
    ['{{title.constructor}}', 'a name consists of letters'],
    ['{{#each stories}}{{title.constructor}}{{/each}}', 'inside the list "stories"'],
    ['{{#each steps}}{{name}}{{/each}}', 'inside the list "steps"', '{{../name}}'],
    ['{{#each a}}{{#each b}}{{/each}}{{/each}}', 'lists inside lists'],
    ['{{#each a as |b|}}{{b}}{{/each}}', 'is not supported'],
    ['{{steps}}{{#each steps}}{{this}}{{/each}}', 'used as a list and as text'],
    ['{{upper title x=1}}', 'named arguments'],
  ])('%j is refused', async (source, ...expected) => {
    const error = await compileTemplate(source, 't.md').catch((thrown: Error) => thrown);
    for (const text of expected) expect(String(error)).toContain(text);
  });

  it.each([
    ['{{title}}', true],
    ['{{#if x}}a{{/if}}', true],
    ['{{upper title}}', true],
    ['{{ title }}', true],
    ['{{{title}}}', true],
    [
      '{{ .Values.title }} {{- if x }} {{ x | upper }} {{ page.title }} ${{ secrets }} {% if %} \\{{title}}',
      false,
    ],
    ['{{ include "a" . }}', false],
    ['`{{title}}`', false],
    ['```\n{{title}}\n```', false],
    ['    {{title}}', false],
    ['<!-- {{title}} -->', false],
    ['{ {title} }', false],
  ])('%j has expressions: %s', (text, expected) => {
    expect(hasExpressions(text)).toBe(expected);
  });
});
