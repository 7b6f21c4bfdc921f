import type { Flow } from '../document/flow.ts';
import type { PluralText } from '../document/messages.ts';
import type { Scenario } from '../document/scenario.ts';
import type { CompiledTemplate } from '../expressions/template.ts';
import type { Json } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { Step } from '../steps/index.ts';
import { chooseLocale } from '../texts/choose-locale.ts';
import { chooseVariant } from '../texts/choose-variant.ts';
import { pluralCategory } from '../texts/plural-category.ts';
import { compileParts, type CompiledParts } from './compile-parts.ts';
import { ExpressionError, type Bindings, type CompiledScenario, type RenderedText } from './compiled-scenario.ts';

export type Compilation = { ok: true; compiled: CompiledScenario } | { ok: false; problems: Problem[] };

const NO_FLOWS: readonly Flow[] = [];
const MOST_LOCALES = 200;

/**
 * Compiles a valid scenario with the compiled scenarios it calls (by id). Everything is parsed here and nothing later.
 *
 * @example
 * const compilation = compileScenario(scenario);
 * if (compilation.ok) compilation.compiled.evaluate('age >= 18', { age: 20 });
 */
export function compileScenario(
  scenario: Scenario,
  callees: Readonly<Record<string, CompiledScenario>> = {},
): Compilation {
  const { parts, problems } = compileParts(scenario);
  if (problems.length > 0) return { ok: false, problems };
  const steps = new Map<string, Step>(scenario.steps.map((step) => [step.id, step]));
  const flows = flowsByExit(scenario);
  const calleeById = new Map(Object.entries(callees));
  const locale = nearestLocale(scenario);
  const compiled: CompiledScenario = {
    scenario,
    step: (id) => steps.get(id),
    flows: (step, exit) => flows.get(step)?.get(exit) ?? NO_FLOWS,
    entry: (type, name) => entry(scenario, type, name),
    evaluate: (source, bindings) => known(parts.expressions, source)(bindings),
    render: (value, bindings) => render(parts, value, bindings),
    text: (message, requested, seed, bindings) =>
      text(scenario, parts, { message, wanted: locale(requested), seed, bindings }),
    matches: (pattern, answer) => known(parts.patterns, pattern).testExact(answer.trim()),
    locale,
    callee: (id) => calleeById.get(id),
  };
  return { ok: true, compiled };
}

/** What was compiled of a source. Only what the scenario holds is: nothing is parsed on the way. */
function known<T>(compiled: ReadonlyMap<string, T>, source: string): T {
  const found = compiled.get(source);
  if (!found) throw new ExpressionError('expression_failed', source, 'it is not part of the scenario');
  return found;
}

function flowsByExit(scenario: Scenario): Map<string, Map<string, Flow[]>> {
  const steps = new Map<string, Map<string, Flow[]>>();
  for (const flow of scenario.flows) {
    const exits = steps.get(flow.from) ?? new Map<string, Flow[]>();
    steps.set(flow.from, exits.set(flow.on, [...(exits.get(flow.on) ?? []), flow]));
  }
  return steps;
}

function entry(scenario: Scenario, type: string, name: string | undefined): string | undefined {
  const starts = ({ triggers }: Scenario) =>
    triggers.find(
      (trigger) =>
        trigger.type === type &&
        (trigger.type !== 'command' || trigger.command === name) &&
        (trigger.type !== 'event' || trigger.event === name),
    );
  return starts(scenario)?.step;
}

function nearestLocale({ locales }: Scenario): CompiledScenario['locale'] {
  const chosen = new Map<string, string>();
  return (requested) => {
    const key = String(requested);
    const before = chosen.get(key);
    if (before) return before;
    const nearest = chooseLocale(requested, locales);
    if (chosen.size < MOST_LOCALES) chosen.set(key, nearest);
    return nearest;
  };
}

function render(parts: CompiledParts, value: unknown, bindings: Bindings): Json {
  if (typeof value === 'string') return known(parts.templates, value).value(bindings);
  if (Array.isArray(value)) return value.map((item) => render(parts, item, bindings));
  if (typeof value !== 'object' || value === null) return value as Json;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, render(parts, item, bindings)]));
}

interface Wanted {
  message: string;
  wanted: string;
  seed: number;
  bindings: Bindings;
}

/** The text in the wanted locale, else in the default, else in any that has it. */
function text(scenario: Scenario, parts: CompiledParts, { message, wanted, seed, bindings }: Wanted): RenderedText {
  const has = (locale: string): boolean => Object.hasOwn(scenario.messages[locale] ?? {}, message);
  const locale = has(wanted) ? wanted : [...scenario.locales, ...Object.keys(scenario.messages)].find(has);
  const found = locale === undefined ? undefined : scenario.messages[locale]?.[message];
  if (locale === undefined || found === undefined) return { text: '', locale: wanted, missing: true };
  const variant = chooseVariant(found, seed);
  const template =
    typeof variant === 'string' ? known(parts.templates, variant) : form(parts, variant, locale, bindings);
  return { text: template.text(bindings), locale, missing: locale !== wanted };
}

function form(
  parts: CompiledParts,
  { plural, forms }: PluralText,
  locale: string,
  bindings: Bindings,
): CompiledTemplate {
  const count = known(parts.expressions, plural)(bindings);
  if (typeof count !== 'number') throw new ExpressionError('expression_type', plural, 'a plural needs a number');
  return known(parts.templates, forms[pluralCategory(locale, count)] ?? forms.other);
}
