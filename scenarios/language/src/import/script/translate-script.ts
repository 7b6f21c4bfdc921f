import { parse, parseExpressionAt, type AnyNode } from 'acorn';
import { parseExpression } from '../../expressions/parse-expression.ts';
import { isRefusedKey } from '../../load/refused-key.ts';
import { calls, maths } from './calls.ts';
import { asBoolean, asNumber, asText, Untranslatable, type Term } from './term.ts';

/** What a script may read: the term of a name, undefined where there is no such name. */
export type Names = (name: string) => Term | undefined;

/** `text`: it is no script but words · `code`: a script that no expression can say. */
export type Translation = { kind: 'expression'; source: string } | { kind: 'text' } | { kind: 'code' };

const LONGEST = 5_000;

/**
 * A JavaScript expression in the language of expressions.
 *
 * @example translateScript('score + 5', () => ({ source: 'score', kind: 'number' })).source // 'default(score, 0) + 5'
 */
export function translateScript(script: string, names: Names): Translation {
  if (script.length > LONGEST) return { kind: 'code' };
  const source = script
    .trim()
    .replace(/^return\b/, '')
    .replace(/;\s*$/, '');
  const root = expressionIn(source);
  if (!root) return { kind: isProgram(script) ? 'code' : 'text' };
  if (isWord(root, names)) return { kind: 'text' };
  try {
    const translated = termOf(root, names).source;
    if (parseExpression(translated).ok) return { kind: 'expression', source: translated };
  } catch {
    // Too deep, or with a part that has no counterpart.
  }
  return { kind: 'code' };
}

function expressionIn(source: string): AnyNode | undefined {
  try {
    const root = parseExpressionAt(source, 0, { ecmaVersion: 'latest' });
    return source.slice(root.end).trim() === '' ? (root as AnyNode) : undefined;
  } catch {
    return undefined;
  }
}

/** Several statements, or one that returns: words with a semicolon are not taken for it. */
function isProgram(source: string): boolean {
  if (!/\breturn\b|=>|[;{]/.test(source)) return false;
  try {
    return parse(source, { ecmaVersion: 'latest', allowReturnOutsideFunction: true }).body.length > 0;
  } catch {
    return false;
  }
}

/** A word, or words joined by points or dashes, none of which is a name: `example.com`. */
function isWord(node: AnyNode, names: Names): boolean {
  if (node.type === 'Identifier') return node.name !== 'undefined' && names(node.name) === undefined;
  if (node.type === 'MemberExpression') return !node.computed && isWord(node.object, names);
  return node.type === 'BinaryExpression' && [node.left, node.right].every((side) => isWord(side as AnyNode, names));
}

function termOf(node: AnyNode, names: Names): Term {
  const term = (inner: AnyNode): Term => termOf(inner, names);
  switch (node.type) {
    case 'Literal':
      return literal(node.value);
    case 'TemplateLiteral':
      return {
        kind: 'text',
        source: node.quasis
          .flatMap(({ value }, i) => {
            const inner = node.expressions[i];
            const text = value.cooked ? [JSON.stringify(value.cooked)] : [];
            return inner ? [...text, asText(term(inner as AnyNode))] : text;
          })
          .join(' + '),
      };
    case 'Identifier': {
      if (node.name === 'undefined') return { kind: 'any', source: 'null' };
      const known = names(node.name);
      if (!known) throw new Untranslatable();
      return known;
    }
    case 'UnaryExpression':
      if (node.operator === '!') return { kind: 'boolean', source: `!(${asBoolean(term(node.argument))})` };
      if (node.operator === '-') return { kind: 'number', source: `-(${asNumber(term(node.argument))})` };
      if (node.operator === '+') return { kind: 'number', source: asNumber(term(node.argument)) };
      throw new Untranslatable();
    case 'BinaryExpression':
      if (node.left.type === 'PrivateIdentifier') throw new Untranslatable();
      return binary(node.operator, term(node.left), term(node.right));
    case 'LogicalExpression':
      return logical(node.operator, term(node.left), term(node.right));
    case 'ConditionalExpression': {
      const [test, yes, no] = [term(node.test), term(node.consequent), term(node.alternate)];
      return {
        kind: yes.kind === no.kind ? yes.kind : 'any',
        source: `(${asBoolean(test)} ? ${yes.source} : ${no.source})`,
      };
    }
    case 'ArrayExpression':
      return {
        kind: 'list',
        source: `[${node.elements.map((item) => termOf((item ?? { type: 'Super' }) as AnyNode, names).source).join(', ')}]`,
      };
    case 'ChainExpression':
      return term(node.expression);
    case 'MemberExpression':
      return member(node, names);
    case 'CallExpression':
      return call(node, names);
    default:
      throw new Untranslatable();
  }
}

function literal(value: unknown): Term {
  if (typeof value === 'string') return { kind: 'text', source: JSON.stringify(value) };
  if (typeof value === 'number') return { kind: 'number', source: String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', source: String(value) };
  if (value === null) return { kind: 'any', source: 'null' };
  throw new Untranslatable();
}

function binary(operator: string, left: Term, right: Term): Term {
  switch (operator) {
    case '==':
    case '===':
    case '!=':
    case '!==':
      return { kind: 'boolean', source: `(${left.source} ${operator.slice(0, 2)} ${right.source})` };
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { kind: 'boolean', source: `(${asNumber(left)} ${operator} ${asNumber(right)})` };
    case '+':
      if (left.kind === 'text' || right.kind === 'text')
        return { kind: 'text', source: `${asText(left)} + ${asText(right)}` };
      return { kind: 'number', source: `(${asNumber(left)} + ${asNumber(right)})` };
    case '-':
    case '*':
    case '/':
    case '%':
      return { kind: 'number', source: `(${asNumber(left)} ${operator} ${asNumber(right)})` };
    default:
      throw new Untranslatable();
  }
}

function logical(operator: string, left: Term, right: Term): Term {
  if (operator === '??' || (operator === '||' && left.kind !== 'boolean'))
    return { kind: right.kind, source: `default(${left.source}, ${right.source})` };
  return { kind: 'boolean', source: `(${asBoolean(left)} ${operator} ${asBoolean(right)})` };
}

function member(node: Extract<AnyNode, { type: 'MemberExpression' }>, names: Names): Term {
  const object = termOf(node.object as AnyNode, names);
  if (node.computed) {
    const index = termOf(node.property as AnyNode, names);
    return { kind: 'any', source: `${object.source}[${index.source}]` };
  }
  if (node.property.type !== 'Identifier' || isRefusedKey(node.property.name)) throw new Untranslatable();
  const { name } = node.property;
  if (name === 'length') return { kind: 'number', source: `size(default(${object.source}, ""))` };
  return { kind: 'any', source: `${object.source}.${name}` };
}

function call(node: Extract<AnyNode, { type: 'CallExpression' }>, names: Names): Term {
  const { callee } = node;
  const [lambda] = node.arguments;
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && !callee.computed) {
    const { name } = callee.property;
    const owner = callee.object.type === 'Identifier' ? callee.object.name : '';
    const values = (): Term[] => node.arguments.map((argument) => termOf(argument as AnyNode, names));
    if (owner === 'Math') return maths(name, values());
    if (owner === 'JSON' && name === 'stringify') return calls('json', values());
    const object = termOf(callee.object as AnyNode, names);
    if (lambda?.type === 'ArrowFunctionExpression') return overList(name, object, { lambda, names });
    return calls(`.${name}`, [object, ...values()]);
  }
  if (callee.type !== 'Identifier') throw new Untranslatable();
  return calls(
    callee.name,
    node.arguments.map((argument) => termOf(argument as AnyNode, names)),
  );
}

const macros = new Map([
  ['map', 'map'],
  ['flatMap', 'map'],
  ['filter', 'filter'],
  ['some', 'exists'],
  ['every', 'all'],
]);

/** `list.map(item => item.name)`: the list's macros take the name and what is made of it. */
function overList(
  name: string,
  list: Term,
  { lambda, names }: { lambda: Extract<AnyNode, { type: 'ArrowFunctionExpression' }>; names: Names },
): Term {
  const macro = macros.get(name);
  const [parameter] = lambda.params;
  if (!macro || lambda.params.length !== 1 || parameter?.type !== 'Identifier' || lambda.body.type === 'BlockStatement')
    throw new Untranslatable();
  const item = parameter.name;
  if (!/^[A-Za-z_]\w*$/.test(item)) throw new Untranslatable();
  const body = termOf(lambda.body as AnyNode, (wanted) =>
    wanted === item ? { kind: 'any', source: item } : names(wanted),
  );
  const inside = macro === 'map' ? body.source : asBoolean(body);
  const isList = macro === 'map' || macro === 'filter';
  return { kind: isList ? 'list' : 'boolean', source: `${list.source}.${macro}(${item}, ${inside})` };
}
