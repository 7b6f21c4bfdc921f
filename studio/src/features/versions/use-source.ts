import type { Scenario } from '@scenarium/language';
import { useRead } from '../../api/use-read.ts';
import { dateTime } from '../../i18n/formats.ts';
import type { Named } from './TextDiff.tsx';
import { useTexts } from './texts.ts';

/** What can be compared, as the value of a select: `draft`, `version:<id>` or `kept:<id>`. */
export type Source = string;

export interface SourceOption {
  value: Source;
  label: string;
}

/** All that a scenario can be compared with, newest first. */
export function useSources(scenario: string, hasDraft: boolean): SourceOption[] {
  const t = useTexts();
  const params = { id: scenario };
  const versions = useRead('listVersions', { params });
  const kept = useRead('listKeptDrafts', { params });
  return [
    ...(hasDraft ? [{ value: 'draft', label: t('draft') }] : []),
    ...(versions.data?.versions ?? []).map(({ id, number }) => ({
      value: `version:${id}`,
      label: t('version', { number }),
    })),
    ...(kept.data?.kept ?? []).map(({ id, createdAt }) => ({
      value: `kept:${id}`,
      label: t('keptOf', { when: dateTime(createdAt) }),
    })),
  ];
}

/** The scenario of a source; null until it is there. */
export function useSource(
  scenario: string,
  source: Source | undefined,
  { draft, options }: { draft: Scenario | null; options: readonly SourceOption[] },
): Named | null {
  const [kind, id = ''] = (source ?? '').split(':');
  const version = useRead('getVersion', { params: { id: scenario, version: id } }, { enabled: kind === 'version' });
  const kept = useRead('getKeptDraft', { params: { id: scenario, kept: id } }, { enabled: kind === 'kept' });
  const found = kind === 'draft' ? draft : kind === 'kept' ? kept.data?.document : version.data?.document;
  const name = options.find(({ value }) => value === source)?.label ?? '';
  return found ? { name, scenario: found as Scenario } : null;
}
