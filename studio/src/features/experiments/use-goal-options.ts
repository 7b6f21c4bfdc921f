import { useQueries } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import type { Goal } from './experiment.ts';
import { keyOf } from './plan.ts';
import { useTexts } from './texts.ts';

/** What runs of these scenarios can end with or emit, to choose goals from. */
export function useGoalOptions(scenarios: readonly string[]) {
  const t = useTexts();
  const drafts = useQueries({
    queries: [...new Set(scenarios)].map((id) => ({
      queryKey: ['getScenario', { params: { id } }],
      queryFn: ({ signal }: { signal: AbortSignal }) => call('getScenario', { params: { id } }, signal),
    })),
  });
  const goals = drafts.flatMap(({ data }) => goalsOf(data?.draft));
  const options = (kind: Goal['kind']) =>
    [...new Set(goals.filter((goal) => goal.kind === kind).map(({ name }) => name))].map((name) => ({
      value: keyOf({ kind, name }),
      label: t(kind, { name }),
    }));
  return [
    { label: t('outcomes'), options: options('outcome') },
    { label: t('events'), options: options('event') },
  ].filter((group) => group.options.length > 0);
}

function goalsOf(draft: Record<string, unknown> | undefined): Goal[] {
  const steps = (draft?.['steps'] ?? []) as { type: string; outcome?: string; event?: string }[];
  return steps.flatMap(({ type, outcome, event }): Goal[] => {
    if (type === 'end' && outcome !== undefined) return [{ kind: 'outcome', name: outcome }];
    return type === 'emit' && event !== undefined ? [{ kind: 'event', name: event }] : [];
  });
}
