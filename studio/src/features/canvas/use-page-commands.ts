import { useEffect } from 'react';
import { pageCommands } from '../../app/page-commands.ts';
import type { Action } from './actions/action.ts';
import { ACTION_NAMES, actions, isPossible } from './actions/actions.ts';
import { keyWords } from './actions/key-words.ts';
import { useSession } from './session.ts';
import { useTexts } from './texts.ts';

/** Offers what can be done on the canvas, and the way to every step, in the palette of commands. */
export function usePageCommands(): void {
  const t = useTexts();
  const session = useSession();
  useEffect(() => {
    pageCommands.set(() => [
      ...ACTION_NAMES.filter((name) => isPossible(session, name)).map((name) => {
        const { text, keys, run }: Action = actions[name];
        const shown = keys?.[0] && keyWords(keys[0]);
        return { id: `canvas ${name}`, label: t(text), kind: t('canvas'), keys: shown, run: () => run(session) };
      }),
      ...session.store.get().steps.map(({ id, name }) => ({
        id: `step ${id}`,
        label: t('goToStep', { name: name ?? id }),
        kind: t('stepKind'),
        run: () => session.goTo(id),
      })),
    ]);
    return () => pageCommands.set(() => []);
  }, [session, t]);
}
