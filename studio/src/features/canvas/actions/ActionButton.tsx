import { Button, Tooltip } from 'antd';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useSession } from '../session.ts';
import { useTexts } from '../texts.ts';
import type { Action } from './action.ts';
import { actions, isPossible, type ActionName } from './actions.ts';
import { keyWords } from './key-words.ts';

interface ActionButtonProps {
  name: ActionName;
  icon: ReactNode;
  /** What it would do now, where that is more than its name says. */
  title?: string | undefined;
  pressed?: boolean;
}

/** A button of the toolbar, with its keys. */
export function ActionButton({ name, icon, title, pressed }: ActionButtonProps) {
  const t = useTexts();
  const session = useSession();
  const canRun = useSyncExternalStore(session.store.subscribe, () => isPossible(session, name));
  const { text, keys, run }: Action = actions[name];
  const label = t(text);
  const hint = `${title ?? label}${keys?.[0] ? ` (${keyWords(keys[0])})` : ''}`;
  return (
    <Tooltip title={hint} mouseEnterDelay={0.4}>
      <Button
        type="text"
        icon={icon}
        aria-label={title ?? label}
        aria-pressed={pressed}
        className={pressed ? 'is-pressed' : ''}
        disabled={!canRun}
        onClick={() => run(session)}
      />
    </Tooltip>
  );
}
