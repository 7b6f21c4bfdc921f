import type { Problem } from '@scenarium/language';
import { removeSteps, removeText, removeVariable, stepExits } from '../../../document/index.ts';
import { exitWords } from '../../looks/exit-words.ts';
import type { LookTexts } from '../../looks/texts.ts';
import type { Editor } from '../../scenarios/editor.ts';
import type { InspectorTexts } from '../texts.ts';

/** Lets somebody choose where an exit of a step leads. */
export type Connect = (step: string, exit: string) => void;

/** What mends a problem at once. */
export interface Fix {
  label: string;
  run(): void;
}

/** The fix of a problem, where there is one that anybody would choose. */
export function fixOf(
  editor: Editor,
  { code, place }: Problem,
  { t, words, onConnect }: { t: InspectorTexts; words: LookTexts; onConnect: Connect | undefined },
): Fix | undefined {
  if (editor.readOnly) return undefined;
  const { store, execute } = editor;
  const { step, path } = place;
  const name = String(path.at(-1) ?? '');
  if (code === 'unused_variable')
    return { label: t('fix.removeVariable'), run: () => execute(removeVariable({ name })) };
  if (code === 'unused_message') return { label: t('fix.removeText'), run: () => execute(removeText({ id: name })) };
  if (step === undefined || !store.index.step(step)) return undefined;
  if (code === 'unreachable_step')
    return { label: t('fix.removeStep'), run: () => execute(removeSteps({ steps: [step] })) };
  const exit = openExit(editor, code, step);
  return exit === undefined || !onConnect
    ? undefined
    : {
        label: t('fix.connect', { exit: exitWords(words, { name: exit, caption: undefined }) }),
        run: () => onConnect(step, exit),
      };
}

/** The exit that a problem wants to lead somewhere. */
function openExit({ store }: Editor, code: string, step: string): string | undefined {
  const exits = stepExits(store.index, step).filter(({ flows }) => flows.length === 0);
  if (code === 'action_without_fallback') return exits.find(({ name }) => name === 'error')?.name;
  if (code === 'missing_option_exit') return exits.find(({ name }) => name.startsWith('option:'))?.name;
  if (code === 'missing_exit') return exits.find(({ isMissing }) => isMissing)?.name;
  return undefined;
}
