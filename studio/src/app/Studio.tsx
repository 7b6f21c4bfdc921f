import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider, Skeleton } from 'antd';
import enUS from 'antd/locale/en_US';
import ruRU from 'antd/locale/ru_RU';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router/dom';
import { serverAway } from '../api/server-state.ts';
import { resumeSession, session } from '../api/session.ts';
import { useLanguage } from '../i18n/use-language.tsx';
import { isDark } from './color-mode.ts';
import { LoginPage } from './LoginPage.tsx';
import { nonce } from './nonce.ts';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { ServerAway } from './ServerAway.tsx';
import { themeFor } from './theme.ts';

/** What is told in passing stands near the lower edge, away from the bars with the buttons. */
const TOLD = { duration: 5, top: 'calc(100vh - 104px)' };

export function Studio() {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      theme={themeFor(isDark.use())}
      locale={language === 'ru' ? ruRU : enUS}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
    >
      <App message={TOLD}>
        <QueryClientProvider client={queryClient}>
          <Entrance />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}

/** The pages for those who are signed in, the login for the others. */
function Entrance() {
  const { state } = session.use();
  const away = serverAway.use();
  useEffect(() => {
    // Whoever signs in next sees nothing of the one before.
    if (state === 'out') queryClient.clear();
    if (state === 'starting' && !away) resumeSession().catch(() => undefined);
  }, [state, away]);
  if (state === 'out') return <LoginPage />;
  if (state === 'starting')
    return (
      <div className="starting">
        <ServerAway />
        <Skeleton active paragraph={{ rows: 6 }} />
      </div>
    );
  return <RouterProvider router={router} />;
}
