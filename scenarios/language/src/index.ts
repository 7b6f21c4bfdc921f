export type { Json, JsonObject } from './json.ts';
export type { LocalisedText, Place, Problem } from './problem.ts';
export { FORMAT, Scenario, type ScenarioInput } from './document/scenario.ts';
export type { Flow } from './document/flow.ts';
export type { Trigger } from './document/trigger.ts';
export type { Variable, VariableType } from './document/variable.ts';
export type { PluralText, Text, TextVariant } from './document/messages.ts';
export { Step, definitionOf, stepDefinitions, type StepOf, type StepType } from './steps/index.ts';
export type { Exit, StepDefinition } from './steps/definition.ts';
