import type { StepDraft } from '../../bpmn/read/draft.ts';
import type { NodeNotes } from '../report.ts';
import type { Sketch } from '../sketch.ts';
import type { Block } from './blocks.ts';
import type { Texts } from './texts.ts';
import type { Variables } from './variables.ts';

/** Where a flow of a block goes: along an arrow, on to what follows the block, to a place of the drawing, or to a step. */
export type Destination =
  { edge: string } | 'after' | { group?: string | undefined; block?: string | undefined } | { step: string };

/** What a block is drawn with. */
export interface Drawing {
  sketch: Sketch;
  variables: Variables;
  texts: Texts;
  notes: NodeNotes;
  /** Text that stood before an input: its question. */
  prompt: string | undefined;
  /** Adds a step after the last one of this block. */
  add(draft: StepDraft): string;
  /** Leads out of a step of this block. */
  lead(flow: { from: string; to: Destination; on?: string; when?: string }): void;
  /** The text's id in the scenario, `{{Name}}` translated. */
  say(text: string): string;
  template(text: string): string;
  /** The block is no step: what leads to it leads to there. */
  stepsAside(to: Destination): void;
  /** Nothing follows the last step but what `lead` said. */
  ends(): void;
}

/** Draws one type of block. */
export type DrawBlock = (block: Block, drawing: Drawing) => void;
