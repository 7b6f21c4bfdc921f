import { useNavigate } from 'react-router';
import { session, signOut } from '../api/session.ts';
import { useRead } from '../api/use-read.ts';
import { LANGUAGES } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-language.tsx';
import { chooseMode, MODES } from './color-mode.ts';
import { dialogs } from './dialogs.ts';
import { LANGUAGE_NAMES } from './language-names.ts';
import { pageCommands } from './page-commands.ts';
import { places } from './places.tsx';
import { useTexts } from './texts.ts';

export interface Command {
  id: string;
  label: string;
  kind: string;
  /** The keys that do the same, as they are shown. */
  keys?: string | undefined;
  run(): void;
}

/** Everything that the palette offers. */
export function useCommands(enabled: boolean): Command[] {
  const t = useTexts();
  const navigate = useNavigate();
  const { switchTo } = useLanguage();
  const now = session.use();
  const can = (permission: string): boolean => 'who' in now && now.who.permissions.includes(permission);
  const agents = useRead('listAgents', {}, { enabled: enabled && can('agents:read') });
  const go = (path: string) => () => void navigate(path);
  const action = t('paletteAction');
  const ofPage = pageCommands.use();
  return [
    ...(enabled ? ofPage() : []),
    ...places
      .filter(({ permission }) => can(permission))
      .map(({ key, path }) => ({ id: path, label: t(key), kind: t('palettePlace'), run: go(path) })),
    ...(agents.data?.agents ?? []).map(({ id, name }) => ({
      id,
      label: name,
      kind: t('paletteAgent'),
      run: go(`/agents/${id}`),
    })),
    ...(can('agents:write') ? [{ id: 'new', label: t('newAgent'), kind: action, run: go('/agents?new=1') }] : []),
    ...MODES.map((key) => ({
      id: key,
      label: t('useTheme', { theme: t(key) }),
      kind: action,
      run: () => chooseMode(key),
    })),
    ...LANGUAGES.map((key) => ({
      id: key,
      label: t('useLanguage', { language: LANGUAGE_NAMES[key] }),
      kind: action,
      run: () => switchTo(key),
    })),
    { id: 'keys', label: t('shortcuts'), kind: action, run: () => dialogs.set('shortcuts') },
    { id: 'out', label: t('signOut'), kind: action, run: () => void signOut() },
  ];
}
