import { createNode, type ImportedNode } from '../../report.ts';
import type { Sketch } from '../../sketch.ts';
import { slugOf } from '../../slug.ts';
import { textOf } from '../../values.ts';
import { isNote, type Graph, type Node } from '../graph.ts';
import { helperNote } from './helper-note.ts';
import { runnersInOrder, servedBy } from './runners.ts';
import { stepOf } from './step-of.ts';

/**
 * Draws a chatflow: every chain, engine and agent that answers is one step, after those whose results it reads; models, memory,
 * prompts, documents and tools become parts of the step they serve.
 */
export function drawChatflow(graph: Graph, sketch: Sketch): ImportedNode[] {
  const lines = new Map<Node, ReturnType<typeof createNode>>();
  for (const node of graph.nodes)
    lines.set(node, createNode({ node: node.id, kind: node.name || 'node', name: node.label }));
  const noteOf = (node: Node): ReturnType<typeof createNode>['notes'] =>
    (lines.get(node) as ReturnType<typeof createNode>).notes;

  const runners = runnersInOrder(graph);
  const outputs = new Map<string, string>();
  const served = new Set<Node>();
  let last: string | undefined;
  runners.forEach((runner, i) => {
    const notes = noteOf(runner);
    const isLast = i === runners.length - 1;
    const helpers = servedBy(runner, graph);
    const output = isLast ? undefined : sketch.variable(textOf(runner.inputs['chainName']) ?? runner.id);
    if (output) outputs.set(runner.id, output);
    const draft = stepOf(runner, { helpers, notes, outputs });
    const id = sketch.step(
      {
        ...draft,
        ...(output && { saveTo: output }),
        ...(!output && draft.type !== 'action' && { say: true }),
        ...(runner.label && { name: runner.label.slice(0, 200) }),
      },
      { id: slugOf(runner.label) ?? slugOf(runner.id) ?? 'step', area: runner.area, notes },
    );
    if (last) sketch.flow({ from: last, to: id });
    else sketch.trigger({ type: 'conversation' }, id);
    last = id;
    for (const helper of helpers) {
      served.add(helper);
      helperNote(helper, noteOf(helper));
      noteOf(helper).became(id);
    }
  });
  for (const node of graph.nodes) {
    if (isNote(node)) noteOf(node).note('in_description');
    else if (!served.has(node) && !runners.includes(node)) noteOf(node).note('not_served');
  }
  return [...lines.values()].map(({ node }) => node);
}
