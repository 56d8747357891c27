import { describe, expect, it } from 'vitest';
import { folderTree } from '../../src/convention/detection/folder-tree.ts';
import { bestOf, candidatesIn } from '../../src/convention/detection/score-directories.ts';
import { expand } from '../support/paths.ts';

const candidates = (patterns: string[], rootName?: string) =>
  candidatesIn(folderTree(patterns.flatMap(expand)), { ...(rootName && { rootName }) });

const found = (patterns: string[], rootName?: string) =>
  candidates(patterns, rootName).map(({ folder }) => folder.path || '.');

describe('a directory may be the one of the proposals', () => {
  it.each<[why: string, paths: string[], expected: boolean]>([
    ['of a name that only proposals have, with two entries', ['rfcs/{a,b}.md'], true],
    ['with one that has a number', ['rfcs/0001-a.md'], true],
    ['with one that has a date', ['rfcs/20240131-a.md'], true],
    ['with one, and a template', ['rfcs/{a,template}.md'], true],
    ['with one, and a template above', ['rfcs/a.md', 'templates/rfc.md'], true],
    ['with a clear template', ['rfcs/NNNN-template.md'], true],
    ['with a README', ['rfcs/README.md'], true],
    ['with one alone', ['rfcs/a.md'], false],
    ['with any template', ['rfcs/template.md'], true],
    ['with a template that may be of something else', ['rfcs/pod-template.md'], false],
    ['with areas', ['keps/sig-a/{0001..0003}-a.md'], true],

    ['of a name that decisions have, with one that has a number', ['adr/0001-a.md'], true],
    ['and half without', ['adr/{0001-a,b}.md'], true],
    ['and several without', ['adr/{0001-a,b,c}.md'], true],
    ['with two without', ['adr/{a,b}.md'], false],
    ['with three without', ['adr/{a,b,c}.md'], true],
    ['with any template', ['adr/{a,template}.md'], true],
    ['with a README alone', ['adr/README.md'], true],
    ['with a README, and what has no number', ['adr/{README,a}.md'], false],

    ['of a name that designs have, with a clear template', ['design/NNNN-template.md'], true],
    ['with any template, and an entry', ['design/{a,template}.md'], true],
    ['with any template alone', ['design/template.md'], true],
    ['with one that may be of something else', ['design/pod-template.md'], false],
    ['with five that have a number', ['design/{0001..0005}-a.md'], true],
    ['with three without', ['design/{a,b,c}.md'], true],
    ['with two', ['design/{0001..0002}-a.md'], false],

    ['called text, with five that have a number', ['text/{0001..0005}-a.md'], false],
    ['and a template above', ['text/{0001..0005}-a.md', '0000-template.md'], true],
    ['and a prefix that proposals have', ['text/rfc-{1..5}.md'], true],
    ['with an entry, and any template', ['text/{a,template}.md'], false],

    ['of any name, with five that have a number', ['misc/{0001..0005}-a.md'], false],
    ['with five, and a template above', ['misc/{0001..0005}-a.md', '0000-template.md'], true],
    ['with four, and a template above', ['misc/{0001..0004}-a.md', '0000-template.md'], false],
    ['with five of a prefix that proposals have', ['misc/adr-{1..5}.md'], true],
    ['with five of another prefix', ['misc/day-{1..5}.md'], false],
    ['with five, and as many others', ['misc/adr-{1..5}.md', 'misc/{a,b,c,d,e}.md'], true],
    ['with five, and more others', ['misc/adr-{1..5}.md', 'misc/{a,b,c,d,e,f}.md'], false],
    ['with one of a prefix, and any template', ['misc/{rfc-1,template}.md'], true],
    ['with a number, and any template', ['misc/{0001-a,template}.md'], false],
    ['with a number, and a clear template', ['misc/{0001-a,NNNN-template}.md'], true],
    ['with a clear template alone', ['misc/NNNN-template.md'], false],

    ['among what is published, with nine', ['site/rfcs/{0001..0009}-a.md'], true],
    ['among what is published, with two', ['site/rfcs/{0001..0002}-a.md'], true],
    ['among what is published, without numbers', ['site/rfcs/{a,b,c}.md'], false],
    ['in a folder of templates', ['templates/adr/0001-a.md'], false],
  ])('%s', (_, paths, expected) => {
    const all = found(paths).filter((path) => !path.startsWith('templates'));
    expect(all.length > 0).toBe(expected);
  });

  it('called as its repository is, where that is the root', () => {
    expect(found(['{0001..0003}-a.md', '0000-template.md'], 'rfcs')).toEqual(['.']);
    expect(found(['{0001..0003}-a.md'], 'rfcs')).toEqual([]);
  });
});

describe('of several directories', () => {
  it.each<[rule: string, paths: string[], best: string]>([
    ['the nearer is the better', ['a/rfcs/{0001..0003}-a.md', 'rfcs/{0001..0003}-a.md'], 'rfcs'],
    ['the fuller', ['keps/{0001..0009}-a.md', 'rfcs/{0001..0003}-a.md'], 'keps'],
    [
      'the one with a template',
      ['keps/{0001..0003}-a.md', 'rfcs/{0001-a,0002-a,template}.md'],
      'rfcs',
    ],
    ['the one of more numbers', ['keps/{a,b,c}.md', 'rfcs/{0001..0003}-a.md'], 'rfcs'],
    ['the one of the clearer name', ['adr/{0001..0003}-a.md', 'rfcs/{0001..0003}-a.md'], 'rfcs'],
    [
      'the one that is not published',
      ['docs/a/rfcs/{0001..0003}-a.md', 'site/rfcs/{0001..0009}-a.md'],
      'docs/a/rfcs',
    ],
  ])('%s', (_, paths, best) => {
    expect(found(paths)[0]).toBe(best);
  });

  it.each<[rule: string, paths: string[], rivals: string[]]>([
    ['two as good are rivals', ['keps/{0001..0003}-a.md', 'rfcs/{0001..0003}-a.md'], ['rfcs']],
    [
      'one that is a little better has one',
      ['keps/{0001..0004}-a.md', 'rfcs/{0001..0003}-a.md'],
      ['rfcs'],
    ],
    [
      'one that is clearly better has none',
      ['keps/{0001..0012}-a.md', 'rfcs/{0001..0003}-a.md'],
      [],
    ],
    [
      'one inside another is no rival',
      ['rfcs/{0001..0003}-a.md', 'rfcs/keps/{0001..0004}-a.md'],
      [],
    ],
    ['where there are none, there is no rival', ['README.md'], []],
  ])('%s', (_, paths, rivals) => {
    expect(bestOf(candidates(paths)).rivals.map(({ folder }) => folder.path)).toEqual(rivals);
  });
});
