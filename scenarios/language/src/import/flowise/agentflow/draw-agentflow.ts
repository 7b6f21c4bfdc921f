import { createNode, type ImportedNode } from '../../report.ts';
import type { Sketch } from '../../sketch.ts';
import { slugOf } from '../../slug.ts';
import { isNote, type Graph, type Node } from '../graph.ts';
import { expressionOf, templateOf, type References } from '../texts.ts';
import type { Drawing } from './drawing.ts';
import { hold } from './hold.ts';
import { findJoins } from './find-joins.ts';
import { kinds } from './kinds.ts';
import { createNames } from './names.ts';

interface Drawn {
  node: Node;
  line: ReturnType<typeof createNode>;
  first?: string;
  /** The forks drawn after it, by where they lead. */
  forks: Map<string, string>;
}

interface Lead {
  from: string;
  on?: string;
  when?: string;
  /** An exit of a node, or the node itself. */
  to: { of: Drawn; exit: number } | { node: string };
}

/** Draws an agentflow node by node. */
export function drawAgentflow(graph: Graph, sketch: Sketch): ImportedNode[] {
  const names = createNames(graph, sketch);
  const drawn = new Map<string, Drawn>();
  const leads: Lead[] = [];
  const lines: ImportedNode[] = [];

  for (const node of graph.nodes) {
    const line = createNode({ node: node.id, kind: node.name || 'node', name: node.label });
    lines.push(line.node);
    if (isNote(node)) line.notes.note('in_description');
    else if (!drawn.has(node.id)) draw(node, line);
  }
  for (const id of findJoins(graph)) joinBefore(drawn.get(id));
  for (const lead of leads) follow(lead);
  begin();
  return lines;

  function draw(node: Node, line: Drawn['line']): void {
    const made: Drawn = { node, line, forks: new Map() };
    drawn.set(node.id, made);
    const { notes } = line;
    const output = names.outputOf(node.id);
    const read: References = (name) => names.find(name, output);
    let last: string | undefined;
    let isClosed = false;
    const drawing: Drawing = {
      graph,
      sketch,
      notes,
      names: read,
      output,
      isLast: graph.from(node.id).length === 0 && node.parent === undefined,
      add(draft) {
        const isFirst = made.first === undefined;
        const id = sketch.step(
          { ...draft, ...(isFirst && node.label && { name: node.label.slice(0, 200) }) },
          { id: slugOf(node.label) ?? slugOf(node.id) ?? 'step', area: node.area, notes },
        );
        if (last) sketch.flow({ from: last, to: id });
        made.first ??= id;
        last = id;
        return id;
      },
      lead: (from, { to, ...exit }) => void leads.push({ from, ...exit, to: { of: made, exit: to } }),
      leadTo: (from, { node: to, ...exit }) => void leads.push({ from, ...exit, to: { node: to } }),
      template: (value) => templateOf(value, read, notes),
      expression: (value) => expressionOf(value, read, notes),
      say: (template) => sketch.say(template, slugOf(node.label) ?? 'text'),
      stateVariable: names.state,
      ends: () => void (isClosed = true),
    };
    (kinds.get(node.name) ?? hold)(node, drawing);
    if (last && !isClosed) drawing.lead(last, { to: 0 });
  }

  /** The steps that an exit of a node leads to; what ends inside of another node goes on after it. */
  function after({ node }: Drawn, exit: number, seen: ReadonlySet<string> = new Set()): string[] {
    const targets = graph.from(node.id).filter((edge) => edge.exit === exit);
    const parent = node.parent === undefined ? undefined : drawn.get(node.parent);
    if (targets.length === 0 && parent && !seen.has(node.id)) return after(parent, 0, new Set([...seen, node.id]));
    return [...new Set(targets.flatMap(({ to }) => entry(to, seen)))];
  }

  function entry(id: string, seen: ReadonlySet<string> = new Set()): string[] {
    const found = drawn.get(id);
    if (!found || seen.has(id)) return [];
    if (found.first) return [found.first];
    // Only the beginning is no step, and nothing leads to it.
    if (seen.size > 0) return [];
    return after(found, 0, new Set([...seen, id]));
  }

  function follow({ from, on, when, to }: Lead): void {
    const targets = 'node' in to ? entry(to.node) : after(to.of, to.exit);
    const exit = { ...(on && { on }), ...(when && { when }) };
    if (targets.length < 2) {
      for (const target of targets) sketch.flow({ from, to: target, ...exit });
      return;
    }
    const of = 'of' in to ? to.of : (drawn.get(to.node) as Drawn);
    const { node, line } = of;
    const key = JSON.stringify(targets);
    const known = of.forks.get(key);
    const fork = known ?? sketch.step({ type: 'parallel' }, { id: `${from}_fork`, area: node.area, notes: line.notes });
    sketch.flow({ from, to: fork, ...exit });
    if (known === undefined) for (const target of targets) sketch.flow({ from: fork, to: target });
    of.forks.set(key, fork);
  }

  /** Branches that were drawn apart wait for one another before a node. */
  function joinBefore(found: Drawn | undefined): void {
    if (!found?.first) return;
    const join = sketch.step(
      { type: 'join', mode: 'all' },
      { id: `${found.first}_join`, area: found.node.area, notes: found.line.notes },
    );
    sketch.flow({ from: join, to: found.first });
    found.first = join;
  }

  function begin(): void {
    const start = [...drawn.values()].find(({ node }) => node.name === 'startAgentflow');
    const [first, ...others] = start ? entry(start.node.id) : [];
    if (!start || !first) return;
    let step = first;
    if (others.length > 0) {
      step = sketch.step({ type: 'parallel' }, { id: 'start', area: start.node.area, notes: start.line.notes });
      for (const target of [first, ...others]) sketch.flow({ from: step, to: target });
    }
    sketch.trigger({ type: 'conversation' }, step);
    if (start.line.node.steps.length === 0) start.line.notes.became(step);
  }
}
