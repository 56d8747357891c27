import { yamlOf } from '../../../answers/yaml.ts';
import {
  isNoProposal,
  isStatus,
  type Relation,
  relationCalled,
} from '../../../document/head/labels.ts';
import { type Head, readHeadOf } from '../../../document/head/read-head.ts';
import { outlineOf } from '../../../document/markdown/outline.ts';
import { yamlPart } from '../safe-status.ts';

/**
 * Why a document must not say of another one what it would: it would be read as something else, or more would change.
 * @param isThere whether relations have the one that was to be written
 */
export function successionReason(
  before: string,
  after: string,
  of: {
    isYaml: boolean;
    kind: Relation['kind'];
    isThere: (relations: readonly Relation[]) => boolean;
  },
): string | undefined {
  const { isYaml, kind, isThere } = of;
  const [was, is] = [readHeadOf(before, isYaml), readHeadOf(after, isYaml)];
  if (!isThere(is.relations)) return 'it would not be recognised';
  const [lost] = lostRelations(was, is);
  if (lost) return `it would no longer say "${lost.kind} ${lost.to}"`;
  const link = was.status?.items.find(({ target }) => target && !after.includes(`](${target}`));
  if (link) return `its status would no longer link to ${link.target}`;
  const [name] = lostNames(was, after);
  if (name !== undefined) return `its status would no longer name ${name}`;
  if (othersOf(was, kind) !== othersOf(is, kind)) return 'it would also change another field';
  if (!isYaml && titlesOf(before) !== titlesOf(after)) return 'it would also change the headings';
  return yamlDifference(yamlPart(before, isYaml), yamlPart(after, isYaml), kind);
}

/** What a document said of others and says no longer, but for what takes its place. */
export function lostRelations(was: Head, is: Head): readonly Relation[] {
  return was.relations.filter(
    ({ kind, to }) =>
      kind !== 'superseded-by' &&
      !is.relations.some((other) => other.kind === kind && other.to === to),
  );
}

/** Other proposals that a status names without saying how it is related to them: `Inactive (see CIP-68)`. */
export function lostNames({ status, relations }: Head, after: string): string[] {
  const names = status?.value.match(/\b[A-Z]{2,6}[- ]\d{1,6}\b/g) ?? [];
  return names.filter(
    (name) => !after.includes(name) && !relations.some(({ to }) => to.includes(name)),
  );
}

function othersOf({ fields }: Head, kind: Relation['kind']): string {
  const others = fields.filter((field) => !isTouched(field.label, kind));
  return JSON.stringify(others.map(({ label, value }) => [label, value]));
}

function isTouched(label: string, kind: Relation['kind']): boolean {
  return isStatus({ label }) || relationCalled(label) === kind;
}

function titlesOf(text: string): string {
  return JSON.stringify(outlineOf(text).headings.map(({ title }) => title));
}

/** What a reader of YAML would see: no other key may change, and nothing may go that a key has said. */
function yamlDifference(before: string, after: string, kind: Relation['kind']): string | undefined {
  const [was, is] = [yamlOf(before), yamlOf(after)];
  if (was.errors.length > 0) return undefined;
  if (is.errors.length > 0) return 'it would no longer be valid YAML';
  const [old, now] = [keysRead(was.json), keysRead(is.json)];
  const isKept = [...old].every(([key, value]) => {
    if (isStatus({ label: key })) return typeof now.get(key) === typeof value;
    if (relationCalled(key) !== kind) return JSON.stringify(value) === JSON.stringify(now.get(key));
    const said = saidItems(now.get(key));
    return saidItems(value).every((each) => said.includes(each));
  });
  return isKept ? undefined : 'the YAML would be read differently';
}

function keysRead(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

/** The items of a value that say something, one by one. */
function saidItems(value: unknown): string[] {
  const items = Array.isArray(value) ? value : [value];
  return items
    .filter((each) => each !== null && each !== undefined)
    .map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each)))
    .filter((each) => !isNoProposal(each));
}
