import { AutoComplete } from 'antd';
import { useMemo, useState } from 'react';
import { addLocale, removeLocale, reorderLocales } from '../../../document/index.ts';
import { usePart } from '../document-hooks.ts';
import { Rows } from '../fields/Rows.tsx';
import { languageName } from '../model/language-name.ts';
import { moved } from '../model/moved.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useShown } from '../../scenarios/shown.ts';
import { completeness } from './completeness.ts';
import { useTexts } from './texts.ts';

const COMMON = [
  'en',
  'ru',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'pt-BR',
  'pl',
  'uk',
  'kk',
  'tr',
  'ar',
  'he',
  'hi',
  'zh',
  'ja',
  'ko',
];

/** The languages of the scenario: the first is the default, each with how much of it is written. */
export function Languages() {
  const t = useTexts();
  const { execute, readOnly } = useEditor();
  const { setLocale } = useShown();
  const locales = usePart(({ scenario }) => scenario.locales);
  const messages = usePart(({ scenario }) => scenario.messages);
  const written = useMemo(() => completeness(locales, messages), [locales, messages]);
  const [typed, setTyped] = useState('');

  function add(locale: string): void {
    const tag = locale.trim();
    if (tag === '' || !execute(addLocale({ locale: tag })).ok) return;
    setTyped('');
    setLocale(tag);
  }

  return (
    <>
      <Rows
        title={t('languages')}
        help={t('languages.help')}
        items={locales}
        keyOf={(locale) => locale}
        min={1}
        onRemove={(i) => execute(removeLocale({ locale: locales[i] ?? '' }))}
        onMove={(from, to) => execute(reorderLocales({ locales: moved(locales, from, to) }))}
      >
        {(locale, i) => (
          <div className="language">
            <span>
              {languageName(locale)} <code>{locale}</code>
            </span>
            {i === 0 && <em className="soft">{t('default')}</em>}
            <span className={written.missing[locale] ? 'is-warning' : 'soft'}>
              {t('written', { done: written.all - (written.missing[locale] ?? 0), all: written.all })}
            </span>
          </div>
        )}
      </Rows>
      {!readOnly && (
        <AutoComplete
          className="full"
          size="small"
          aria-label={t('addLanguage')}
          placeholder={t('addLanguage')}
          value={typed}
          options={COMMON.filter((locale) => !locales.includes(locale)).map((locale) => ({
            value: locale,
            label: `${languageName(locale)} · ${locale}`,
          }))}
          showSearch={{
            filterOption: (text, option) => (option?.label ?? '').toLowerCase().includes(text.toLowerCase()),
          }}
          onChange={setTyped}
          onSelect={add}
          onKeyDown={({ key }) => key === 'Enter' && /^[a-z]{2,3}(-\w+)*$/.test(typed) && add(typed)}
        />
      )}
    </>
  );
}
