import { ScenarioPanel } from './panels/ScenarioPanel.tsx';
import { useEditor } from '../scenarios/editor.ts';
import { usePart } from './document-hooks.ts';
import { FlowForm } from './FlowForm.tsx';
import { NoteForm } from './NoteForm.tsx';
import { SelectionPanel } from './SelectionPanel.tsx';
import { StepForm } from './StepForm.tsx';
import './inspector.css';

/** The form of what is chosen: a step, several steps, a flow, a note; of the scenario itself when nothing is. */
export function Inspector() {
  const { selection, flows, notes } = useEditor();
  const chosen = selection.use();
  const [flow, ...otherFlows] = flows.use();
  const [note, ...otherNotes] = notes.use();
  const known = usePart((index) => chosen.filter((id) => index.step(id)).join(' '));
  const [id, ...others] = known === '' ? [] : known.split(' ');
  if (id !== undefined && others.length > 0) return <SelectionPanel ids={[id, ...others]} />;
  if (id !== undefined) return <StepForm key={id} id={id} />;
  if (flow !== undefined && otherFlows.length === 0) return <FlowForm key={flow} id={flow} />;
  if (note !== undefined && otherNotes.length === 0) return <NoteForm key={note} id={note} />;
  return <ScenarioPanel />;
}
