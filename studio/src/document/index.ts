export { createDocumentStore } from './store/create-document-store.ts';
export type { DocumentStore } from './store/document-store.ts';
export type { Entry, History, Title } from './store/history.ts';
export type { DocumentIndex } from './editing/document-index.ts';
export { indexOf } from './editing/live-index.ts';
export { isSame } from './editing/values.ts';
export type { HeadField, Point, Rows, TableName, Texts } from './editing/rows.ts';

export { done, type Command, type Outcome } from './commands/command.ts';
export { commandTitles, type CommandName } from './commands/command-names.ts';
export type { RefusalCode } from './commands/refuse.ts';

export { addStep } from './commands/add-step.ts';
export { insertStep } from './commands/insert-step.ts';
export { removeSteps } from './commands/remove-steps.ts';
export { cutOutSteps } from './commands/cut-out-steps.ts';
export { moveSteps } from './commands/move-steps.ts';
export { configureStep } from './commands/configure-step.ts';
export { renameStep } from './commands/rename-step.ts';
export { changeStepType } from './commands/change-step-type.ts';
export { changeStepId } from './commands/change-step-id.ts';
export { duplicateSteps } from './commands/duplicate-steps.ts';
export { paste } from './commands/paste.ts';

export { connect } from './commands/connect.ts';
export { reconnectFlow } from './commands/reconnect-flow.ts';
export { removeFlows } from './commands/remove-flows.ts';
export { changeFlow } from './commands/change-flow.ts';
export { reorderFlows } from './commands/reorder-flows.ts';

export { addVariable } from './commands/add-variable.ts';
export { changeVariable } from './commands/change-variable.ts';
export { renameVariable } from './commands/rename-variable.ts';
export { removeVariable } from './commands/remove-variable.ts';

export { writeText } from './commands/write-text.ts';
export { renameText } from './commands/rename-text.ts';
export { removeText } from './commands/remove-text.ts';
export { cleanUpTexts } from './commands/clean-up-texts.ts';
export { addLocale } from './commands/add-locale.ts';
export { removeLocale } from './commands/remove-locale.ts';
export { reorderLocales } from './commands/reorder-locales.ts';

export { addTrigger, type NewTrigger } from './commands/add-trigger.ts';
export { changeTrigger } from './commands/change-trigger.ts';
export { removeTrigger } from './commands/remove-trigger.ts';
export { addNote } from './commands/add-note.ts';
export { changeNote } from './commands/change-note.ts';
export { moveNotes } from './commands/move-notes.ts';
export { removeNotes } from './commands/remove-notes.ts';
export { changeSettings, type Settings } from './commands/change-settings.ts';
export { arrange } from './commands/arrange.ts';
export { rewrite } from './commands/rewrite.ts';

export { copySteps } from './clipboard/copy-steps.ts';
export type { PutIn } from './clipboard/put-in.ts';

export { align, type Edge } from './geometry/align.ts';
export { distribute } from './geometry/distribute.ts';
export { makeSpace } from './geometry/make-space.ts';
export { nearestStep, type Direction } from './geometry/nearest-step.ts';
export type { Box, Positions } from './geometry/box.ts';

export { find, type Hit } from './queries/find.ts';
export { whereUsed } from './queries/where-used.ts';
export { stepsUsing } from './queries/steps-using.ts';
export { stepExits, type ConnectedExit } from './queries/step-exits.ts';
export { downstream, neighbours, upstream } from './queries/walk.ts';
export type { Owner, Use } from './references/uses.ts';

export { rebase, type Rebase } from './merge/rebase.ts';
export type { Conflict } from './merge/conflict.ts';
