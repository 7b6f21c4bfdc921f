import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useTexts } from '../texts.ts';

/** The form of the chosen step. */
export function Inspector() {
  const t = useTexts();
  return <EmptyState title={t('inspectorEmpty')}>{t('inspectorEmptyText')}</EmptyState>;
}
