import { compileScenario, type CompiledScenario } from '@scenarium/language';
import { LRUCache } from 'lru-cache';
import type { ScenarioModels } from '../model.ts';
import { scenarioProblems } from '../problems.ts';

/** Published versions, compiled when first used and kept. */
export function createCompiledVersions({
  versions,
}: ScenarioModels): (tenant: string, version: string) => Promise<CompiledScenario> {
  const kept = new LRUCache<string, Promise<CompiledScenario>>({ max: 500 });

  function compiled(tenant: string, id: string): Promise<CompiledScenario> {
    const known = kept.get(id);
    if (known) return known;
    const made = compile(tenant, id);
    kept.set(id, made);
    made.catch(() => kept.delete(id));
    return made;
  }

  async function compile(tenant: string, id: string): Promise<CompiledScenario> {
    const version = await versions.findOne({ tenant, _id: id }).lean();
    if (!version) throw scenarioProblems.version_not_found({ detail: id });
    const callees = await Promise.all(
      Object.entries(version.callees).map(async ([key, callee]) => [key, await compiled(tenant, callee)] as const),
    );
    const compilation = compileScenario(version.document, Object.fromEntries(callees));
    if (!compilation.ok) throw scenarioProblems.scenario_not_publishable({ errors: compilation.problems });
    return compilation.compiled;
  }

  return compiled;
}
