/** A part of a JSON Schema (2020-12). */
export interface Schema {
  [key: string]: unknown;
}

const TEXT: Schema = { type: 'string' };
const COUNT: Schema = { type: 'integer', minimum: 0 };
const TRUTH: Schema = { type: 'boolean' };
const TEXTS: Schema = { type: 'array', items: TEXT };
const ANYTHING: Schema = { type: 'object' };
const orNull = ({ type, ...rest }: Schema): Schema => ({ ...rest, type: [type, 'null'] });

/** Types of the names in notations that have no parts; one inside another, or of a command alone, counts before it. */
const LEAVES: Readonly<Record<string, Schema>> = {
  ...allOf(TRUTH, 'dryRun certain optional applied isChanged written own'),
  ...allOf(COUNT, 'line column level words count checked known mended present released'),
  ...allOf({ ...COUNT, type: ['integer', 'null'] }, 'number'),
  ...allOf(TEXTS, 'repeat kept removed missing doubts recovered unread'),
  ...allOf(orNull(TEXT), 'area branch changed author id from to heading section'),
  ...allOf(ANYTHING, 'convention adopted configuration similar because'),
  ...allOf(
    TEXT,
    'code message fix under title slug path file value kind template remote holder since text name about used commit date reason hint before after why document content state status old by severity shell script value description',
  ),
  'sections.written': COUNT,
  'from.number': TEXT,
  'to.number': TEXT,
  'from.path': TEXT,
  'status.line': COUNT,
  'proposals.because': TEXT,
  'renumber: because': TEXT,
  'number: because': TEXT,
  'show: status': orNull(ANYTHING),
  'status: line': orNull(COUNT),
  'status: known': TEXTS,
  'relations.to': TEXT,
  'changes.from': TEXT,
  'changes.to': TEXT,
};

/**
 * The JSON Schema of a result, from the notation in the help: `{ command, files: [{ path, content? }] }`.
 * @param command its name in results
 * @throws Error for a name of unknown type
 */
export function resultSchema(command: string, notation: string): Schema {
  const tokens = notation.match(/[{}[\],?:|]|\w+/g) ?? [];
  const next = () => tokens.shift() ?? '';
  const schemaOf = (path: readonly string[]): Schema => {
    const schema = partOf(path);
    if (tokens[0] !== '|') return schema;
    next();
    next();
    return orNull(schema);
  };
  const partOf = (path: readonly string[]): Schema => {
    const token = next();
    if (token === '[') {
      const items = schemaOf(path);
      next();
      return { type: 'array', items };
    }
    return token === '{' ? objectOf(path) : leaf([...path.slice(0, -1), token], command);
  };
  const objectOf = (path: readonly string[]): Schema => {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (let name = next(); name !== '}'; name = next()) {
      if (name === ',') continue;
      if (tokens[0] === '?') next();
      else required.push(name);
      const own = [...path, name];
      const hasParts = tokens[0] === ':';
      if (hasParts) next();
      properties[name] = hasParts ? schemaOf(own) : leaf(own, command);
    }
    return { type: 'object', properties, required };
  };
  return schemaOf([]);
}

function leaf(path: readonly string[], command: string): Schema {
  if (path.join('.') === 'command') return { const: command };
  const name = path.at(-1) ?? '';
  const isInside = path.length > 1;
  const found =
    (isInside ? LEAVES[path.slice(-2).join('.')] : LEAVES[`${command}: ${name}`]) ?? LEAVES[name];
  if (!found)
    throw new Error(
      `src/cli/description/result-schema.ts does not know the type of ${path.join('.')}`,
    );
  return found;
}

function allOf(schema: Schema, names: string): Record<string, Schema> {
  return Object.fromEntries(names.split(' ').map((name) => [name, schema]));
}
