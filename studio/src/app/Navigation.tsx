import { Menu } from 'antd';
import { Link, useLocation } from 'react-router';
import { session } from '../api/session.ts';
import { places } from './places.tsx';
import { useTexts } from './texts.ts';

const GROUPS = ['build', 'run', 'connect'] as const;

/** The pages that the one who is signed in may see. */
export function Navigation({ onGo }: { onGo?: () => void }) {
  const t = useTexts();
  const now = session.use();
  const { pathname } = useLocation();
  const allowed = places.filter(({ permission }) => 'who' in now && now.who.permissions.includes(permission));
  const items = GROUPS.map((group) => ({
    type: 'group' as const,
    key: group,
    label: t(group),
    children: allowed
      .filter((place) => place.group === group)
      .map(({ key, path, icon }) => ({ key: path, icon, label: <Link to={path}>{t(key)}</Link> })),
  })).filter(({ children }) => children.length > 0);
  const selected = places.filter(({ path }) => pathname.startsWith(path)).map(({ path }) => path);
  return (
    <nav aria-label={t('navigation')}>
      <Menu mode="inline" items={items} selectedKeys={selected} onClick={() => onGo?.()} />
    </nav>
  );
}
