import type { RE2JS } from 're2js';
import type { Text } from '../document/messages.ts';
import type { Scenario } from '../document/scenario.ts';
import { compileExpression, type CompiledExpression } from '../expressions/compile-expression.ts';
import { Failure } from '../expressions/failure.ts';
import { compilePattern } from '../expressions/functions/pattern.ts';
import { InvalidExpression } from '../expressions/invalid-expression.ts';
import { unreadable } from '../expressions/problems.ts';
import { compileTemplate, type CompiledTemplate } from '../expressions/template.ts';
import type { Place, Problem } from '../problem.ts';
import { definitionOf, type Step } from '../steps/index.ts';

/** Everything of a scenario that is compiled, by its source. */
export interface CompiledParts {
  expressions: ReadonlyMap<string, CompiledExpression>;
  templates: ReadonlyMap<string, CompiledTemplate>;
  patterns: ReadonlyMap<string, RE2JS>;
}

/** Compiles every expression, template and pattern of a scenario; what cannot be compiled becomes a problem with its place. */
export function compileParts(scenario: Scenario): { parts: CompiledParts; problems: Problem[] } {
  const expressions = new Map<string, CompiledExpression>();
  const templates = new Map<string, CompiledTemplate>();
  const patterns = new Map<string, RE2JS>();
  const problems: Problem[] = [];

  function attempt<T>(known: Map<string, T>, source: string, place: Place, compile: () => T): void {
    if (known.has(source)) return;
    try {
      known.set(source, compile());
    } catch (error) {
      problems.push(problemOf(source, place, error));
    }
  }
  function addExpression(source: string, place: Place): void {
    attempt(expressions, source, place, () => compileExpression(source, scenario.timezone));
  }
  function addTemplates(value: unknown, place: Place): void {
    if (typeof value === 'string') attempt(templates, value, place, () => compileTemplate(value, scenario.timezone));
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value))
        addTemplates(item, within(place, Array.isArray(value) ? Number(key) : key));
  }
  function addText(text: Text, place: Place): void {
    for (const variant of Array.isArray(text) ? text : [text]) {
      if (typeof variant !== 'string') addExpression(variant.plural, place);
      addTemplates(typeof variant === 'string' ? variant : variant.forms, place);
    }
  }
  function addStep(step: Step, i: number): void {
    const place: Place = { path: ['steps', i], step: step.id };
    const definition = definitionOf(step);
    for (const { path, source } of definition.expressions?.(step) ?? []) addExpression(source, within(place, ...path));
    for (const { path, value } of definition.templates?.(step) ?? []) addTemplates(value, within(place, ...path));
    if (step.type !== 'ask' || step.answer.type !== 'pattern') return;
    const { pattern } = step.answer;
    attempt(patterns, pattern, within(place, 'answer', 'pattern'), () => compilePattern(pattern));
  }

  scenario.steps.forEach(addStep);
  scenario.flows.forEach(({ when, from }, i) => {
    if (when !== undefined) addExpression(when, { path: ['flows', i, 'when'], step: from });
  });
  for (const [locale, texts] of Object.entries(scenario.messages))
    for (const [id, text] of Object.entries(texts)) addText(text, { path: ['messages', locale, id] });
  return { parts: { expressions, templates, patterns }, problems };
}

function within(place: Place, ...path: (string | number)[]): Place {
  return { ...place, path: [...place.path, ...path] };
}

function problemOf(source: string, place: Place, error: unknown): Problem {
  if (!(error instanceof InvalidExpression) && !(error instanceof Failure)) throw error;
  const { code, message, hint } =
    error instanceof InvalidExpression ? error.problem : unreadable(source, { en: error.message, ru: error.message });
  return { code, severity: 'error', place, message, hint };
}
