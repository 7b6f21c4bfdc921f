import type { NodeNotes } from '../../report.ts';
import { textOf } from '../../values.ts';
import type { Node } from '../graph.ts';

const KNOWLEDGE = new Set([
  'Document Loaders',
  'Text Splitters',
  'Embeddings',
  'Vector Stores',
  'Retrievers',
  'Record Manager',
]);
const PARTS = new Set(['Memory', 'Prompts', 'Response Synthesizer', 'Engine', 'Multi Agents']);

/** Documents and what finds them: here they are in knowledge bases. */
export function isKnowledge({ category, name }: Node): boolean {
  return KNOWLEDGE.has(category) || name === 'retrieverTool' || name.startsWith('queryEngineTool');
}

/** What became of a node that serves a chain or an agent. */
export function helperNote(node: Node, notes: NodeNotes): void {
  const { category, name, inputs } = node;
  if (isKnowledge(node)) notes.note('knowledge_elsewhere', node.label || name);
  else if (category === 'Chat Models' || category === 'LLMs')
    notes.note('model_default', textOf(inputs['modelName']) ?? textOf(inputs['model']) ?? name);
  else if (category === 'Output Parsers') notes.note('settings_dropped', node.label || name);
  else if (PARTS.has(category)) notes.note('became_part');
  else notes.note('no_counterpart', node.label || name);
}
