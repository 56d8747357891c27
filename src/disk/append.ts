import fs from 'fs-extra';

/** Adds a text to the end of a file, which is made where it is not there. */
export function appendText(file: string, text: string): void {
  fs.appendFileSync(file, text);
}
