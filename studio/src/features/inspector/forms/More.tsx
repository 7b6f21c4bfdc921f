import type { ReactNode } from 'react';
import { useTexts } from '../texts.ts';

/** What most people leave as it is. */
export function More({ children }: { children: ReactNode }) {
  const t = useTexts();
  return (
    <details className="more">
      <summary>{t('more')}</summary>
      <div className="fields">{children}</div>
    </details>
  );
}
