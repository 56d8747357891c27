import { HEAD_KEY } from '../../document/head/labels.ts';

export interface FrontKey {
  /** Behind those that it stands below: `meta/status`. */
  name: string;
  label: string;
  indent: string;
  sign: ':' | '=';
  value: string;
  /** Whether the value is a list, on the lines below or in brackets. */
  isList: boolean;
  /** What stands before the name in the first item of a list of people. */
  beforeName: string;
}

/** The keys of front matter at its top, and those below a key that holds what is said of the document. */
export function keysOf(front: string): FrontKey[] {
  const lines = front.split('\n');
  let above = '';
  return lines.flatMap((line, index): FrontKey[] => {
    // In TOML, the keys below the name of a table are its own.
    if (isTableName(line)) return [{ ...NAME_ALONE, name: line }];
    const key = keyIn(line, lines[index + 1] ?? '');
    if (!key) return [];
    const { label, indent, value } = key;
    if (indent === '') above = value === '' && HEAD_KEY.test(label) ? label : '';
    else if (above === '') return [];
    return [{ ...key, name: indent === '' ? label : `${above}/${label}` }];
  });
}

/** Whether a line is the name of a table of TOML, as `[extra]`. */
export function isTableName(line: string): boolean {
  return /^\[[\w.-]+\]$/.test(line);
}

const NAME_ALONE = {
  label: '',
  indent: '',
  sign: '=',
  value: '',
  isList: false,
  beforeName: '',
} as const;

function keyIn(line: string, below: string): Omit<FrontKey, 'name'> | undefined {
  const [, indent = '', label = '', sign = '', value = ''] =
    /^([ \t]*)([\w-]+(?: [\w-]+)*)[ \t]*([:=])(?:[ \t]+(.*))?$/.exec(line) ?? [];
  if (label === '') return undefined;
  return {
    label,
    indent,
    sign: sign === '=' ? '=' : ':',
    value: value.trim(),
    isList: value.startsWith('[') || /^[ \t]+-|^-[ \t]/.test(below),
    beforeName: /^[ \t]*-[ \t]+name:[ \t]+/i.exec(below)?.[0] ?? '',
  };
}
