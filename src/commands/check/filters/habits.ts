import type { Finding } from '../../../document/findings/finding.ts';
import { titleForms } from '../../../document/titles/title-forms.ts';

/** More proposals than this have to do the same; where some do otherwise, there have to be so many altogether. */
const TOO_FEW = 2;
const ENOUGH_FOR_SHARE = 8;

/** The shares of proposals from which on something is allowed, and from which on it is right. */
const ALLOWED = 1 / 8;
const USUAL = 1 / 2;
const NEARLY_ALL = 9 / 10;

/**
 * What the proposals of a repository do: what more than half of them leave out is not required there, whatever the
 * template says, and what more than an eighth leave out is told as a note.
 */
export class Habits {
  #read = 0;
  /** Those of which the template is known that they were made from. */
  #made = 0;
  readonly #counts = new Map<string, number>();

  add(findings: readonly Finding[], hasBase: boolean): void {
    this.#read++;
    if (hasBase) this.#made++;
    for (const key of new Set(findings.flatMap((each) => habitOf(each) ?? [])))
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** A finding as it is to be told; undefined where it is none. */
  judge(finding: Finding): Finding | undefined {
    const key = habitOf(finding);
    const of = finding.code === 'section-missing' ? this.#made : this.#read;
    const count = this.#counts.get(key ?? '') ?? 0;
    if (key === undefined || count <= TOO_FEW) return finding;
    if (finding.code !== 'guidance-left') return judged(finding, count, of);
    return isUsual(count, of) ? undefined : finding;
  }
}

function judged(finding: Finding, count: number, of: number): Finding | undefined {
  if (count > of * USUAL && finding.code !== 'section-empty') return undefined;
  if (of < ENOUGH_FOR_SHARE) return finding;
  // A part that some leave out is nobody's duty.
  if ('isPart' in finding && count - 1 > of * ALLOWED) return undefined;
  const canBeLess = finding.code === 'section-missing' || finding.code === 'section-empty';
  return canBeLess && count - 1 > of * ALLOWED ? { ...finding, others: { count, of } } : finding;
}

/** Whether nearly all keep the template's words: then they are no guidance, but a part of every proposal. */
function isUsual(count: number, of: number): boolean {
  return of >= ENOUGH_FOR_SHARE && count >= of * NEARLY_ALL;
}

function habitOf(finding: Finding): string | undefined {
  if (finding.code === 'section-missing') return `missing ${finding.id}`;
  if (finding.code === 'section-empty') return `empty ${titleForms(finding.heading).normal}`;
  if (finding.code === 'guidance-left' && finding.where !== 'whole')
    return `guidance ${titleForms(finding.heading).normal}`;
  return finding.code === 'value-placeholder' ? `value ${finding.label}` : undefined;
}
