import { LockOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { session } from '../api/session.ts';
import { useCan } from '../api/use-can.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useTexts } from './texts.ts';

/** Shows a page to those who may see it, and tells the others whom to ask. */
export function Allowed({ permission, children }: { permission: string; children: ReactNode }) {
  const t = useTexts();
  const now = session.use();
  if (useCan(permission)) return children;
  const email = 'who' in now ? now.who.user.email : '';
  return (
    <EmptyState icon={<LockOutlined />} title={t('noRights')}>
      {t('noRightsText', { email, permission })}
    </EmptyState>
  );
}
