export type { Json, JsonObject } from './json.ts';
export type { LocalisedText, Place, Problem } from './problem.ts';
export { FORMAT, Scenario, type ScenarioInput } from './document/scenario.ts';
export type { Flow } from './document/flow.ts';
export { NOTE_COLORS, type Note, type NoteColor } from './document/note.ts';
export type { Trigger } from './document/trigger.ts';
export type { Variable, VariableType } from './document/variable.ts';
export type { PluralText, Text, TextVariant } from './document/messages.ts';
export { Step, definitionOf, stepDefinitions, type StepOf, type StepType } from './steps/index.ts';
export type { Exit, StepDefinition } from './steps/definition.ts';
export {
  ExpressionError,
  type Bindings,
  type CompiledScenario,
  type RenderedText,
} from './compile/compiled-scenario.ts';
export { compileScenario, type Compilation } from './compile/compile-scenario.ts';
export { chooseLocale } from './texts/choose-locale.ts';
export { inLatinLetters } from './texts/in-latin-letters.ts';
export { parseDuration } from './expressions/duration.ts';
export { expressionFunctions, type ExpressionFunction } from './expressions/functions/index.ts';
export {
  checkExpression,
  checkTemplate,
  createChecker,
  readsOf,
  type Check,
  type Checker,
  type ExpressionProblem,
} from './expressions/check.ts';
export { BUILT_IN } from './expressions/built-in.ts';
export { evaluateExpression } from './expressions/evaluate-expression.ts';
export { parseExpression } from './expressions/parse-expression.ts';
export { printed } from './expressions/printed.ts';
export { loadScenario } from './load/load-scenario.ts';
export { parseScenario } from './load/parse-scenario.ts';
export { formatScenario } from './load/format-scenario.ts';
export type { Loading } from './load/validate.ts';
export { ActionAnswer, Case, Expectation, Turn } from './cases/case.ts';
export { formatCase, parseCase, type ParsedCase } from './cases/case-text.ts';
export { lint } from './lint/lint.ts';
export type { Surroundings } from './lint/context.ts';
export { diff, type Change } from './diff/diff.ts';
export { stepChanges, type StepChange, type StepPart } from './diff/step-changes.ts';
export { revertChange } from './diff/revert-change.ts';
export { describeChange } from './diff/describe-change.ts';
export { toBpmn, toDefinitions, type BpmnWords } from './bpmn/to-bpmn.ts';
export { fromBpmn, type BpmnImport } from './bpmn/from-bpmn.ts';
export type { BpmnRemark } from './bpmn/read/remarks.ts';
export { bpmnExtension, type BpmnElement } from './bpmn/moddle.ts';
export { importScenario, type ScenarioImport } from './import/import-scenario.ts';
export {
  countsOf,
  type ImportedNode,
  type ImportFormat,
  type ImportRemark,
  type ImportReport,
} from './import/report.ts';
