import { blankOutCode } from './blank-code.ts';

/** What the labels of a text, in lower case, are defined as: the first definition of each (CommonMark, section 4.7). */
export function linkDefinitions(text: string): Map<string, string> {
  const found = blankOutCode(text).matchAll(/^ {0,3}\[([^\]^\n][^\]\n]*)\]:[ \t]*(\S+)/gm);
  const first = [...found].toReversed();
  return new Map(first.map(([, label = '', to = '']) => [label.toLowerCase(), to]));
}
