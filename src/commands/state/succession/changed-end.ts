import type { NewRelation, RelationStyle } from '../../../document/head/change/new-relation.ts';
import { isInRow, linkTo, withRelation } from '../../../document/head/change/relate.ts';
import { withoutMarks, withValue } from '../../../document/head/change/set-value.ts';
import { relationCalled } from '../../../document/head/labels.ts';
import { readHeadOf } from '../../../document/head/read-head.ts';
import type { DocumentFile } from '../../../proposals/document-file.ts';
import { SAYS_SUPERSEDED, type Vocabulary } from '../../../proposals/state/vocabulary.ts';
import { supersededBy, supersededWord } from './superseded-word.ts';

interface EndChange {
  document: DocumentFile;
  relation: NewRelation;
  style: RelationStyle;
  isYaml: boolean;
  vocabulary: Vocabulary;
}

/**
 * A document with what one end of a succession says of the other.
 * @returns undefined where it has no place for that
 */
export function changedEnd(change: EndChange): string | undefined {
  const { document, relation, style, isYaml } = change;
  if (relation.kind === 'supersedes')
    return withRelation(document.text, relation, { style, isYaml });
  const { fields, status } = readHeadOf(document.text, isYaml);
  const hasLabel = fields.some(({ label }) => relationCalled(label) === relation.kind);
  // What says it in words says both at once.
  if (!hasLabel && style.labelledStatus === undefined && status?.form === 'text') {
    const link = linkTo(relation, isInRow(document.text, status));
    return withValue(
      document.text,
      withoutMarks(document.text, status),
      supersededBy(change.vocabulary, { status, relation, link }),
    );
  }
  const related = withRelation(document.text, relation, { style, isYaml });
  return related === undefined
    ? undefined
    : withSupersededStatus({ ...change, document: { ...document, text: related } });
}

/** A document whose status says that it is superseded. */
export function withSupersededStatus({
  document,
  isYaml,
  vocabulary,
  relation,
  style,
}: EndChange): string {
  const { status } = readHeadOf(document.text, isYaml);
  if (!status || SAYS_SUPERSEDED.test(status.value)) return document.text;
  const { labelledStatus = '' } = style;
  const word = SAYS_IT_IS_OVER.test(labelledStatus)
    ? labelledStatus
    : supersededWord(vocabulary, status, relation.said);
  return withValue(document.text, status, word);
}

const SAYS_IT_IS_OVER = /^(?:obsolete|deprecated|retired|withdrawn|historic(?:al)?)$/i;
