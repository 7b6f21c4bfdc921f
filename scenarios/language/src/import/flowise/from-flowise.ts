import type { Loading } from '../../load/validate.ts';
import { defaultLocale } from '../default-locale.ts';
import type { ImportedNode } from '../report.ts';
import { createSketch } from '../sketch.ts';
import { dataOf, textOf } from '../values.ts';
import { drawAgentflow } from './agentflow/draw-agentflow.ts';
import { drawChatflow } from './chatflow/draw-chatflow.ts';
import { isNote, readGraph, type Graph } from './graph.ts';
import { plainText } from './texts.ts';

/**
 * Draws a Flowise export as a scenario: an agentflow (version 2) node by node; a chatflow as the few steps that its chains and
 * agents are. `nodes` tells what became of every node.
 *
 * @param otherwise the name of the scenario where the file gives none
 *
 * @example const { loading, nodes } = fromFlowise(JSON.parse(text));
 */
export function fromFlowise(file: unknown, otherwise?: string): { loading: Loading; nodes: ImportedNode[] } {
  const source = dataOf(file);
  const graph = readGraph(source);
  const sketch = createSketch(defaultLocale(graph.nodes.map(({ inputs }) => plainText(JSON.stringify(inputs)))));
  const isAgentflow = graph.nodes.some(({ name }) => name.endsWith('Agentflow'));
  const nodes = (isAgentflow ? drawAgentflow : drawChatflow)(graph, sketch);
  const name = textOf(source['name']) ?? textOf(source['chatflowName']) ?? otherwise;
  return {
    loading: sketch.finish({ id: name, name, description: describe(textOf(source['description']), graph) }),
    nodes,
  };
}

/** The description, and under it the notes that lay on the drawing. */
function describe(description: string | undefined, { nodes }: Graph): string {
  const notes = nodes.filter(isNote).map(({ inputs }) => plainText(inputs['note']));
  return [description ?? '', ...notes].filter(Boolean).join('\n\n');
}
