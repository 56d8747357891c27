import { isTypo, type Likeness, likeness } from './likeness.ts';
import { sectionCalled } from './section-names.ts';
import { digitsIn, plainWords, type TitleForms, titleForms } from './title-forms.ts';

/** The titles of a template's sections, made to be compared with those of many headings. */
export class TitleIndex {
  readonly #sections: readonly (readonly TitleForms[])[];
  readonly #words: ReadonlySet<string>;
  readonly #digits: ReadonlySet<string>;

  /** @param names those of each section, the surest first */
  constructor(names: readonly (readonly string[])[]) {
    this.#sections = names.map((titles) => titles.map(titleForms));
    const all = this.#sections.flat();
    this.#words = new Set(all.flatMap(({ normal }) => normal.split(' ')));
    this.#digits = new Set(all.map(({ digits }) => digits));
  }

  /** Tells which sections a heading is like, and how. */
  forEachLike(title: string, tell: (section: number, found: Likeness) => void): void {
    // Most headings of a long document are no section's: for them, no more than this is looked at.
    const words = plainWords(title);
    const isStrange = words !== undefined && this.#isStrange(words);
    if (isStrange && !this.#digits.has(digitsIn(words))) return;
    const heading = titleForms(title);
    const mayOnlyBeTypo = isStrange || everyName(heading).every((name) => this.#isStrange(name));
    this.#sections.forEach((names, index) => {
      for (const section of names) {
        if (mayOnlyBeTypo && !isTypo(section, heading)) continue;
        const found = likeness(section, heading);
        if (!found) continue;
        tell(index, found);
        break;
      }
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

function everyName({ normal, halves, parts, head }: TitleForms): string[] {
  return [normal, ...halves, ...parts, ...(head === undefined ? [] : [head])];
}
