import type { Problem } from '@scenarium/language';
import { removeSteps, removeText, removeVariable, stepExits } from '../../../document/index.ts';
import { openPaletteHere } from '../actions/open-palette-here.ts';
import { exitWords } from '../look/exit-words.ts';
import type { Session } from '../session.ts';
import type { CanvasTexts } from '../texts.ts';

/** What mends a problem at once. */
export interface Fix {
  label: string;
  run(): void;
}

/** The fix of a problem, where there is one that anybody would choose. */
export function fixOf(session: Session, { code, place }: Problem, t: CanvasTexts): Fix | undefined {
  if (session.readOnly) return undefined;
  const { store, execute } = session;
  const { step, path } = place;
  const name = String(path.at(-1) ?? '');
  if (code === 'unused_variable')
    return { label: t('fix.removeVariable'), run: () => execute(removeVariable({ name })) };
  if (code === 'unused_message') return { label: t('fix.removeText'), run: () => execute(removeText({ id: name })) };
  if (step === undefined || !store.index.step(step)) return undefined;
  if (code === 'unreachable_step')
    return { label: t('fix.removeStep'), run: () => execute(removeSteps({ steps: [step] })) };
  const exit = openExit(session, code, step);
  return exit === undefined
    ? undefined
    : {
        label: t('fix.connect', { exit: exitWords(t, { name: exit, caption: undefined }) }),
        run: () => {
          session.goTo(step);
          requestAnimationFrame(() => openPaletteHere(session, { connects: true, on: exit }));
        },
      };
}

/** The exit that a problem wants to lead somewhere. */
function openExit({ store }: Session, code: string, step: string): string | undefined {
  const exits = stepExits(store.index, step).filter(({ flows }) => flows.length === 0);
  if (code === 'action_without_fallback') return exits.find(({ name }) => name === 'error')?.name;
  if (code === 'missing_option_exit') return exits.find(({ name }) => name.startsWith('option:'))?.name;
  if (code === 'missing_exit') return exits.find(({ isMissing }) => isMissing)?.name;
  return undefined;
}
