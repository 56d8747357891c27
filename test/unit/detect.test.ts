import { describe, expect, it } from 'vitest';
import { detect } from '../../src/convention/detection/detect.ts';
import { expand } from '../support/paths.ts';

const CODE = [
  'go.mod',
  'cmd/main.go',
  'README.md',
  'docs/README.md',
  'docs/install.md',
  '.github/PULL_REQUEST_TEMPLATE.md',
];

interface Case {
  name: string;
  paths: string[];
  directory?: string;
  found: string;
  template?: string;
  areas?: string[];
}

/** One for each way to file proposals. What is found: path pattern, numbering, width. */
const CASES: Case[] = [
  {
    name: 'a sequence of directories with a template that is numbered 0',
    paths: [
      ...CODE,
      'rfcs/README.md',
      'rfcs/RFC-0000/README.md',
      'rfcs/{0001..0013}-topic/README.md',
      'rfcs/0006-topic/diagram.png',
    ],
    found: 'rfcs/{number}-{slug}/README.md sequential 4',
    template: 'rfcs/RFC-0000/README.md',
  },
  {
    name: 'a collection of a website',
    paths: ['_config.yml', 'index.md', '_adrs/{0001..0005}-topic.md'],
    found: '_adrs/{number}-{slug}.md sequential 4',
  },
  {
    name: 'directories with a document of one name, one of them with a second one',
    paths: [
      ...CODE,
      'proposals/{first,second-thing,third}-idea/Overview.md',
      'proposals/third-idea/Alternatives.md',
    ],
    found: 'proposals/{slug}/Overview.md none null',
  },
  {
    name: 'areas that each have a numbered record of the same name',
    paths: [...CODE, 'docs/rfcs/{0001..0004}-topic.md', 'docs/rfcs/{api,ops,web}/0001-record.md'],
    found: 'docs/rfcs/{number}-{slug}.md sequential 4',
    areas: ['docs/rfcs', 'docs/rfcs/api', 'docs/rfcs/ops', 'docs/rfcs/web'],
  },
  {
    name: 'slugs with a word for proposals behind them',
    paths: [...CODE, 'docs/designs/{first,second-thing,third,fourth}-design.md'],
    found: 'docs/designs/{slug}-design.md none null',
  },
  {
    name: 'slugs with an extension of their own',
    paths: [...CODE, 'docs/rfcs/{first,second-thing,third,fourth}.rfc.md'],
    found: 'docs/rfcs/{slug}.rfc.md none null',
  },
  {
    name: 'numbers of which the latest are padded otherwise',
    paths: [...CODE, 'rfcs/{01..10}-topic.md', 'rfcs/{0011..0015}-topic.md'],
    found: 'rfcs/{number}-{slug}.md sequential 4',
  },
  {
    name: 'words joined by underscores',
    paths: [...CODE, 'rfcs/{0001..0004}_the_{topic,other}.md'],
    found: 'rfcs/{number}_{slug:word_word}.md sequential 4',
  },
  {
    name: 'a sequence of files in the root',
    paths: [
      'README.md',
      '000-template.md',
      '{001..060}-topic.md',
      'images/004-topic.png',
      'GOVERNANCE.md',
    ],
    found: './{number}-{slug}.md sequential 3',
    template: '000-template.md',
  },
  {
    name: 'issue numbers without padding, and one that two share',
    paths: [
      ...CODE,
      'keps/NNNN-template/{README.md,kep.yaml}',
      'keps/{77,168,693,1224,2724,9270}-topic/{README.md,kep.yaml}',
      'keps/168-2-topic/README.md',
      'vendor/x/keps/{0001..0020}-a/README.md',
    ],
    found: 'keps/{number}-{slug}/README.md assigned null',
    template: 'keps/NNNN-template/README.md',
  },
  {
    name: 'pull request numbers, padded, with a folder of assets beside one and the template in the root',
    paths: [
      'README.md',
      '0000-template.md',
      'text/{0001,0016,0130,1030,2045,3392,3984}-topic.md',
      'text/3392-topic/{a,b,c}.md',
      'lang_changes.md',
    ],
    found: 'text/{number}-{slug}.md assigned 4',
    template: '0000-template.md',
  },
  {
    name: 'dates without separators',
    paths: [
      ...CODE,
      'docs/proposals/YYYYMMDD-template.md',
      'docs/proposals/{20190101,20200511,20230203}-topic.md',
      'docs/proposals/archived/20180101-old.md',
      'docs/proposals/images/x/a.png',
      'docs/book/src/{01..09}-chapter.md',
    ],
    found: 'docs/proposals/{date:YYYYMMDD}-{slug}.md date null',
    template: 'docs/proposals/YYYYMMDD-template.md',
  },
  {
    name: 'dates with hyphens, and with a dot behind',
    paths: ['proposals/{2021-03-04,2022-11-30,2024-01-01}-topic.md'],
    found: 'proposals/{date:YYYY-MM-DD}-{slug}.md date null',
  },
  {
    name: 'dates with a dot behind them',
    paths: [
      ...CODE,
      'design/template.md',
      'design/{20190708,20210203,20220301}.topic.md',
      'design/acme-orders.md',
    ],
    found: 'design/{date:YYYYMMDD}.{slug}.md date null',
    template: 'design/template.md',
  },
  {
    name: 'months',
    paths: ['docs/proposals/{201812,201901,202005}-topic.md', 'docs/proposals/template.md'],
    found: 'docs/proposals/{date:YYYYMM}-{slug}.md date null',
    template: 'docs/proposals/template.md',
  },
  {
    name: 'slugs, where a version and an asset folder are neither number nor area',
    paths: [
      'README.md',
      'enhancements/template.md',
      'enhancements/{sdk-kubernetes-1.19,run-bundle,olm-apis}.md',
      'enhancements/assets/run-bundle/a.md',
    ],
    found: 'enhancements/{slug}.md none null',
    template: 'enhancements/template.md',
  },
  {
    name: 'slugs after a few numbers, with a template that is numbered 1',
    paths: [
      ...CODE,
      'docs/proposals/001-proposal-template.md',
      'docs/proposals/{002,003}-topic.md',
      'docs/proposals/{a,b,c,d,e,f}-topic.md',
    ],
    found: 'docs/proposals/{slug}.md none null',
    template: 'docs/proposals/001-proposal-template.md',
  },
  {
    name: 'a prefix and no slug, with thousands of numbers and the template in the root',
    paths: [
      'README.md',
      'eip-template.md',
      'EIPS/eip-{1,20,155,721,1155,1559,4844,7702}.md',
      'assets/eip-{721,1155}/{a,b}.md',
    ],
    found: 'EIPS/eip-{number}.md assigned null',
    template: 'eip-template.md',
  },
  {
    name: 'a prefix without separator',
    paths: ['taps/README.md', 'tap{1..16}.md', 'README.md', 'TEMPLATE.md'],
    found: './tap{number}.md sequential null',
    template: 'TEMPLATE.md',
  },
  {
    name: 'directories with a prefix and an index',
    paths: [
      ...CODE,
      'geps/overview.md',
      'geps/gep-{696,709,713,1282,2257,3155}/{index.md,metadata.yaml}',
      'geps/gep-template/index.md',
    ],
    found: 'geps/gep-{number}/index.md assigned null',
    template: 'geps/gep-template/index.md',
  },
  {
    name: 'main documents of another name',
    paths: [
      'README.md',
      'veps/NNNN-vep-template/vep.md',
      'veps/sig-compute/{10,54,97}-topic/vep.md',
      'veps/sig-network/{25,140}-topic/vep.md',
      'veps/sig-storage/{12}-topic/vep.md',
    ],
    directory: 'veps/sig-network',
    found: 'veps/sig-network/{number}-{slug}/vep.md assigned null',
    template: 'veps/NNNN-vep-template/vep.md',
    areas: ['veps/sig-compute', 'veps/sig-network', 'veps/sig-storage'],
  },
  {
    name: 'areas with numbers across them',
    paths: [
      'README.md',
      'keps/README.md',
      'keps/NNNN-kep-template/{README.md,kep.yaml}',
      'keps/sig-node/{127,277,1287,2400}-topic/{README.md,kep.yaml}',
      'keps/sig-network/{265,752,1880}-topic/{README.md,kep.yaml}',
      'keps/prod-readiness/sig-node/{127,277}.yaml',
    ],
    directory: 'keps/sig-network',
    found: 'keps/sig-network/{number}-{slug}/README.md assigned null',
    template: 'keps/NNNN-kep-template/README.md',
    areas: ['keps/sig-network', 'keps/sig-node'],
  },
  {
    name: 'areas of files, with the template in guidelines',
    paths: [
      'README.md',
      'guidelines/README.md',
      'guidelines/enhancement_template.md',
      'enhancements/network/{a,b,c}.md',
      'enhancements/installer/{d,e}.md',
      'enhancements/one.md',
    ],
    directory: 'enhancements/network',
    found: 'enhancements/network/{slug}.md none null',
    template: 'guidelines/enhancement_template.md',
    areas: ['enhancements', 'enhancements/installer', 'enhancements/network'],
  },
  {
    name: 'a new area, learned from its siblings',
    paths: [
      'guidelines/enhancement_template.md',
      'enhancements/network/{a,b,c}.md',
      'enhancements/installer/{d,e}.md',
    ],
    directory: 'enhancements/storage',
    found: 'enhancements/storage/{slug}.md none null',
    template: 'guidelines/enhancement_template.md',
    areas: ['enhancements/installer', 'enhancements/network'],
  },
  {
    name: 'decisions in the manner of adr-tools',
    paths: [...CODE, 'doc/adr/{0001..0009}-decision.md'],
    found: 'doc/adr/{number}-{slug}.md sequential 4',
  },
  {
    name: 'decisions that begin with 0000, with templates',
    paths: [
      ...CODE,
      'docs/decisions/{0000..0004}-decision.md',
      'docs/decisions/adr-template.md',
      'docs/decisions/README.md',
    ],
    found: 'docs/decisions/{number}-{slug}.md sequential 4',
    template: 'docs/decisions/adr-template.md',
  },
  {
    name: 'decisions under a prefix',
    paths: [
      ...CODE,
      'docs/architecture/adr-{001..060}-topic.md',
      'docs/architecture/adr-template.md',
      'docs/architecture/README.md',
    ],
    found: 'docs/architecture/adr-{number}-{slug}.md sequential 3',
    template: 'docs/architecture/adr-template.md',
  },
  {
    name: 'a template in a folder of tools',
    paths: [
      'README.md',
      'teps/README.md',
      'teps/{0001..0040}-topic.md',
      'teps/tools/tep-template.md.template',
      'teps/tools/teps.py',
    ],
    found: 'teps/{number}-{slug}.md sequential 4',
    template: 'teps/tools/tep-template.md.template',
  },
  {
    name: 'a directory whose document has its name',
    paths: [1, 2, 3, 4].map((n) => `proposals/000${n}-topic/000${n}-topic.md`),
    found: 'proposals/{number}-{slug}/{name}.md sequential 4',
  },
  {
    name: 'underscores',
    paths: ['rfcs/{001..012}_topic.md'],
    found: 'rfcs/{number}_{slug}.md sequential 3',
  },
  {
    name: 'a template and no proposal yet',
    paths: [...CODE, 'keps/NNNN-kep-template/{README.md,kep.yaml}'],
    found: 'keps/{number}-{slug}/README.md sequential 4',
    template: 'keps/NNNN-kep-template/README.md',
  },
  {
    name: 'a dated template and no proposal yet',
    paths: [...CODE, 'docs/proposals/YYYYMMDD-template.md'],
    found: 'docs/proposals/{date:YYYYMMDD}-{slug}.md date null',
    template: 'docs/proposals/YYYYMMDD-template.md',
  },
  {
    name: 'proposals one level below a folder of their kind, with the template beside them',
    paths: [
      ...CODE,
      'enhancements/README.md',
      'enhancements/proposal-template.md',
      'enhancements/proposals/{1207,1450,2031,2955}-topic/README.md',
    ],
    found: 'enhancements/proposals/{number}-{slug}/README.md assigned null',
    template: 'enhancements/proposal-template.md',
  },
  {
    name: 'states that are counted, in which new ones begin',
    paths: [
      'rfcs/README.md',
      'rfcs/01-draft/rfc-0006-topic.md',
      'rfcs/02-review/rfc-0005-topic.md',
      'rfcs/03-accepted/rfc-{0001..0004}-topic.md',
    ],
    found: 'rfcs/01-draft/rfc-{number}-{slug}.md sequential 4',
  },
  {
    name: 'a state that is still empty',
    paths: ['rfcs/01-draft/.gitkeep', 'rfcs/02-accepted/{0001..0004}-topic.md'],
    found: 'rfcs/01-draft/{number}-{slug}.md sequential 4',
  },
  {
    name: 'areas that are counted, of names without numbers',
    paths: ['design/10-platform/{a,b}-topic.md', 'design/20-apps/{c,d}-topic.md'],
    directory: 'design/10-platform',
    found: 'design/10-platform/{slug}.md none null',
  },
  {
    name: 'names of words that only capitals set apart',
    paths: ['proposals/000{1,2,3}-SharedCacheLayer.md'],
    found: 'proposals/{number}-{slug:WordWord}.md sequential 4',
  },
  {
    name: 'one number that is a year, and one stray zero',
    paths: ['rfcs/{1..9}-topic.md', 'rfcs/2025-roadmap.md', 'rfcs/010-topic.md'],
    found: 'rfcs/{number}-{slug}.md sequential null',
  },
];

describe('detecting a convention', () => {
  it.each(CASES)('finds $name', ({ paths, directory, found, template, areas }) => {
    const detection = detect(paths.flatMap(expand), directory === undefined ? {} : { directory });
    const { convention } = detection ?? {};
    const document = convention?.document ? `/${convention.document}` : '';
    expect(
      `${convention?.directory}/${convention?.name}${document} ${convention?.numbering} ${convention?.width}`,
    ).toBe(found);
    expect(detection?.template).toBe(template);
    expect(detection?.areas).toEqual(areas ?? []);
    expect(detection?.rivals).toEqual([]);
  });

  it.each([
    ['code and its documentation', [...CODE, 'docs/guide/{01..09}-step.md', 'docs/adr.md']],
    [
      'a blog',
      [
        'README.md',
        'blog/_posts/{2020-01-01,2021-01-01,2022-01-01,2022-02-02,2023-03-03,2024-04-04}-post.md',
      ],
    ],
    [
      'change logs',
      ['CHANGELOG/{v1.1,v1.2,v1.3,v1.4,v1.5,v1.6}.md', 'CHANGELOG/CHANGELOG-{1..9}.md'],
    ],
    [
      'what others wrote',
      ['vendor/a/rfcs/{0001..0009}-a.md', 'test/fixtures/keps/{0001..0009}-a/README.md'],
    ],
    ['issue templates', ['.github/ISSUE_TEMPLATE/enhancement.md', '.github/ISSUE_TEMPLATE.md']],
    [
      'hostile names',
      [
        '-rf',
        'a\nb.md',
        '😀/😀.md',
        `${'x'.repeat(300)}.md`,
        '__proto__/constructor.md',
        'a/../b.md',
      ],
    ],
    [
      'numbered pages of any kind',
      [
        'docs/rules/md{001..049}.md',
        'runbooks/RB-{001..009}-x.md',
        'episodes/{001..018}-x.md',
        'solutions/{0001..0008}-x/README.md',
        '{0001..0028}-two-sum/README.md',
      ],
    ],
    [
      'words that mean other things',
      [
        'pip/{install,usage}.md',
        'src/enhancements/{a,b}.md',
        'website/docs/proposals/{how,list}.md',
        'text/{01..05}-lorem.md',
        'templates/adr/0001-a.md',
      ],
    ],
    ['nothing', []],
  ])('finds nothing in %s', (_, paths) => {
    expect(detect(paths.flatMap(expand), {})).toBeUndefined();
  });

  it.each<[paths: string[], how: string | undefined]>([
    [
      ['rfcs/RFC-2024-001-a.md', 'rfcs/RFC-2024-002-b.md', 'rfcs/RFC-2025-001-c.md'],
      'within each year',
    ],
    [['rfcs/2024-09-a.md', 'rfcs/2024-17-b.md', 'rfcs/2025-01-c.md'], 'within each year'],
    [
      ['rfcs/20240101-0001-a.md', 'rfcs/20240301-0002-b.md', 'rfcs/20240501-0003-c.md'],
      'by a date and a number',
    ],
    [['rfcs/22-04-a.md', 'rfcs/22-11-b.md', 'rfcs/23-01-c.md'], 'by year and month'],
    [['rfcs/0x01-a.md', 'rfcs/0x02-b.md', 'rfcs/0x0A-c.md'], 'in hexadecimal numbers'],
    [['rfcs/P0101R0-a.md', 'rfcs/P0102R3-b.md', 'rfcs/P0110R1-c.md'], 'by number and revision'],
    [
      [
        'rfcs/2024-05-20-rfc-003-a.md',
        'rfcs/2024-06-01-rfc-004-b.md',
        'rfcs/2024-07-01-rfc-005-c.md',
      ],
      'by a date and a number',
    ],
    [
      [
        ...[1, 2, 3].map((n) => `rfcs/2024-0${n}-a${n}.md`),
        ...[1, 2, 3].map((n) => `rfcs/2025-0${n}-b${n}.md`),
      ],
      'within each year',
    ],
    [['rfcs/I-a.md', 'rfcs/IV-b.md', 'rfcs/XII-c.md'], 'in Roman numerals'],
    [['rfcs/RFC-I-a.md', 'rfcs/RFC-IV-b.md', 'rfcs/RFC-XII-c.md'], 'in Roman numerals'],
    [
      ['rfcs/A1-http.md', 'rfcs/A27-xds.md', 'rfcs/L5-node.md', 'rfcs/G2-http3.md'],
      'in several series, each with a letter',
    ],
    [
      ['rfcs/ARC-001-a.md', 'rfcs/ARC-002-b.md', 'rfcs/OPS-001-c.md', 'rfcs/OPS-002-d.md'],
      'in several series, each with a word',
    ],
    [['rfcs/adr-001-a.md', 'rfcs/ADR-002-b.md', 'rfcs/adr-003-c.md'], undefined],
    [
      ['rfcs/adr-cache.md', 'rfcs/adr-queue.md', 'rfcs/one-pager-log.md', 'rfcs/one-pager-x.md'],
      'by several kinds',
    ],
    [['nips/01.md', 'nips/7D.md', 'nips/A0.md', 'nips/B7.md'], 'in hexadecimal numbers'],
    [['rfcs/2024-q1-a.md', 'rfcs/2024-q3-b.md', 'rfcs/2025-q4-c.md'], 'by quarter'],
    [['adr/202301111030-a.md', 'adr/202305021415-b.md', 'adr/202406130900-c.md'], 'by the minute'],
    [
      ['rfcs/big-cache-4.md', 'rfcs/new-queue-12.md', 'rfcs/old-log-9.md'],
      'at the end of their names',
    ],
    [['rfcs/0001-a.md', 'rfcs/0002-b-2.md', 'rfcs/0003-c-3.md'], undefined],
    [['rfcs/2024-01-a.md', 'rfcs/2024-02-b.md', 'rfcs/2024-12-c.md'], undefined],
    [['rfcs/20240101-a.md', 'rfcs/20240301-b.md', 'rfcs/20240501-c.md'], undefined],
    [['eips/eip-1.md', 'eips/eip-20.md', 'eips/eip-721.md'], undefined],
    [['rfcs/10-a.md', 'rfcs/11-b.md', 'rfcs/12-c.md'], undefined],
  ])('says how %j are counted: %s', (paths, how) => {
    expect(detect(paths, {})?.unknownNumbers).toBe(how);
  });

  it('takes folders of releases for areas, and for no numbers', () => {
    const paths = [
      'docs/proposals/template.md',
      'docs/proposals/v1.{8,9,10}/{one,two,three}-idea.md',
    ];
    const found = detect([...CODE, ...paths].flatMap(expand), {});
    expect(found).toMatchObject({
      needsArea: true,
      areas: ['10', '8', '9'].map((each) => `docs/proposals/v1.${each}`),
    });
  });

  it('names directories that are about as likely', () => {
    const paths = ['a/rfcs/{0001..0009}-x.md', 'b/proposals/{0001..0009}-x.md'].flatMap(expand);
    const found = detect(paths, {});
    expect([found?.convention.directory, ...(found?.rivals ?? [])].sort()).toEqual([
      'a/rfcs',
      'b/proposals',
    ]);
    expect(detect(paths, { cwd: 'b/proposals' })).toMatchObject({
      convention: { directory: 'b/proposals' },
      rivals: [],
    });
  });

  it('asks for the area where most proposals lie in areas, and takes the one that the program runs in', () => {
    const paths = ['keps/sig-a/{101,377}-x/README.md', 'keps/sig-b/{205,412}-x/README.md'].flatMap(
      expand,
    );
    expect(detect(paths, {})).toMatchObject({
      needsArea: true,
      numbersPerArea: false,
      numberedUnder: 'keps',
    });
    expect(detect(paths, { cwd: 'keps/sig-b/205-x' })).toMatchObject({
      needsArea: false,
      convention: { directory: 'keps/sig-b' },
    });
  });

  it('sees areas that number on their own', () => {
    const paths = ['proposals/{core,web,cli}/{001..004}-x.md'].flatMap(expand);
    expect(detect(paths, { directory: 'proposals/web' })).toMatchObject({
      numbersPerArea: true,
      numberedUnder: 'proposals/web',
    });
  });

  it.each<[string, string[], object, object]>([
    [
      'years that number on their own',
      ['docs/rfcs/2024/{001..004}-x.md', 'docs/rfcs/2025/{001,002}-y.md'],
      { year: '2026' },
      { needsArea: false, areas: [], numbersPerArea: true, numberedUnder: 'docs/rfcs/2026' },
    ],
    [
      'what is over is no area to choose',
      ['rfcs/{0005,0006,0008}-x.md', 'rfcs/withdrawn/{0001,0002,0003,0004,0007}-x.md'],
      {},
      { needsArea: false, areas: [], convention: { directory: 'rfcs', numbering: 'sequential' } },
    ],
    [
      'another prefix is another sequence',
      ['proposals/{0001..0059}-x.md', 'proposals/testing/ST-{0001..0005}-t.md'],
      { directory: 'proposals/testing' },
      { numbersPerArea: true, convention: { name: 'ST-{number}-{slug}.md' } },
    ],
    [
      'the nearest directory wins',
      ['packages/{a,b}/docs/adr/{0001,0002}-x.md'],
      { cwd: 'packages/b/src' },
      { rivals: [], convention: { directory: 'packages/b/docs/adr' } },
    ],
    [
      'copies in other languages are copies',
      [
        'docs/adr/{0001,0002}-x.md',
        'docs/{zh,ja}/adr/{0001,0002}-x.md',
        'versioned_docs/1.0/adr/{0001,0002}-x.md',
      ],
      {},
      { rivals: [], convention: { directory: 'docs/adr' } },
    ],
    [
      'a template beside numbers is enough',
      ['0000-template.md', '{0001,0002}-x.md', 'docs/a.md'],
      {},
      { convention: { directory: '.', numbering: 'sequential', width: 4 } },
    ],
    [
      'the name of the repository says something',
      ['{0001..0006}-x/README.md'],
      { rootName: 'acme-rfcs' },
      { convention: { directory: '.', name: '{number}-{slug}' } },
    ],
    [
      'several templates are none of the proposals',
      ['docs/adr/template-{short,long}.md', 'docs/adr/{0001,0002}-x.md'],
      {},
      { learnedFrom: 2, template: 'docs/adr/template-long.md' },
    ],
    [
      'the template is the document that proposals have',
      ['veps/NNNN-vep-template/{README,vep}.md', 'veps/{0001,0002}-x/vep.md'],
      {},
      { template: 'veps/NNNN-vep-template/vep.md' },
    ],
    [
      'a draft is no template',
      ['rfcs/XXXX-mine.md', 'rfcs/{0001,0002}-x.md'],
      {},
      { template: undefined },
    ],
    [
      'a run is a sequence wherever it begins',
      ['docs/rfcs/{100..103}-x.md'],
      {},
      { convention: { numbering: 'sequential' } },
    ],
    [
      'a directory that explains itself is declared',
      ['docs/adr/README.md'],
      {},
      { convention: { directory: 'docs/adr' } },
    ],
  ])('%s', (_, paths, wanted, expected) => {
    expect(detect(paths.flatMap(expand), wanted)).toMatchObject(expected);
  });

  it('offers no area of what is over', () => {
    const paths = ['enhancements/{network,storage,archived,rejected}/{a,b,c}.md'].flatMap(expand);
    expect(detect(paths, {})?.areas).toEqual(['enhancements/network', 'enhancements/storage']);
  });
});
