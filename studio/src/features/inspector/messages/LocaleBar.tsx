import { definitionOf } from '@scenarium/language';
import { Segmented } from 'antd';
import { useSyncExternalStore } from 'react';
import { useEditor } from '../../scenarios/editor.ts';
import { useShown } from '../../scenarios/shown.ts';
import { usePart } from '../document-hooks.ts';
import { languageName } from '../model/language-name.ts';
import { useStep } from '../step-form.ts';
import { useTexts } from '../texts.ts';

/** Chooses the language in which the texts of the step are written; a language that lacks some of them is marked. */
export function LocaleBar() {
  const t = useTexts();
  const step = useStep();
  const { store } = useEditor();
  const { locale, setLocale } = useShown();
  const locales = usePart(({ scenario }) => scenario.locales);
  const messages = (definitionOf(step).texts?.(step) ?? []).map(({ message }) => message);
  const missing = useSyncExternalStore(store.subscribe, () =>
    locales.map((one) => messages.filter((id) => isEmpty(store.index.text(one, id))).length).join(),
  ).split(',');
  if (locales.length < 2 || messages.length === 0) return null;
  return (
    <Segmented
      block
      size="small"
      className="locale-bar"
      aria-label={t('language')}
      value={locale}
      onChange={setLocale}
      options={locales.map((value, i) => {
        const count = Number(missing[i]);
        return {
          value,
          label: (
            <span title={languageName(value)}>
              {value}
              <i
                className={`mark ${count === 0 ? 'is-whole' : 'is-missing'}`}
                role="img"
                aria-label={count === 0 ? t('complete') : t('missing', { count })}
              />
            </span>
          ),
        };
      })}
    />
  );
}

function isEmpty(text: unknown): boolean {
  return text === undefined || text === '';
}
