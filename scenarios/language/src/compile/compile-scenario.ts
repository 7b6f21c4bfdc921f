import { RE2JS } from 're2js';
import type { Flow } from '../document/flow.ts';
import type { PluralText, Text } from '../document/messages.ts';
import type { Scenario } from '../document/scenario.ts';
import { compileExpression, type CompiledExpression } from '../expressions/compile-expression.ts';
import { compileTemplate, type CompiledTemplate } from '../expressions/template.ts';
import type { Json } from '../json.ts';
import type { Problem } from '../problem.ts';
import { definitionOf, type Step } from '../steps/index.ts';
import { chooseLocale } from '../texts/choose-locale.ts';
import { chooseVariant } from '../texts/choose-variant.ts';
import { ExpressionError, type Bindings, type CompiledScenario } from './compiled-scenario.ts';

export type Compilation = { ok: true; compiled: CompiledScenario } | { ok: false; problems: Problem[] };

const NO_FLOWS: readonly Flow[] = [];

/**
 * Compiles a valid scenario, with the scenarios it calls. Everything is parsed here and nothing later.
 *
 * @example
 * const compilation = compileScenario(scenario);
 * if (compilation.ok) compilation.compiled.evaluate('age >= 18', { age: 20 });
 */
export function compileScenario(
  scenario: Scenario,
  callees: Readonly<Record<string, CompiledScenario>> = {},
): Compilation {
  const parts = createParts();
  const problems: Problem[] = [];
  const attempt = (path: (string | number)[], step: string | undefined, compile: () => void): void => {
    try {
      compile();
    } catch (error) {
      problems.push(broken(path, step, error));
    }
  };
  scenario.steps.forEach((step, i) => {
    const definition = definitionOf(step);
    for (const { path, source } of definition.expressions?.(step) ?? []) {
      attempt(['steps', i, ...path], step.id, () => parts.addExpression(source));
    }
    for (const { path, value } of definition.templates?.(step) ?? []) {
      attempt(['steps', i, ...path], step.id, () => parts.addTemplates(value));
    }
    if (step.type === 'ask' && step.answer.type === 'pattern') {
      const { pattern } = step.answer;
      attempt(['steps', i, 'answer', 'pattern'], step.id, () => parts.addPattern(pattern));
    }
  });
  scenario.flows.forEach(({ when, from }, i) => {
    if (when !== undefined) attempt(['flows', i, 'when'], from, () => parts.addExpression(when));
  });
  for (const [locale, texts] of Object.entries(scenario.messages)) {
    for (const [id, text] of Object.entries(texts))
      attempt(['messages', locale, id], undefined, () => parts.addText(text));
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, compiled: assemble(scenario, parts, callees) };
}

type Parts = ReturnType<typeof createParts>;

function createParts() {
  const expressions = new Map<string, CompiledExpression>();
  const templates = new Map<string, CompiledTemplate>();
  const patterns = new Map<string, RE2JS>();

  function addExpression(source: string): void {
    if (!expressions.has(source)) expressions.set(source, compileExpression(source));
  }
  function addTemplates(value: unknown): void {
    if (typeof value === 'string') {
      if (!templates.has(value)) templates.set(value, compileTemplate(value));
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(addTemplates);
  }
  function addText(text: Text): void {
    for (const variant of Array.isArray(text) ? text : [text]) {
      if (typeof variant !== 'string') addExpression(variant.plural);
      addTemplates(typeof variant === 'string' ? variant : variant.forms);
    }
  }
  function addPattern(pattern: string): void {
    patterns.set(pattern, RE2JS.compile(pattern));
  }
  return { expressions, templates, patterns, addExpression, addTemplates, addText, addPattern };
}

function assemble(
  scenario: Scenario,
  parts: Parts,
  callees: Readonly<Record<string, CompiledScenario>>,
): CompiledScenario {
  const steps = new Map<string, Step>(scenario.steps.map((step) => [step.id, step]));
  const flows = new Map<string, Flow[]>();
  for (const flow of scenario.flows) {
    const key = `${flow.from} ${flow.on}`;
    flows.set(key, [...(flows.get(key) ?? []), flow]);
  }
  const calleeById = new Map(Object.entries(callees));
  const locales = new Map<string, string>();
  const rules = new Map(scenario.locales.map((locale) => [locale, new Intl.PluralRules(locale)]));

  function evaluate(source: string, bindings: Bindings): Json {
    const expression = parts.expressions.get(source);
    if (!expression)
      throw new ExpressionError('expression_failed', source, 'the expression is not part of the scenario');
    return expression(bindings);
  }

  function template(source: string): CompiledTemplate {
    const found = parts.templates.get(source);
    if (!found) throw new ExpressionError('expression_failed', source, 'the template is not part of the scenario');
    return found;
  }

  function render(value: unknown, bindings: Bindings): Json {
    if (typeof value === 'string') {
      const { single, render: fill } = template(value);
      return single ? single(bindings) : fill(bindings);
    }
    if (Array.isArray(value)) return value.map((item) => render(item, bindings));
    if (typeof value !== 'object' || value === null) return value as Json;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, render(item, bindings)]));
  }

  function plural({ plural: source, forms }: PluralText, used: string, bindings: Bindings): string {
    const count = Number(evaluate(source, bindings));
    if (!Number.isFinite(count)) throw new ExpressionError('expression_type', source, 'the plural needs a number');
    return template(forms[rules.get(used)?.select(count) ?? 'other'] ?? forms.other).render(bindings);
  }

  function locale(requested: string): string {
    const known = locales.get(requested);
    if (known) return known;
    const chosen = chooseLocale(requested, scenario.locales);
    if (locales.size < 200) locales.set(requested, chosen);
    return chosen;
  }

  return {
    scenario,
    step: (id) => steps.get(id),
    flows: (step, exit) => flows.get(`${step} ${exit}`) ?? NO_FLOWS,
    entry: (type, name) =>
      scenario.triggers.find(
        (trigger) =>
          trigger.type === type &&
          (trigger.type !== 'command' || trigger.command === name) &&
          (trigger.type !== 'event' || trigger.event === name),
      )?.step,
    evaluate,
    render,
    text(message, requested, seed, bindings) {
      const wanted = locale(requested);
      const used = [wanted, ...scenario.locales].find(
        (candidate) => scenario.messages[candidate]?.[message] !== undefined,
      );
      const text = used === undefined ? undefined : scenario.messages[used]?.[message];
      if (used === undefined || text === undefined) return { text: '', locale: wanted, missing: true };
      const variant = chooseVariant(text, seed);
      const filled = typeof variant === 'string' ? template(variant).render(bindings) : plural(variant, used, bindings);
      return { text: filled, locale: used, missing: used !== wanted };
    },
    matches: (pattern, text) => parts.patterns.get(pattern)?.matches(text.trim()) ?? false,
    locale,
    callee: (id) => calleeById.get(id),
  };
}

function broken(path: (string | number)[], step: string | undefined, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const source = error instanceof ExpressionError ? error.source : '';
  return {
    code: 'expression_invalid',
    severity: 'error',
    place: { path, ...(step !== undefined && { step }) },
    message: { en: `“${source}”: ${message}`, ru: `«${source}»: ${message}` },
    hint: { en: 'Correct the expression', ru: 'Исправьте выражение' },
  };
}
