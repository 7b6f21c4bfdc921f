import { Button, Space } from 'antd';
import { align, cutOutSteps, distribute, duplicateSteps, removeSteps, type Edge } from '../../document/index.ts';
import { looks } from '../looks/step-looks.tsx';
import { useEditor } from '../scenarios/editor.ts';
import { stepTitle } from '../looks/step-title.ts';
import { useTexts as useLookTexts } from '../looks/texts.ts';
import { usePart } from './document-hooks.ts';
import { useTexts } from './texts.ts';

const EDGES = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const satisfies Edge[];

/** What can be done with several steps at once. */
export function SelectionPanel({ ids }: { ids: readonly string[] }) {
  const t = useTexts();
  const { boxes, execute, arrange, select, readOnly } = useEditor();
  const chosen = () => boxes().filter(({ id }) => ids.includes(id));

  function duplicate(): void {
    const outcome = execute(duplicateSteps({ steps: ids }));
    if (outcome.ok) select(outcome.value.steps);
  }

  return (
    <section className="inspector fields" aria-label={t('selection', { count: ids.length })}>
      <h2>{t('selection', { count: ids.length })}</h2>
      {!readOnly && (
        <>
          <fieldset className="rows">
            <legend>{t('align')}</legend>
            <div className="button-grid">
              {EDGES.map((edge) => (
                <Button key={edge} size="small" onClick={() => arrange(align(chosen(), edge), 'align')}>
                  {t(`align.${edge}`)}
                </Button>
              ))}
            </div>
          </fieldset>
          <fieldset className="rows" disabled={ids.length < 3}>
            <legend>{t('distribute')}</legend>
            <div className="button-grid">
              {(['x', 'y'] as const).map((axis) => (
                <Button
                  key={axis}
                  size="small"
                  disabled={ids.length < 3}
                  onClick={() => arrange(distribute(chosen(), axis), 'distribute')}
                >
                  {t(`distribute.${axis}`)}
                </Button>
              ))}
            </div>
          </fieldset>
          <Space wrap>
            <Button size="small" onClick={duplicate}>
              {t('duplicate')}
            </Button>
            <Button
              size="small"
              title={t('cutOut.help')}
              onClick={() => execute(cutOutSteps({ steps: ids })).ok && select([])}
            >
              {t('cutOut')}
            </Button>
            <Button size="small" danger onClick={() => execute(removeSteps({ steps: ids })).ok && select([])}>
              {t('delete')}
            </Button>
          </Space>
        </>
      )}
      <ul className="chosen-steps">
        {ids.slice(0, 50).map((id) => (
          <ChosenStep key={id} id={id} />
        ))}
      </ul>
    </section>
  );
}

function ChosenStep({ id }: { id: string }) {
  const words = useLookTexts();
  const { goTo } = useEditor();
  const step = usePart((index) => index.step(id));
  if (!step) return null;
  const { Icon, group } = looks[step.type];
  return (
    <li>
      <button type="button" onClick={() => goTo(id)}>
        <span className={`card-icon of-${group}`} aria-hidden>
          <Icon />
        </span>
        {stepTitle(words, step)} <code>{id}</code>
      </button>
    </li>
  );
}
