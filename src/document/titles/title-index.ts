import { copied } from '../copied.ts';
import { isTypo, type Likeness, likeness } from './likeness.ts';
import { sectionCalled } from './section-names.ts';
import { digitsIn, plainWords, type TitleForms, titleForms } from './title-forms.ts';

/** A section that a heading is like. */
interface Alike {
  section: number;
  found: Likeness;
}

/** The titles of a template's sections, made to be compared with those of many headings. */
export class TitleIndex {
  readonly #sections: readonly (readonly TitleForms[])[];
  readonly #words: ReadonlySet<string>;
  readonly #digits: ReadonlySet<string>;
  /** What was found for titles: the documents of a repository share most of them. */
  readonly #known = new Map<string, readonly Alike[]>();

  /** @param names those of each section, the surest first */
  constructor(names: readonly (readonly string[])[]) {
    this.#sections = names.map((titles) => titles.map(titleForms));
    const all = this.#sections.flat();
    this.#words = new Set(all.flatMap(({ normal }) => normal.split(' ')));
    this.#digits = new Set(all.map(({ digits }) => digits));
  }

  /** The sections that a heading is like, and how. */
  sectionsLike(title: string): readonly Alike[] {
    const known = this.#known.get(title);
    if (known) return known;
    if (this.#known.size > MOST_KNOWN) this.#known.clear();
    const found = this.#compared(title);
    this.#known.set(copied(title), found);
    return found;
  }

  #compared(title: string): Alike[] {
    // Most headings of a long document are no section's: for them, no more than this is looked at.
    const words = plainWords(title);
    const isStrange = words !== undefined && this.#isStrange(words);
    if (isStrange && !this.#digits.has(digitsIn(words))) return [];
    const heading = titleForms(title);
    const mayOnlyBeTypo = isStrange || everyName(heading).every((name) => this.#isStrange(name));
    return this.#sections.flatMap((names, section): Alike[] => {
      for (const name of names) {
        if (mayOnlyBeTypo && !isTypo(name, heading)) continue;
        const found = likeness(name, heading);
        if (found) return [{ section, found }];
      }
      return [];
    });
  }

  #isStrange(name: string): boolean {
    return !this.#sharesWord(name) && !sectionCalled(name);
  }

  #sharesWord(words: string): boolean {
    let from = 0;
    for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', from)) {
      if (this.#words.has(words.slice(from, at))) return true;
      from = at + 1;
    }
    return this.#words.has(words.slice(from));
  }
}

const MOST_KNOWN = 5000;

function everyName({ normal, halves, parts, head }: TitleForms): string[] {
  return [normal, ...halves, ...parts, ...(head === undefined ? [] : [head])];
}
