import type { StepDraft } from '../../../bpmn/read/draft.ts';
import type { NodeNotes } from '../../report.ts';
import type { Sketch } from '../../sketch.ts';
import type { Graph, Node } from '../graph.ts';
import type { References } from '../texts.ts';

/** What a node of an agentflow is drawn with. */
export interface Drawing {
  graph: Graph;
  sketch: Sketch;
  notes: NodeNotes;
  names: References;
  /** The variable that keeps what the node gives; undefined where nothing reads it. */
  output: string | undefined;
  /** Does nothing follow the node? Then its answer goes to the end user. */
  isLast: boolean;
  add(draft: StepDraft): string;
  /** Leads from an exit of a step to what follows the node's exit. */
  lead(from: string, exit: { on?: string; when?: string; to: number }): void;
  /** Leads from a step to where another node begins. */
  leadTo(from: string, to: { node: string; when?: string }): void;
  template(value: unknown): string;
  expression(value: unknown): string;
  say(template: string): string;
  stateVariable(name: string): string;
  /** Nothing follows the last step but what `lead` said. */
  ends(): void;
}

/** Draws one type of node. */
export type DrawNode = (node: Node, drawing: Drawing) => void;
