import { describe, expect, it } from 'vitest';
import { detect } from '../../src/convention/detection/detect.ts';
import { doubtfulPlaces } from '../../src/convention/detection/doubtful.ts';
import { otherFormats } from '../../src/convention/other-formats.ts';
import { judge } from '../../src/convention/templates/judge-template.ts';
import { expand } from '../support/paths.ts';

interface Case {
  rule: string;
  paths: string[];
  files?: Record<string, string>;
  directory?: string;
  rootName?: string;
  found: string;
  template?: string;
}

const TEMPLATE = '# Title\n\n## Summary\n\nOne paragraph.\n';

const CASES: Case[] = [
  {
    rule: 'a number that is to be mentioned is not that of the proposal',
    paths: ['rfcs/000{1,2,3,4}-a.md'],
    files: { 'rfcs/README.md': '# RFCs\n\nMention the number of the issue in the pull request.\n' },
    found: 'rfcs/{number}-{slug}.md sequential 4',
  },
  {
    rule: 'six digits that are all days are dates',
    paths: ['rfcs/{210107,210318,231215}-topic.md'],
    found: 'rfcs/{date:YYMMDD}-{slug}.md date null',
  },
  {
    rule: 'years that several share are the years of proposals',
    paths: ['rfcs/2020-{a,b,c}/README.md', 'rfcs/{2021,2022,2023}-d/README.md'],
    found: 'rfcs/{date:YYYY}-{slug}/README.md date null',
  },
  {
    rule: 'a state before a date is no part of the name',
    paths: ['docs/proposals/{20210101,draft-20220101,20230101}-a.md'],
    found: 'docs/proposals/{date:YYYYMMDD}-{slug}.md date null',
  },
  {
    rule: 'another word before a date is',
    paths: ['docs/proposals/rfc-{20210101,20220101,20230101}-a.md'],
    found: 'docs/proposals/rfc-{date:YYYYMMDD}-{slug}.md date null',
  },
  {
    rule: 'a word before every slug is part of the name',
    paths: ['docs/adr/dr_{a,b,c,d,e}.md', 'docs/adr/other.md'],
    found: 'docs/adr/dr_{slug}.md none null',
  },
  {
    rule: 'behind a hyphen, only one that means a proposal',
    paths: ['docs/adr/add-{a,b,c,d,e}.md'],
    found: 'docs/adr/{slug}.md none null',
  },
  {
    rule: 'such as this one',
    paths: ['docs/adr/adr-{a,b,c,d,e}.md'],
    found: 'docs/adr/adr-{slug}.md none null',
  },
  {
    rule: 'a placeholder that nobody replaces is part of the name',
    paths: ['rfcs/0000-{a,b,c,d}.md'],
    found: 'rfcs/0000-{slug}.md none null',
  },
  {
    rule: 'numbers in two forms are numbers all the same, and the latest say how the next is written',
    paths: ['docs/adr/{0001..0005}-a.md', 'docs/adr/ADR-{0006,0007,0008}-a.md'],
    found: 'docs/adr/ADR-{number}-{slug}.md sequential 4',
  },
  {
    rule: 'numbers in two forms are written as most are where the latest differ',
    paths: ['docs/adr/{0001..0005}-a.md', 'docs/adr/ADR-{0006,0007}-a.md'],
    found: 'docs/adr/{number}-{slug}.md sequential 4',
  },
  {
    rule: 'numbers with spaces around the hyphen',
    paths: ['docs/adr/000{1,2,3} - Title.md'],
    found: 'docs/adr/{number} - {slug}.md sequential 4',
  },
  {
    rule: 'the main document is called as its directory in small letters',
    paths: [1, 2, 3].map((n) => `rips/RIP-000${n}/rip-000${n}.md`),
    found: 'rips/RIP-{number}/{name:lower}.md sequential 4',
  },
  {
    rule: 'the main document is the one that proposals are called by',
    paths: ['specs/00{1,2,3}-topic/{data-model,plan,spec,tasks}.md'],
    directory: 'specs',
    found: 'specs/{number}-{slug}/spec.md sequential 3',
  },
  {
    rule: 'where proposals lie in folders of years, a new one goes to that of this year',
    paths: ['docs/rfcs/2024/{001..004}-x.md', 'docs/rfcs/2025/{005,006}-y.md'],
    found: 'docs/rfcs/2026/{number}-{slug}.md sequential 3',
  },
  {
    rule: 'and to that of the first of its states',
    paths: ['{accepted,drafts,implemented}/{a,b,c}.md'],
    rootName: 'designs',
    found: 'drafts/{slug}.md none null',
  },
  {
    rule: 'what is over lies in a folder below',
    paths: ['design/{template,a,b,c}.md', 'design/completed/{d,e,f,g,h}.md'],
    found: 'design/{slug}.md none null',
    template: 'design/template.md',
  },
  {
    rule: 'a sub-folder with an older sequence counts for nothing',
    paths: ['docs/rfc/rfc-{200..206}-a.md', 'docs/rfc/before/rfc-{003..020}-b.md'],
    directory: 'docs/rfc',
    found: 'docs/rfc/rfc-{number}-{slug}.md sequential null',
  },
  {
    rule: 'an empty folder does as the ones beside it',
    paths: ['agent/CFP-{1204,15811,19330}-a.md', 'cfps/CFP-002-template.md', 'tracer/README.md'],
    directory: 'tracer',
    found: 'tracer/CFP-{number}-{slug}.md assigned null',
    template: 'cfps/CFP-002-template.md',
  },
  {
    rule: 'sources of a web site are the place where there is no other',
    paths: ['src/docs/adr/{0001..0003}-a.md'],
    found: 'src/docs/adr/{number}-{slug}.md sequential 4',
  },
  {
    rule: 'a copy of the same files is no rival',
    paths: ['weps/wep-{1,2,3,4}-a.md', 'page/weps/wep-{1,2,3,4}-a.md'],
    found: 'weps/wep-{number}-{slug}.md sequential null',
  },
  {
    rule: 'proposals are meant where there are decisions as well',
    paths: ['docs/adr/{0001..0005}-a.md', 'docs/proposal/{20200101,20210101,20220101}-a.md'],
    found: 'docs/proposal/{date:YYYYMMDD}-{slug}.md date null',
  },
  {
    rule: 'what lies in a proposal belongs to it',
    paths: ['VIP-00{01,04,07,37,58}/README.md', 'VIP-0037/VIPs/{0010..0016}/README.md'],
    rootName: 'VIPs',
    found: './VIP-{number}/README.md assigned 4',
  },
  {
    rule: 'a common word counts in a repository of proposals',
    paths: ['deps/{README,2021-02-11-a,2021-05-30-b,2022-01-08-c,2023-9-2-d,2024-04-27-e}.md'],
    rootName: 'enhancements',
    found: 'deps/{date:YYYY-MM-DD}-{slug}.md date null',
  },
  {
    rule: 'many that say of themselves what proposals say',
    paths: ['std-000{0,1,2,3,4,5}/index.md', 'about/index.md'],
    files: { 'std-0000/index.md': '---\ntitle: "Rules"\nnumber: 0\nauthor: Jo\n---\n\nText.\n' },
    found: './std-{number}/index.md sequential 4',
  },
  {
    rule: 'a README that says where numbers come from',
    paths: ['rfcs/{0003,0004,0008,0009,0012,0013}-a.md'],
    files: { 'rfcs/README.md': 'The number of an RFC is that of its pull request.\n' },
    found: 'rfcs/{number}-{slug}.md assigned 4',
  },
  {
    rule: 'a page above that says that numbers are those of pull requests',
    paths: ['text/{0001,0005,0007,0008,0026,0050}-a.md'],
    files: { 'README.md': '# RFCs\n\nOpen one.\n\nThe number is the pull request number.\n' },
    directory: 'text',
    found: 'text/{number}-{slug}.md assigned 4',
  },
  {
    rule: 'a template of the series that names are of',
    paths: ['core/cap-000{1,6,7}.md', 'ecosystem/sep-000{1,5,6}.md'],
    files: { 'cap-template.md': TEMPLATE, 'sep-template.md': TEMPLATE },
    directory: 'core',
    found: 'core/cap-{number}.md sequential 4',
    template: 'cap-template.md',
  },
  {
    rule: 'directories whose documents are specifications',
    paths: ['proposals/{one,two,three}-idea/feature-specification.md'],
    found: 'proposals/{slug}/feature-specification.md none null',
  },
  {
    rule: 'a README that names files by their issues',
    paths: ['rfcs/{101..106}-a.md'],
    files: { 'rfcs/README.md': 'Open an issue, then add `rfcs/<issue-number>-<title>.md`.\n' },
    found: 'rfcs/{number}-{slug}.md assigned null',
  },
  {
    rule: 'a README that shows dates in names, and no proposal yet',
    paths: ['rfcs/x.txt'],
    files: {
      'rfcs/template.md': TEMPLATE,
      'rfcs/README.md': 'Copy it to `rfcs/YYYY-MM-DD-title.md`.\n',
    },
    found: 'rfcs/{date:YYYY-MM-DD}-{slug}.md date null',
    template: 'rfcs/template.md',
  },
  {
    rule: 'a README that shows numbers in names, and no proposal yet',
    paths: ['rfcs/x.txt'],
    files: {
      'rfcs/template.md': TEMPLATE,
      'rfcs/README.md': 'Files are called `RFC-NNN-title.md`.\n',
    },
    found: 'rfcs/RFC-{number}-{slug}.md sequential 3',
    template: 'rfcs/template.md',
  },
  {
    rule: 'and one that says that they are counted',
    paths: ['rfcs/{3,77,168,693}-a.md'],
    files: { 'rfcs/README.md': 'Take the next free number.\n' },
    found: 'rfcs/{number}-{slug}.md sequential null',
  },
  {
    rule: 'what people do counts for more than what a README says',
    paths: ['rfcs/{0001..0060}-a.md'],
    files: { 'rfcs/README.md': 'Assign an id based off the pull request number.\n' },
    found: 'rfcs/{number}-{slug}.md sequential 4',
  },
  {
    rule: 'a template without a place for a number, and no proposal yet',
    paths: ['rfcs/README.md'],
    files: { 'rfcs/rfc-template.md': TEMPLATE },
    found: 'rfcs/{slug}.md none null',
    template: 'rfcs/rfc-template.md',
  },
  {
    rule: 'its title waits for a number',
    paths: ['rfcs/README.md'],
    files: { 'rfcs/rfc-template.md': '# RFC NNN: Title\n' },
    found: 'rfcs/{number}-{slug}.md sequential 3',
    template: 'rfcs/rfc-template.md',
  },
  {
    rule: 'the README shows a directory for each',
    paths: [],
    files: {
      'rfcs/README.md': '```\nrfcs/<topic>/README.md\n```\n',
      'rfcs/rfc-template.md': TEMPLATE,
    },
    found: 'rfcs/{slug}/README.md none null',
    template: 'rfcs/rfc-template.md',
  },
  {
    rule: 'decisions are numbered, however their template is called',
    paths: ['docs/adr/README.md'],
    files: { 'docs/adr/template.md': TEMPLATE },
    found: 'docs/adr/{number}-{slug}.md sequential 4',
    template: 'docs/adr/template.md',
  },
  {
    rule: 'a proposal about a template is no template',
    paths: ['docs/proposals/{autoscaling,quota,gang}.md'],
    files: { 'docs/proposals/pod-template.md': '# Pod template\n\nWe keep it in one place.\n' },
    found: 'docs/proposals/{slug}.md none null',
  },
  {
    rule: 'a decision about a template is no template',
    paths: ['docs/adr/{0002,0003}-t.md'],
    files: {
      'docs/adr/0001-use-madr-template.md': '# Use the MADR template\n\n## Status\n\nAccepted\n',
    },
    found: 'docs/adr/{number}-{slug}.md sequential 4',
  },
  {
    rule: 'a page about other templates is no template',
    paths: ['docs/proposals/{a,b,c}.md'],
    files: { 'templates/README.md': '# Mail layouts\n\nOne for each kind of mail.\n' },
    found: 'docs/proposals/{slug}.md none null',
  },
  {
    rule: 'a signpost leads to the template',
    paths: ['rfcs/{0001..0003}-a.md', 'docs/forms/proposal.md'],
    files: { 'rfcs/template.md': 'It has moved to docs/forms/proposal.md.\n' },
    found: 'rfcs/{number}-{slug}.md sequential 4',
    template: 'docs/forms/proposal.md',
  },
  {
    rule: 'of two, the one that is no signpost',
    paths: ['rfcs/{0001..0003}-a.md'],
    files: { 'template.md': 'See the README.\n', 'rfc-template.md': TEMPLATE },
    found: 'rfcs/{number}-{slug}.md sequential 4',
    template: 'rfc-template.md',
  },
  {
    rule: 'the template that the README names',
    paths: ['rfcs/{0001..0003}-a.md'],
    files: {
      'README.md': 'Copy proposal-template.md.\n',
      'proposal-template.md': TEMPLATE,
      'rfc-template.md': TEMPLATE,
    },
    found: 'rfcs/{number}-{slug}.md sequential 4',
    template: 'proposal-template.md',
  },
  {
    rule: 'a template by other words',
    paths: ['adr/{0001..0003}-a.md'],
    files: { 'BLANK-ADR.md': '# <NUMBER>. <TITLE>\n' },
    found: 'adr/{number}-{slug}.md sequential 4',
    template: 'BLANK-ADR.md',
  },
  {
    rule: 'a file of any name that begins with a place for the title',
    paths: ['adr/{0001..0003}-a.md'],
    files: { 'adr/copy-me.md': '# [Short title of the decision]\n' },
    found: 'adr/{number}-{slug}.md sequential 4',
    template: 'adr/copy-me.md',
  },
  {
    rule: 'a template of the guidelines',
    paths: ['{6,9,15,21,24}-topic/topic.md', 'change-guidelines/EP-TEMPLATE.md'],
    rootName: 'enhancement-proposals',
    found: './{number}-{slug}/{slug}.md assigned null',
    template: 'change-guidelines/EP-TEMPLATE.md',
  },
  {
    rule: 'what was moved away with a date says nothing of new ones',
    paths: ['changes/{add-a,add-b}/proposal.md', 'changes/archive/2025-01-02-{c,d,e}/proposal.md'],
    directory: 'changes',
    found: 'changes/{slug}/proposal.md none null',
  },
  {
    rule: 'spec-kit, before anything is specified',
    paths: ['.specify/templates/{plan,spec,tasks}-template.md'],
    found: 'specs/{number}-{slug}/spec.md sequential 3',
    template: '.specify/templates/spec-template.md',
  },
  {
    rule: 'spec-kit',
    paths: [
      '.specify/templates/{plan,spec,tasks}-template.md',
      'specs/00{1,2}-topic/{plan,spec}.md',
    ],
    found: 'specs/{number}-{slug}/spec.md sequential 3',
    template: '.specify/templates/spec-template.md',
  },
  {
    rule: 'OpenSpec, whose finished changes have a date',
    paths: [
      'openspec/{project,AGENTS}.md',
      'openspec/changes/add-{a,b}/{proposal,tasks}.md',
      'openspec/changes/archive/2025-01-0{1,2,3}-add-c/{proposal,tasks}.md',
    ],
    found: 'openspec/changes/{slug}/proposal.md none null',
  },
];

describe('what a repository does, by what its files say', () => {
  it.each(CASES)('$rule', ({ paths, files = {}, directory, rootName, found, template }) => {
    const all = [...paths.flatMap(expand), ...Object.keys(files)].sort();
    const detection = detect(all, {
      read: (path) => files[path],
      year: '2026',
      ...(directory !== undefined && { directory }),
      ...(rootName !== undefined && { rootName }),
    });
    const { convention } = detection ?? {};
    const document = convention?.document ? `/${convention.document}` : '';
    expect(
      `${convention?.directory}/${convention?.name}${document} ${convention?.numbering} ${convention?.width}`,
    ).toBe(found);
    expect(detection?.template).toBe(template);
    expect(detection?.rivals).toEqual([]);
    expect(detection?.needsArea).toBe(false);
  });

  it('names the documents that every directory has, where none is called as proposals are', () => {
    const paths = ['rfcs/00{01,02,03}-a/{notes,plan,text}.md'].flatMap(expand);
    expect(detect(paths, {})?.documents).toEqual(['notes.md', 'plan.md', 'text.md']);
  });

  it('finds nothing in newsletters, whatever templates there are', () => {
    const paths = ['newsletters/2025-{Jan,Feb,Mar,Apr,May}.md', 'templates/x-template.md'];
    expect(detect(paths.flatMap(expand), {})).toBeUndefined();
  });

  it.each([
    ['docs/rfcs/template.md', 'docs/rfcs/{slug}.md', []],
    ['docs/design/TEMPLATE.md', 'docs/design/{slug}.md', []],
    ['.github/RFC_TEMPLATE.md', undefined, ['.github/RFC_TEMPLATE.md']],
    ['.github/PULL_REQUEST_TEMPLATE.md', undefined, []],
  ])('in %s, which is alone, a place or a template to name', (path, found, templates) => {
    const paths = ['README.md', path];
    const { convention } = detect(paths, {}) ?? {};
    expect(convention && `${convention.directory}/${convention.name}`).toBe(found);
    if (!found) expect(doubtfulPlaces(paths, () => undefined).templates).toEqual(templates);
  });

  it.each([
    ['slep00{1,2,3}/proposal.rst', '.'],
    ['accepted/000{1,2,3}-x.rst', 'accepted'],
    ['bip-000{1,2,3}.mediawiki', '.'],
    ['docs/changes/000{1,2,3}-x.rst', undefined],
  ])('finds documents of another format: %s', (pattern, directory) => {
    expect(otherFormats(expand(pattern))[0]?.directory).toBe(directory);
  });

  it.each([
    ['0{1..8}.md', ['.']],
    ['7{A,B,C,D,E}.md', ['.']],
    ['chapters/0{1..8}.md', []],
    ['working/{a,b,c}-x/feature-specification.md', ['working']],
    ['docs/{a,b,c}-x/overview.md', []],
  ])('names what may be meant by what documents are called: %s', (paths, likely) => {
    expect(doubtfulPlaces(expand(paths), () => undefined).likely).toEqual(likely);
  });

  it('names a folder that may be meant where nothing else says so', () => {
    const paths = ['docs/specs/{a,b}.md', 'pip/a.md', 'docs/adr/{a,b}.md', 'docs/x.md'];
    const { likely } = doubtfulPlaces(paths.flatMap(expand), () => undefined);
    expect(likely).toEqual(['docs/specs', 'docs/adr']);
    const kept = [
      'README.md',
      'docs/adr/.gitkeep',
      'rfcs/.gitkeep',
      'rfcs/x.txt',
      'lib/.keep',
      'test/fixtures/adr/.gitkeep',
      'media/adr/.gitkeep',
    ];
    expect(doubtfulPlaces(kept, () => undefined).likely).toEqual(['docs/adr']);
  });

  it('names folders that hold nothing but templates, and templates that lie elsewhere', () => {
    const paths = [
      'docs/adr/templates/template.md',
      'rfcs/templates/rfc.md',
      'rfcs/overview.txt',
      'site/templates/page.md',
      'docs/templates/rfc.md',
      '.github/proposal-template.md',
      'docs/templates/page.md',
    ];
    expect(doubtfulPlaces(paths, () => undefined)).toMatchObject({
      likely: ['docs/adr'],
      templates: expect.arrayContaining(['docs/templates/rfc.md', '.github/proposal-template.md']),
    });
  });
});

describe('a document is', () => {
  it.each<[what: string, text: string]>([
    ['template', '# Title\n'],
    ['template', '# RFC NNNN: x\n'],
    ['template', '# {short title}\n'],
    ['template', '# ADR template\n\nText.\n'],
    ['template', '---\ntitle: Your title\n---\n\n## Context\n'],
    ['template', '## Summary\n\nDescribe the change.\n'],
    ['proposal', '# Pod template\n\nWords of its own.\n'],
    ['proposal', '# Title\n\n- Status: Accepted\n'],
    ['proposal', '---\ntitle: Caching\n---\n\nText.\n'],
    ['signpost', 'See the README.\n'],
    ['unknown', ''],
    ['unknown', '# Pod template\n\n## Status\n'],
  ])('a %s: %j', (what, text) => {
    expect(judge(text)).toBe(what);
  });
});
