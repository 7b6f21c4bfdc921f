import { useDocument } from './session.ts';
import { useTexts as useLookTexts } from '../looks/texts.ts';
import { useShown } from '../scenarios/shown.ts';
import { cardOf } from './project/card.ts';
import { useTexts } from './texts.ts';

/** Says which step is chosen, for those who do not see it. */
export function Announced() {
  const t = useTexts();
  const words = useLookTexts();
  const { store, selection } = useDocument();
  const { locale } = useShown();
  const chosen = selection.use();
  return (
    <p className="visually-hidden" role="status">
      {sentence()}
    </p>
  );

  function sentence(): string {
    const step = chosen.length === 1 ? store.index.step(chosen[0] ?? '') : undefined;
    if (!step) return chosen.length === 0 ? t('nothingChosen') : t('chosen', { count: chosen.length });
    const around = { starts: [], isFallback: false, severity: undefined };
    const { summary } = cardOf(step, around, { taken: new Set(), textOf: (id) => store.index.text(locale, id) });
    return t('chosenStep', { name: step.name ?? step.id, type: words(`type.${step.type}`), summary });
  }
}
