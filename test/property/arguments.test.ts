import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/command-table.ts';
import { commandFor, parseCall } from '../../src/cli/parse.ts';
import { parseConfiguration } from '../../src/convention/configuration/parse.ts';
import { Failure } from '../../src/failure.ts';
import { runs } from '../support/runs.ts';

const flags = COMMANDS.flatMap(({ groups }) => groups.flatMap((group) => group.flags)).map(
  ({ flag }) => flag,
);
const words = COMMANDS.flatMap((command) => command.words);

const argument = fc.oneof(
  fc.constantFrom(...flags, ...words, '--', '-', '', '-h', '-V', '--json', '1', '#7'),
  fc.tuple(fc.constantFrom(...flags), fc.string()).map(([flag, text]) => `${flag}=${text}`),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

describe('any list of arguments', () => {
  it('is a call, or is refused in words', () => {
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 6 }), (args) => {
        try {
          expect(['help', 'version', 'run']).toContain(parseCall(commandFor(args, 'posix')).kind);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: runs(2500) },
    );
  });
});

describe('any configuration', () => {
  it('is one, or is refused in words', () => {
    const key = fc.constantFrom(
      'directory',
      'name',
      'numbering',
      'width',
      'template',
      'reserve',
      'x',
    );
    const value = fc.oneof(fc.jsonValue(), fc.dictionary(key, fc.jsonValue()));
    fc.assert(
      fc.property(value, (said) => {
        try {
          expect(parseConfiguration(said, 'it')).toBeTypeOf('object');
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
