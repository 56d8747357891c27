/** Extensions of Markdown files, for expressions about names. */
export const MARKDOWN_EXTENSIONS = '\\.(?:md|markdown|mdx)';

const EXTENSION = new RegExp(`${MARKDOWN_EXTENSIONS}$`, 'i');

const MAIN_DOCUMENT = new RegExp(`^(?:readme|_?index)${MARKDOWN_EXTENSIONS}$`, 'i');

/** Whether a file is Markdown, by its name. */
export function isMarkdown(name: string): boolean {
  return EXTENSION.test(name);
}

/** A name without its extension, where that is one of Markdown. */
export function withoutExtension(name: string): string {
  return name.replace(EXTENSION, '');
}

/** Whether a file is called as the main document of a directory usually is: `README.md`, `index.md`. */
export function isMainDocument(name: string): boolean {
  return MAIN_DOCUMENT.test(name);
}

/** Whether a text is the name of a file, and no path. */
export function isFileName(text: string): boolean {
  return /^[^/\\\p{Cc}]+$/u.test(text) && !/^\.{1,2}$/.test(text);
}

/** Whether a file is YAML, by its name. */
export function isYamlFile(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/** Whether a file is there so that git keeps the folder it is in. */
export function isKeptMark(name: string): boolean {
  return name === '.gitkeep' || name === '.keep';
}
