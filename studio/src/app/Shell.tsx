import { MenuOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Drawer, Skeleton } from 'antd';
import { Suspense, useState } from 'react';
import { Outlet } from 'react-router';
import { AccountMenu } from './AccountMenu.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { dialogs } from './dialogs.ts';
import { ExpiredSession } from './ExpiredSession.tsx';
import { Logo } from './Logo.tsx';
import { Navigation } from './Navigation.tsx';
import { ServerAway } from './ServerAway.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { useTexts } from './texts.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** What stands around every page. */
export function Shell() {
  const t = useTexts();
  const [menu, setMenu] = useState(false);
  useShortcuts();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <aside className="sider">
        <p className="brand">
          <Logo /> Scenarium
        </p>
        <Button className="search" icon={<SearchOutlined />} onClick={() => dialogs.set('palette')}>
          <span>{t('searchShort')}</span>
          <kbd>Ctrl K</kbd>
        </Button>
        <Navigation />
        <AccountMenu />
      </aside>
      <div className="topbar">
        <Button type="text" icon={<MenuOutlined />} aria-label={t('menu')} onClick={() => setMenu(true)} />
        <Logo /> Scenarium
      </div>
      <Drawer open={menu} placement="left" size={260} title="Scenarium" onClose={() => setMenu(false)}>
        <Navigation onGo={() => setMenu(false)} />
        <AccountMenu />
      </Drawer>
      <div className="stage">
        <ServerAway />
        <main id="content" tabIndex={-1}>
          <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <CommandPalette />
      <ShortcutHelp />
      <ExpiredSession />
    </div>
  );
}
