import { Button, Modal, Typography } from 'antd';
import { session, signOut } from '../api/session.ts';
import { SignInForm } from './SignInForm.tsx';
import { useTexts } from './texts.ts';

/** The login over the page: whoever was at work goes on where they were. */
export function ExpiredSession() {
  const t = useTexts();
  const now = session.use();
  if (now.state !== 'expired') return null;
  const { user, tenant } = now.who;
  return (
    <Modal open closable={false} title={t('expiredTitle')} footer={null} width={400} zIndex={2_000}>
      <Typography.Paragraph>{t('expiredText')}</Typography.Paragraph>
      <SignInForm fixed={{ email: user.email, tenant: tenant.id }} />
      <Button type="link" block onClick={() => void signOut()}>
        {t('signOut')}
      </Button>
    </Modal>
  );
}
