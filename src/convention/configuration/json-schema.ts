import { toJsonSchema } from '@valibot/to-json-schema';
import { configurationSchema } from './configuration.ts';

/** The JSON Schema of the configuration; rules that JSON Schema cannot say are left out. */
export function configurationJsonSchema(): object {
  return {
    ...toJsonSchema(configurationSchema, { errorMode: 'ignore' }),
    title: 'Configuration of create-enhancement',
  };
}
