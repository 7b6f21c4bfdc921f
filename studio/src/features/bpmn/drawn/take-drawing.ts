import type { BpmnImport, BpmnRemark, Problem, Scenario } from '@scenarium/language';
import { done, rebase, type DocumentStore, type Outcome, type Positions } from '../../../document/index.ts';
import { drawnCommand } from './drawn-command.ts';
import { settle } from './settle.ts';

/** Remarks about what comes with a gesture, or is only unfinished: the condition of a new flow, the fallback that is gone. */
const EXPECTED = [
  'text_added',
  'variable_added',
  'exit_chosen',
  'start_changed',
  'condition_unmapped',
  'fallback_lost',
];

/** What was drawn: the document that the diagram showed, what the drawing was read as, and where its steps stand. */
export interface Drawn extends BpmnImport {
  shown: Scenario;
  seen: Positions;
}

/**
 * Takes a gesture in the diagram into the document, as one command. What a scenario has no word for is refused with the reason. What was
 * changed elsewhere meanwhile stays.
 */
export function takeDrawing(store: DocumentStore, { shown, scenario, report, seen }: Drawn): Outcome<void> {
  const objection = report.find(({ code }) => !EXPECTED.includes(code));
  if (objection) return refused(objection);
  if (!scenario) throw new Error('A drawing that cannot be read says why');
  const settled = settle(shown, scenario, seen);
  const now = store.get();
  const after = now === shown ? settled : rebase({ base: shown, mine: now, theirs: settled }).scenario;
  const command = drawnCommand(now, after);
  return command ? store.execute(command) : done();
}

function refused({ element, code, message, hint }: BpmnRemark): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, severity: 'error', place: { path: [element] }, message, hint } };
}
