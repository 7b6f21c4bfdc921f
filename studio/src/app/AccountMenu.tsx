import { DownOutlined } from '@ant-design/icons';
import { Avatar, Button, Dropdown, type MenuProps } from 'antd';
import { session, signOut } from '../api/session.ts';
import { LANGUAGES } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-language.tsx';
import { chooseMode, mode, MODES } from './color-mode.ts';
import { dialogs } from './dialogs.ts';
import { LANGUAGE_NAMES } from './language-names.ts';
import { useTexts } from './texts.ts';

/** Who is signed in where; theme, language, keyboard help and the way out. */
export function AccountMenu() {
  const t = useTexts();
  const now = session.use();
  const chosen = mode.use();
  const { language, switchTo } = useLanguage();
  if (!('who' in now)) return null;
  const { user, tenant } = now.who;
  const items: MenuProps['items'] = [
    { type: 'group', label: user.email, children: [] },
    { type: 'divider' },
    { type: 'group', label: t('theme'), children: MODES.map((key) => ({ key, label: t(key) })) },
    { type: 'group', label: t('language'), children: LANGUAGES.map((key) => ({ key, label: LANGUAGE_NAMES[key] })) },
    { type: 'divider' },
    { key: 'shortcuts', label: t('shortcuts'), extra: '?' },
    {
      key: 'docs',
      label: (
        <a href="/docs" target="_blank" rel="noreferrer">
          {t('apiDocs')}
        </a>
      ),
    },
    {
      key: 'start',
      label: (
        <a href="/" target="_blank" rel="noreferrer">
          {t('startPage')}
        </a>
      ),
    },
    { type: 'divider' },
    { key: 'switch', label: t('switchOrganisation') },
    { key: 'out', label: t('signOut') },
  ];
  const act: MenuProps['onClick'] = ({ key }) => {
    if (key === 'shortcuts') dialogs.set('shortcuts');
    else if (key === 'out' || key === 'switch') void signOut();
    else if (key === 'en' || key === 'ru') switchTo(key);
    else if (key === 'light' || key === 'dark' || key === 'system') chooseMode(key);
  };
  return (
    <Dropdown autoFocus trigger={['click']} menu={{ items, onClick: act, selectedKeys: [chosen, language] }}>
      <Button type="text" className="account">
        <Avatar size={26} className="account-avatar" aria-hidden>
          {user.name.slice(0, 1).toUpperCase()}
        </Avatar>
        <span className="account-words">
          <strong>{tenant.name}</strong>
          <span>{user.name}</span>
        </span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
