import { toJsonSchema } from '@valibot/to-json-schema';
import { answersSchema } from './schema.ts';

/** The JSON Schema of the answers file; rules that JSON Schema cannot express are left out. */
export function answersJsonSchema(): object {
  return {
    ...toJsonSchema(answersSchema, { errorMode: 'ignore' }),
    title: 'Answers for create-enhancement',
  };
}
