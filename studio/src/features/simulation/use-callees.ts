import { Scenario } from '@scenarium/language';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

const NONE: Scenario[] = [];

/** Drafts of the scenarios that a scenario calls, and of those that they call, callees before callers. */
export function useCallees(scenario: Scenario | null): Scenario[] {
  const keys = scenario ? calledBy(scenario).join(' ') : '';
  const { data } = useQuery({
    queryKey: ['getScenario', 'callees', keys],
    queryFn: () => load(keys.split(' '), new Set(scenario ? [scenario.id] : [])),
    enabled: keys !== '',
  });
  return data ?? NONE;
}

async function load(keys: readonly string[], seen: Set<string>): Promise<Scenario[]> {
  const loaded: Scenario[] = [];
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    // A scenario that is not there is what lint tells of.
    const stored = await call('getScenario', { params: { id: key } }).catch(() => null);
    const parsed = stored && Scenario.safeParse(stored.draft);
    if (parsed?.success) loaded.push(...(await load(calledBy(parsed.data), seen)), parsed.data);
  }
  return loaded;
}

const calledBy = ({ steps }: Scenario): string[] => [
  ...new Set(steps.flatMap((step) => (step.type === 'call' ? [step.scenario] : []))),
];
