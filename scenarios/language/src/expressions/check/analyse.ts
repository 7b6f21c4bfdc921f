import type { ASTNode } from '@marcbachmann/cel-js';
import type { Kind } from '../kinds.ts';
import { refused, undefinedVariable, wrongType, type ExpressionProblem } from '../problems.ts';
import { analyseCall, analyseMethod } from './analyse-call.ts';
import { kindOfOperation, type OperationNode } from './kind-of-operation.ts';

/** What is known of an expression without evaluating it. */
export interface Analysis {
  kind: Kind;
  /** Variables it reads. */
  reads: string[];
  problems: ExpressionProblem[];
}

/** Walks an expression; `variables`: the names there are, any name when left out. */
export function analyse(root: ASTNode, variables?: ReadonlyMap<string, Kind>): Analysis {
  const analyst = new Analyst(variables);
  const kind = analyst.kind(root, { locals: [] });
  return { kind, reads: [...analyst.reads], problems: analyst.problems };
}

/** What is bound by the loops around a node. */
export interface Around {
  locals: readonly string[];
}

export class Analyst {
  readonly reads = new Set<string>();
  readonly problems: ExpressionProblem[] = [];
  readonly #variables: ReadonlyMap<string, Kind> | undefined;

  constructor(variables: ReadonlyMap<string, Kind> | undefined) {
    this.#variables = variables;
  }

  report(node: ASTNode, problem: ExpressionProblem): void {
    this.problems.push({ ...problem, start: node.start, end: node.end });
  }

  /** The kind of a node's value; what is wrong inside of it is reported. */
  kind(node: ASTNode, around: Around): Kind {
    switch (node.op) {
      case 'value':
        return this.#literal(node, node.args);
      case 'id':
        return this.#name(node, node.args, around);
      case '.':
        return this.#field(node.args[0], around);
      case '[]':
        return this.#item(node.args, around);
      case 'list':
        for (const element of node.args) this.kind(element, around);
        return 'list';
      case 'map':
        for (const [key, value] of node.args) {
          this.expect(key, around, ['text'], { en: 'The name of a field', ru: 'Имя поля' });
          this.kind(value, around);
        }
        return 'object';
      case '?:':
        return this.#choice(node.args as unknown as [ASTNode, ASTNode, ASTNode], around);
      case 'call':
        return analyseCall(this, { node, name: node.args[0], args: node.args[1] }, around);
      case 'rcall':
        return analyseMethod(this, { node, name: node.args[0], args: [node.args[1], ...node.args[2]] }, around);
      case '!_':
        return this.expect(node.args, around, ['boolean'], { en: '“!”', ru: '«!»' });
      case '-_':
        return this.expect(node.args, around, ['number'], { en: '“-”', ru: '«-»' });
      case '&&':
      case '||':
        for (const side of node.args)
          this.expect(side, around, ['boolean'], { en: `“${node.op}”`, ru: `«${node.op}»` });
        return 'boolean';
      default:
        return kindOfOperation(this, node as OperationNode, around);
    }
  }

  /** Reports a node whose value is of none of the wanted kinds. */
  expect(node: ASTNode, around: Around, wanted: readonly Kind[], where: { en: string; ru: string }): Kind {
    const found = this.kind(node, around);
    if (found !== 'any' && !wanted.includes('any') && !wanted.includes(found))
      this.report(node, wrongType(where, wanted, found));
    return found === 'any' && wanted.length === 1 ? (wanted[0] as Kind) : found;
  }

  #literal(node: ASTNode, value: unknown): Kind {
    if (value === null) return 'null';
    if (typeof value === 'string') return 'text';
    if (typeof value === 'boolean') return 'boolean';
    if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))) return 'number';
    this.report(node, refused('literal'));
    return 'any';
  }

  #name(node: ASTNode, name: string, { locals }: Around): Kind {
    if (locals.includes(name)) return 'any';
    this.reads.add(name);
    if (!this.#variables) return 'any';
    const kind = this.#variables.get(name);
    if (kind === undefined) this.report(node, undefinedVariable(name, [...this.#variables.keys(), ...locals]));
    return kind ?? 'any';
  }

  #field(target: ASTNode, around: Around): Kind {
    this.expect(target, around, ['object'], { en: 'A field', ru: 'Поле' });
    return 'any';
  }

  #item([target, key]: [ASTNode, ASTNode], around: Around): Kind {
    const kind = this.expect(target, around, ['list', 'object'], { en: '“[…]”', ru: '«[…]»' });
    const wanted: Kind[] = kind === 'list' ? ['number'] : kind === 'object' ? ['text'] : ['number', 'text'];
    this.expect(key, around, wanted, { en: '“[…]”', ru: '«[…]»' });
    return 'any';
  }

  #choice([condition, yes, no]: [ASTNode, ASTNode, ASTNode], around: Around): Kind {
    this.expect(condition, around, ['boolean'], { en: '“? :”', ru: '«? :»' });
    const kinds = [this.kind(yes, around), this.kind(no, around)];
    return kinds[0] === kinds[1] ? (kinds[0] as Kind) : 'any';
  }
}
