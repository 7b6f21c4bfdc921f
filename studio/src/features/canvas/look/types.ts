import { FlowLine } from './FlowLine.tsx';
import { StepCard } from './StepCard.tsx';

/** What the canvas draws its nodes and edges with. */
export const nodeTypes = { step: StepCard };
export const edgeTypes = { flow: FlowLine };
