import { HELPERS } from './helpers.ts';
import { EMPTY_VALUES } from './values.ts';

export interface TemplateVariable {
  name: string;
  kind: 'text' | 'list' | 'flag';
  /** Line of its first use, counted from 1. */
  line: number;
}

export interface Expressions {
  known: ReadonlySet<string>;
  own: TemplateVariable[];
}

export class ExpressionError extends Error {
  constructor(
    message: string,
    readonly line: number,
    /** Counted from 1. */
    readonly column: number,
  ) {
    super(message);
  }
}

type Node = hbs.AST.Node;
type Use = TemplateVariable['kind'];

const BLOCKS: Readonly<Record<string, Use>> = { if: 'flag', unless: 'flag', each: 'list' };

/**
 * Reads what the expressions of a parsed template name, and refuses what could do more than put values in their
 * places.
 * @throws ExpressionError at the first expression that is not allowed
 */
export function readExpressions(program: hbs.AST.Program): Expressions {
  const reader = new Reader();
  reader.program(program, undefined);
  return { known: reader.known, own: reader.own() };
}

class Reader {
  readonly known = new Set<string>();
  readonly #uses = new Map<string, { uses: Set<Use>; node: Node }>();

  /** @param list what the expressions are inside of the `each` of */
  program(program: hbs.AST.Program | undefined, list: string | undefined): void {
    for (const node of program?.body ?? []) this.#statement(node, list);
  }

  own(): TemplateVariable[] {
    return [...this.#uses].map(([name, { uses, node }]) => {
      if (uses.has('list') && uses.has('text'))
        fail(node, `"${name}" is used as a list and as text`);
      const kind = uses.has('list') ? 'list' : uses.has('text') ? 'text' : 'flag';
      return { name, kind, line: node.loc.start.line };
    });
  }

  #statement(node: Node, list: string | undefined): void {
    if (node.type === 'ContentStatement' || node.type === 'CommentStatement') return;
    if (is<hbs.AST.MustacheStatement>(node, 'MustacheStatement')) this.#mustache(node, list);
    else if (is<hbs.AST.BlockStatement>(node, 'BlockStatement')) this.#block(node, list);
    else fail(node, 'partials and decorators are not supported');
  }

  #mustache(
    node: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
    list: string | undefined,
  ): void {
    const name = is<hbs.AST.PathExpression>(node.path, 'PathExpression') ? node.path.original : '';
    if (node.hash) fail(node, `"${name}": named arguments are not supported`);
    if (node.params.length === 0) {
      this.#value(node.path, 'text', list);
      return;
    }
    if (!HELPERS.has(name)) {
      fail(
        node,
        `unknown helper "${name}"; available: ${[...HELPERS].join(', ')}, if, unless and each`,
      );
    }
    for (const param of node.params) this.#argument(param, list);
  }

  #argument(node: Node, list: string | undefined): void {
    if (is<hbs.AST.PathExpression>(node, 'PathExpression')) this.#value(node, 'text', list);
    else if (is<hbs.AST.SubExpression>(node, 'SubExpression')) this.#mustache(node, list);
  }

  #block(node: hbs.AST.BlockStatement, list: string | undefined): void {
    const name = node.path.original;
    const use = Object.hasOwn(BLOCKS, name) ? BLOCKS[name] : undefined;
    if (!use) fail(node, `unknown block "${name}"; available: ${Object.keys(BLOCKS).join(', ')}`);
    const [param] = node.params;
    if (!param || node.params.length > 1 || !is<hbs.AST.PathExpression>(param, 'PathExpression')) {
      fail(node, `"${name}" takes one name`);
    }
    if (use === 'list' && list !== undefined) fail(node, 'lists inside lists are not supported');
    if (node.program?.blockParams?.length) fail(node, '"as |…|" is not supported');
    this.#value(param, use, list);
    this.program(node.program, use === 'list' ? param.original : list);
    this.program(node.inverse, list);
  }

  #value(node: Node, use: Use, list: string | undefined): void {
    if (!is<hbs.AST.PathExpression>(node, 'PathExpression')) fail(node, 'a value needs a name');
    const { data, depth, parts } = node;
    const isOfItem = list !== undefined && depth === 0 && !data;
    if (isOfItem) this.#itemValue(node, list);
    else if (!data || parts[0] === 'root') this.#outerValue(node, use);
  }

  #outerValue(node: hbs.AST.PathExpression, use: Use): void {
    const { original, data, parts } = node;
    const name = (data ? parts.slice(1) : parts).join('.');
    if (!/^[A-Za-z_][\w-]*$/.test(name))
      fail(node, `"${original}": a name consists of letters, digits, - and _`);
    if (name in Object.prototype) fail(node, `"${name}" cannot be the name of a value`);
    if (Object.hasOwn(EMPTY_VALUES, name)) this.known.add(name);
    else this.#note(name, use, node);
  }

  /** Items of a list are texts; those of `stories` have a title and a text. */
  #itemValue(node: hbs.AST.PathExpression, list: string): void {
    const { original, parts } = node;
    const isStory = list === 'stories' && ['title', 'text'].includes(String(parts[0]));
    if (parts.length === 0 || (isStory && parts.length === 1)) return;
    fail(
      node,
      `"${original}" inside the list "${list}": an item is {{this}}, and a name outside is {{../${original}}}`,
    );
  }

  #note(name: string, use: Use, node: Node): void {
    const noted = this.#uses.get(name) ?? { uses: new Set(), node };
    noted.uses.add(use);
    this.#uses.set(name, noted);
  }
}

function is<T extends Node>(node: Node, type: T['type']): node is T {
  return node.type === type;
}

function fail(node: Node, message: string): never {
  throw new ExpressionError(message, node.loc.start.line, node.loc.start.column + 1);
}
