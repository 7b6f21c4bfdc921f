import { compileScenario, type CompiledScenario, type Scenario } from '@scenarium/language';

/** A draft with the scenarios it calls, which stand before those that call them. Null where errors keep it from being executed. */
export function compiledWith(scenario: Scenario, callees: readonly Scenario[]): CompiledScenario | null {
  const compiled: Record<string, CompiledScenario> = {};
  for (const callee of callees) {
    const compilation = compileScenario(callee, compiled);
    if (compilation.ok) compiled[callee.id] = compilation.compiled;
  }
  const compilation = compileScenario(scenario, compiled);
  return compilation.ok ? compilation.compiled : null;
}
