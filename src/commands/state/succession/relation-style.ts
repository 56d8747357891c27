import type { NewRelation, RelationStyle } from '../../../document/head/change/new-relation.ts';
import { isNoProposal, relationCalled } from '../../../document/head/labels.ts';
import { linesOf } from '../../../document/markdown/lines.ts';
import type { ReadHeadFile, ReadProposal } from '../../../proposals/state/read-proposal.ts';

/** How the others write it. */
export function relationStyle(
  proposals: readonly ReadProposal[],
  kind: NewRelation['kind'],
): RelationStyle {
  const heads = proposals.flatMap(({ own, beside }) => [...beside, own]);
  const all = heads.flatMap(({ head }) => head.fields);
  const labelled = heads.find(({ head }) =>
    head.fields.some(
      ({ label, form, value }) =>
        form === 'text' && relationCalled(label) === kind && !isNoProposal(value),
    ),
  );
  const fields = all.filter(
    ({ label, form }) => form !== 'text' && relationCalled(label) !== undefined,
  );
  const key = fields.find(({ label }) => relationCalled(label) === kind)?.label ?? kind;
  const said = fields.flatMap(({ items }) => items.map(({ text }) => text));
  const numbers = said.filter((text) => /^["']?#?\d+["']?$/.test(text)).length;
  const paths = said.filter((text) => /[/.]/.test(text)).length;
  const named = said.filter((text) => /^[A-Za-z]{2,8}[- ]\d+$/.test(text));
  const isList = fields.some(({ value, items }) => value === '' && items.length > 0);
  const isFromRoot = paths > 0 && said.every((text) => !/[/.]/.test(text) || text.startsWith('/'));
  return {
    key,
    byNumber: numbers >= paths,
    named: named.length > numbers + paths ? prefixOf(named[0] ?? '') : undefined,
    bullet: bulletOf(heads),
    labelledStatus: labelled?.head.status?.value,
    isList,
    isFromRoot,
  };
}

function prefixOf(name: string): RelationStyle['named'] {
  const [, prefix = '', digits = ''] = /^(\D+)(\d+)$/.exec(name) ?? [];
  return { prefix, width: digits.startsWith('0') ? digits.length : 1 };
}

/** As the first list of relations has its items. */
function bulletOf(heads: readonly ReadHeadFile[]): RelationStyle['bullet'] {
  for (const { text, head } of heads) {
    const lists = head.fields.filter(
      ({ label, form, value, items }) =>
        form === 'yaml' && value === '' && items.length > 0 && relationCalled(label) !== undefined,
    );
    for (const { line } of lists) {
      const [, lead, quote = ''] = /^([ \t]*-[ \t]+)(["']?)/.exec(linesOf(text)[line] ?? '') ?? [];
      if (lead !== undefined) return { lead, quote };
    }
  }
  return { lead: '  - ', quote: '"' };
}
