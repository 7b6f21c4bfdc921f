import { usePart } from '../inspector/document-hooks.ts';
import { looks } from '../looks/step-looks.tsx';
import { stepTitle } from '../looks/step-title.ts';
import { useTexts as useLookTexts } from '../looks/texts.ts';
import { useEditor } from '../scenarios/editor.ts';
import { useTexts } from './texts.ts';
import type { Thread } from './use-threads.ts';

/** What a thread is about, and the way there. */
export function ThreadPlace({ thread: { step: id, stepName } }: { thread: Thread }) {
  const t = useTexts();
  const words = useLookTexts();
  const { goTo } = useEditor();
  const step = usePart((index) => (id === null ? undefined : index.step(id)));
  if (id === null) return <p className="thread-place soft">{t('wholeScenario')}</p>;
  if (!step) return <p className="thread-place soft">{t('goneStep', { step: stepName ?? id })}</p>;
  const { Icon, group } = looks[step.type];
  const title = stepTitle(words, step);
  return (
    <button type="button" className="thread-place" title={t('goTo', { step: title })} onClick={() => goTo(id)}>
      <span className={`card-icon of-${group}`} aria-hidden>
        <Icon />
      </span>
      {title}
    </button>
  );
}
