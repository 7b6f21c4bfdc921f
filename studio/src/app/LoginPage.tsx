import { Segmented, Typography } from 'antd';
import { LANGUAGES } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-language.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { LANGUAGE_NAMES } from './language-names.ts';
import { Logo } from './Logo.tsx';
import { ServerAway } from './ServerAway.tsx';
import { SignInForm } from './SignInForm.tsx';
import { useTexts } from './texts.ts';

export function LoginPage() {
  const t = useTexts();
  const { language, switchTo } = useLanguage();
  useDocumentTitle(t('signIn'));
  return (
    <main className="login">
      <ServerAway />
      <div className="login-card">
        <p className="brand">
          <Logo size={28} /> Scenarium
        </p>
        <Typography.Title level={1}>{t('signIn')}</Typography.Title>
        <Typography.Paragraph type="secondary">{t('signInTo')}</Typography.Paragraph>
        <SignInForm />
      </div>
      <Segmented
        aria-label={t('language')}
        value={language}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={switchTo}
      />
    </main>
  );
}
