import type { NewRelation, RelationStyle } from '../../../document/head/change/new-relation.ts';
import { relationCalled } from '../../../document/head/labels.ts';
import type { ReadProposal } from '../../../proposals/state/read-proposal.ts';

/** How the others write it in YAML. */
export function relationStyle(
  proposals: readonly ReadProposal[],
  kind: NewRelation['kind'],
): RelationStyle {
  const fields = proposals
    .flatMap(({ own, beside }) => [...beside, own])
    .flatMap(({ head }) => head.fields)
    .filter(({ label, form }) => form !== 'text' && relationCalled(label) !== undefined);
  const key = fields.find(({ label }) => relationCalled(label) === kind)?.label ?? kind;
  const said = fields.flatMap(({ items }) => items.map(({ text }) => text));
  const numbers = said.filter((text) => /^["']?#?\d+["']?$/.test(text)).length;
  const paths = said.filter((text) => /[/.]/.test(text)).length;
  const isList = fields.some(({ value, items }) => value === '' && items.length > 0);
  const isFromRoot = paths > 0 && said.every((text) => !/[/.]/.test(text) || text.startsWith('/'));
  return { key, byNumber: numbers >= paths, isList, isFromRoot };
}
