import type { Term } from '../../script/term.ts';
import type { Sketch } from '../../sketch.ts';
import { textOf } from '../../values.ts';
import { arrayOf, type Graph } from '../graph.ts';
import { plainText } from '../texts.ts';

const REFERENCE = /\{\{\s*([\w-]+)/g;
const FIELD = /^[A-Za-z_]\w*$/;

/** What an agentflow's texts name: the state, the form, what nodes gave, and what is known of the conversation. */
export interface Names {
  find(name: string, output: string | undefined): Term | undefined;
  /** The variable that keeps what a node gave, where something reads it. */
  outputOf(node: string): string | undefined;
  /** The variable of a field of the state or of the form. */
  state(name: string): string;
}

const known = new Map<string, Term>([
  ['question', { kind: 'text', source: 'message.text' }],
  ['current_date_time', { kind: 'text', source: 'now' }],
  ['$flow.sessionId', { kind: 'any', source: 'conversation.id' }],
  ['$flow.chatId', { kind: 'any', source: 'conversation.id' }],
]);

export function createNames(graph: Graph, sketch: Sketch): Names {
  const states = new Map<string, string>();
  const state = (name: string, value?: string): string => {
    const found = states.get(name);
    if (found) return found;
    const variable = sketch.variable(name, value === undefined ? {} : { default: value });
    states.set(name, variable);
    return variable;
  };
  for (const node of graph.nodes) {
    if (node.name !== 'startAgentflow') continue;
    for (const { key, value } of arrayOf(node.inputs['startState']))
      if (textOf(key)) state(textOf(key) as string, plainText(value) || undefined);
  }
  const outputs = new Map<string, string>();
  const written = graph.nodes.map(({ id, inputs }) => ({ id, text: JSON.stringify(inputs) }));
  const read = new Set(written.flatMap(({ text }) => [...text.matchAll(REFERENCE)].map(([, name]) => name)));
  for (const { id, text } of written) {
    const isRead = read.has(id) || /\{\{\s*output\b/.test(text);
    if (isRead && !outputs.has(id)) outputs.set(id, sketch.variable(id));
  }
  const field = (source: string | undefined, path: readonly string[]): Term | undefined =>
    source !== undefined && path.every((part) => FIELD.test(part))
      ? { kind: 'any', isVariable: path.length === 0, source: [source, ...path].join('.') }
      : undefined;

  return {
    outputOf: (node) => outputs.get(node),
    state,
    find(name, output) {
      const fixed = known.get(name);
      if (fixed) return fixed;
      const [base = '', ...path] = name.split('.');
      if (base === 'output') return field(output, path);
      if (base === '$form' && path[0]) return field(state(path[0]), path.slice(1));
      if (base === '$flow' && path[0] === 'state' && path[1]) return field(state(path[1]), path.slice(2));
      if (base === '$vars' && path[0]) return field(state(path[0]), path.slice(1));
      return field(outputs.get(base), path[0] === 'output' ? path.slice(1) : path);
    },
  };
}
