import { StickyNote } from '../notes/StickyNote.tsx';
import { FlowLine } from './FlowLine.tsx';
import { StepCard } from './StepCard.tsx';

/** What the canvas draws its nodes and edges with. */
export const nodeTypes = { step: StepCard, note: StickyNote };
export const edgeTypes = { flow: FlowLine };
