import type { Owner, Use } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { stepTitle } from '../../looks/step-title.ts';
import { useTexts as useLookTexts } from '../../looks/texts.ts';
import { useTexts } from './texts.ts';

const MOST = 30;

/** Where a variable is read and written; pressing one goes there. */
export function UseList({ uses }: { uses: readonly Use[] }) {
  const t = useTexts();
  const words = useLookTexts();
  const { store, goTo } = useEditor();
  const places = placesOf(uses);

  function stepOf(owner: Owner): string | undefined {
    if (owner.kind === 'step') return owner.id;
    if (owner.kind === 'flow') return store.index.flow(owner.id)?.from;
    return [...store.index.speakersOf(owner.id)][0];
  }

  function nameOf(owner: Owner): string {
    if (owner.kind === 'text') return t('inText', { id: owner.id, locale: owner.locale });
    const step = store.index.step(stepOf(owner) ?? '');
    const name = step ? stepTitle(words, step) : owner.id;
    return owner.kind === 'flow' ? t('inFlow', { step: name }) : name;
  }

  if (places.length === 0) return <p className="field-help">{t('unused.help')}</p>;
  return (
    <section className="use-list" aria-label={t('whereUsed')}>
      <h3>{t('whereUsed')}</h3>
      <ul>
        {places.slice(0, MOST).map(({ key, owner, writes }) => {
          const step = stepOf(owner);
          return (
            <li key={key}>
              <button type="button" disabled={step === undefined} onClick={() => step !== undefined && goTo(step)}>
                {nameOf(owner)}
              </button>
              <span className="soft">{t(writes ? 'writes' : 'reads')}</span>
            </li>
          );
        })}
      </ul>
      {places.length > MOST && <p className="field-help">{t('andMore', { count: places.length - MOST })}</p>}
    </section>
  );
}

/** One entry for each owner. */
function placesOf(uses: readonly Use[]): { key: string; owner: Owner; writes: boolean }[] {
  const places = new Map<string, { key: string; owner: Owner; writes: boolean }>();
  for (const { owner, access } of uses) {
    const key = JSON.stringify(owner);
    places.set(key, { key, owner, writes: access === 'write' || (places.get(key)?.writes ?? false) });
  }
  return [...places.values()];
}
