import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { signIn } from '../api/session.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useTexts } from './texts.ts';

interface Credentials {
  email: string;
  password: string;
  tenant?: string;
}

/** Signs in; with `fixed`, only as this user of this organisation. */
export function SignInForm({ fixed }: { fixed?: { email: string; tenant: string } }) {
  const t = useTexts();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async ({ email, password, tenant = '' }: Credentials): Promise<void> => {
    setBusy(true);
    setError(null);
    const where = fixed?.tenant ?? tenant.trim();
    await signIn({ email: email.trim(), password, ...(where && { tenant: where }) }).catch(setError);
    setBusy(false);
  };
  const required = [{ required: true, message: t('required') }];
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      initialValues={{ email: fixed?.email }}
      onFinish={(values) => void submit(values)}
    >
      <Form.Item name="email" label={t('email')} rules={required}>
        <Input type="email" autoComplete="username" disabled={fixed !== undefined} autoFocus={!fixed} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={required}>
        <Input.Password autoComplete="current-password" autoFocus={fixed !== undefined} />
      </Form.Item>
      {!fixed && (
        <Form.Item name="tenant" label={t('organisation')} extra={t('organisationHelp')}>
          <Input autoComplete="organization" />
        </Form.Item>
      )}
      <ProblemNotice error={error} />
      <Button type="primary" htmlType="submit" block loading={busy} className="sign-in-button">
        {t('signIn')}
      </Button>
    </Form>
  );
}
