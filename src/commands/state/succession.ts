import path from 'node:path';
import type { Field } from '../../document/head/field.ts';
import { relationCalled } from '../../document/head/labels.ts';
import { readHead, readYamlHead } from '../../document/head/read-head.ts';
import { type RelationStyle, type RelationWish, withRelation } from '../../document/head/relate.ts';
import { withValue } from '../../document/head/set-value.ts';
import { outlineOf } from '../../document/markdown/outline.ts';
import { Failure } from '../../failure.ts';
import type { ChangedDocument } from '../../proposals/changes/write-documents.ts';
import { type DocumentFile, readDocument } from '../../proposals/document-file.ts';
import type { ReadHeadFile, ReadProposal } from '../../proposals/state/read-proposal.ts';
import { isRelatedTo } from '../../proposals/state/related.ts';
import type { Vocabulary } from '../../proposals/state/vocabulary.ts';
import type { FoundProposal } from '../../workspace/find-proposal.ts';
import type { Home } from '../../workspace/home.ts';
import { shownPath } from '../../workspace/location.ts';
import { relationStyle } from './relation-style.ts';
import { withDates } from './safe-status.ts';
import { vocabularyIn } from './vocabulary-in.ts';

/** A proposal at one end of a succession. */
export interface End {
  proposal: FoundProposal;
  read: ReadProposal;
  number: number | undefined;
}

/**
 * The documents of both, each with what it says of the other one.
 * @throws Failure where one has no place for it
 */
export async function succession(
  home: Home,
  { old, by }: { old: End; by: End },
  today: string,
): Promise<ChangedDocument[]> {
  const vocabulary = await vocabularyIn(home);
  const styleOf = (kind: RelationWish['kind']) => relationStyle(home, kind);
  return [
    ...changedFile(home, old, by, { kind: 'superseded-by', styleOf, vocabulary, today }),
    ...changedFile(home, by, old, { kind: 'supersedes', styleOf, vocabulary, today }),
  ];
}

interface EndWish {
  kind: RelationWish['kind'];
  styleOf: (kind: RelationWish['kind']) => RelationStyle;
  vocabulary: Vocabulary;
  today: string;
}

/** One end, with what it says of the other one; as it is where it says so already. */
function changedFile(home: Home, own: End, other: End, of: EndWish): ChangedDocument[] {
  const { kind, vocabulary, styleOf, today } = of;
  const isSaid = own.read.relations.some(
    (relation) =>
      relation.kind === kind &&
      isRelatedTo(relation.to, own.proposal.shown, {
        path: other.proposal.shown,
        number: other.number ?? null,
      }),
  );
  const place = placeOfRelation(own.read, kind);
  if (isSaid && kind === 'supersedes') return [];
  if (!place) throw noPlaceFor(own.proposal, kind);
  const shown = shownPath(home.survey.cwd, place.file);
  const document = readDocument(place.file, shown, home.survey.root);
  const isYaml = /\.ya?ml$/i.test(place.file);
  const wish = wishFor(kind, { file: place.file, other });
  const change = { document, wish, style: styleOf(kind), isYaml, vocabulary };
  const after = isSaid ? withSupersededStatus(change) : changedEnd(change);
  if (after === undefined) throw noPlaceFor(own.proposal, kind);
  refuseOtherChange(document, after, { isYaml, shown });
  return [
    { document, after: after === document.text ? after : withDates(after, place.file, today) },
  ];
}

/** The file with a label for the relation, else the one that says the status. */
function placeOfRelation(
  { own, beside, status }: ReadProposal,
  kind: RelationWish['kind'],
): ReadHeadFile | undefined {
  const all = [...beside, own];
  const labelled = all.find(({ head }) =>
    head.fields.some(({ label }) => relationCalled(label) === kind),
  );
  return labelled ?? all.find(({ file }) => file === status?.file) ?? own;
}

function wishFor(
  kind: RelationWish['kind'],
  { file, other }: { file: string; other: End },
): RelationWish {
  const [heading] = outlineOf(other.read.text).headings;
  const relative = path.relative(path.dirname(file), other.proposal.file).split(path.sep).join('/');
  const name =
    heading?.title.replace(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, '$1') ??
    path.basename(other.proposal.file);
  return { kind, name, link: encodeURI(relative), number: other.number };
}

interface EndChange {
  document: DocumentFile;
  wish: RelationWish;
  style: RelationStyle;
  isYaml: boolean;
  vocabulary: Vocabulary;
}

function changedEnd(change: EndChange): string | undefined {
  const { document, wish, style, isYaml } = change;
  if (wish.kind === 'supersedes') return withRelation(document.text, wish, { style, isYaml });
  const { fields, status } = headIn(document.text, isYaml);
  const hasLabel = fields.some(({ label }) => relationCalled(label) === wish.kind);
  // What says it in words says both at once.
  if (!hasLabel && status?.form === 'text') {
    const link = `[${wish.name.replace(/[[\]\\]/g, '\\$&')}](${wish.link})`;
    return withValue(
      document.text,
      withoutCodeMarks(document.text, status),
      `${supersededWord(change.vocabulary, status)} by ${link}`,
    );
  }
  const related = withRelation(document.text, wish, { style, isYaml });
  return related === undefined
    ? undefined
    : withSupersededStatus({ ...change, document: { ...document, text: related } });
}

function withSupersededStatus({ document, isYaml, vocabulary }: EndChange): string {
  const { status } = headIn(document.text, isYaml);
  if (!status || SAYS_SUPERSEDED.test(status.value)) return document.text;
  return withValue(document.text, status, supersededWord(vocabulary, status));
}

/** A field with the code marks around its value, in which no link is one. */
function withoutCodeMarks(text: string, field: Field): Field {
  const { start, end } = field;
  const isCode = text.charAt(start - 1) === '`' && text.charAt(end) === '`';
  return isCode ? { ...field, start: start - 1, end: end + 1 } : field;
}

const SAYS_SUPERSEDED = /^\W*(?:superseded|replaced|obsoleted)\b/i;

/** The word for it that is used here, else ours, in the letters of the old value. */
function supersededWord({ values }: Vocabulary, { value }: Field): string {
  const known = values.find((each) => SAYS_SUPERSEDED.test(each));
  const word = known === undefined ? 'superseded' : (/^[\p{L}]+/u.exec(known)?.[0] ?? known);
  if (known !== undefined) return word;
  if (value === value.toUpperCase() && value !== '') return word.toUpperCase();
  return /^\p{Lu}/u.test(value) || value === '' ? 'Superseded' : word;
}

function headIn(text: string, isYaml: boolean) {
  return isYaml ? readYamlHead(text) : readHead(text);
}

/** @throws Failure where more would change than what is said of the other proposal */
function refuseOtherChange(
  { text }: DocumentFile,
  after: string,
  { isYaml, shown }: { isYaml: boolean; shown: string },
): void {
  const headings = (each: string) =>
    JSON.stringify(outlineOf(each).headings.map(({ title }) => title));
  const others = (each: string) =>
    JSON.stringify(
      headIn(each, isYaml)
        .fields.filter(({ label }) => !/status|state|supersed|replac|obsolet/i.test(label))
        .map(({ label, value }) => [label, value]),
    );
  const isSame = (isYaml || headings(text) === headings(after)) && others(text) === others(after);
  if (isSame) return;
  throw Failure.refusal('not-written', `${shown} would be read as something else than it says`, {
    hint: 'Nothing was written; write in an editor which proposal takes the place of which',
  });
}

function noPlaceFor({ shown }: FoundProposal, kind: RelationWish['kind']): Failure {
  const what = kind === 'supersedes' ? 'what it supersedes' : 'what supersedes it';
  return Failure.refusal('not-written', `${shown} has no place to say ${what}`, {
    hint: `Give it a status first: create-enhancement status ${shown} <status>`,
  });
}
