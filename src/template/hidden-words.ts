export interface PlacedWords {
  answer: string;
  text: string;
}

/** A stand-in for the words with this index, made of noncharacters, which no answer may hold. */
const TOKEN = /\uFDD0(\d+)\uFDD1/g;
const tokenOf = (index: number) => `\uFDD0${index}\uFDD1`;

/**
 * The author's words while tokens stand in for them: what looks for sections and expressions meets no word, and
 * no word is interpreted.
 */
export class HiddenWords {
  readonly #all: (PlacedWords & { origin: number })[] = [];

  hide(answer: string, text: string, origin = this.#all.length): string {
    return text === '' ? '' : tokenOf(this.#all.push({ answer, text, origin }) - 1);
  }

  /** Hides the same words in another form: one of the forms has to be written, not all. */
  variant(token: string, form: (words: string) => string): string {
    const origin = Number(/^\uFDD0(\d+)\uFDD1$/.exec(token)?.[1] ?? -1);
    const words = this.#all[origin];
    return words ? this.hide(words.answer, form(words.text), words.origin) : '';
  }

  /** Changes the words in a text, and what stands around them, and hides the words again. */
  change(text: string, change: (words: string) => string): string {
    const parts = text.split(/(\uFDD0\d+\uFDD1)/);
    return parts.map((part) => this.#changed(part, change)).join('');
  }

  reveal(
    text: string,
    put: (words: PlacedWords, offset: number) => string = (words) => words.text,
  ): string {
    return text.replace(TOKEN, (token, index: string, offset: number) => {
      const words = this.#all[Number(index)];
      return words ? put(words, offset) : token;
    });
  }

  /** The words that are written in none of some texts, in no form. */
  missingIn(texts: readonly string[]): PlacedWords[] {
    const written = new Set(
      texts.flatMap((text) =>
        [...text.matchAll(TOKEN)].map(([, index]) => this.#all[Number(index)]?.origin),
      ),
    );
    return this.#all.filter(({ origin }, index) => origin === index && !written.has(origin));
  }

  static offsets(text: string): number[] {
    return [...text.matchAll(TOKEN)].map(({ index }) => index);
  }

  #changed(part: string, change: (words: string) => string): string {
    return part.startsWith('\uFDD0') ? this.variant(part, change) : change(part);
  }
}
