import { Button, Input, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../api/send.ts';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage } from '../../i18n/use-language.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useTexts } from './texts.ts';

const MODES = ['hybrid', 'text', 'vectors'] as const;

/** Which passages are found for a question, and what would be quoted. */
export function TestBench({ base }: { base: string }) {
  const t = useTexts();
  const { language: locale } = useLanguage();
  const [query, setQuery] = useState('');
  const [mode, setMode] = useState<(typeof MODES)[number]>('hybrid');
  const [limit, setLimit] = useState(8);
  const search = useWrite('searchKnowledge');
  const ask = (): void => {
    if (query.trim()) search.mutate({ params: { base }, body: { query: query.trim(), mode, limit, locale } });
  };
  return (
    <div className="stack narrow">
      <p className="soft" style={{ margin: 0 }}>
        {t('benchHint')}
      </p>
      <Input.Search
        aria-label={t('query')}
        placeholder={t('query')}
        enterButton={t('ask')}
        value={query}
        loading={search.isPending}
        onChange={({ target }) => setQuery(target.value)}
        onSearch={ask}
      />
      <div className="row">
        <Segmented
          aria-label={t('mode')}
          value={mode}
          options={MODES.map((value) => ({ value, label: t(value) }))}
          onChange={setMode}
        />
        <InputNumber
          aria-label={t('limit')}
          min={1}
          max={50}
          value={limit}
          onChange={(value) => setLimit(value ?? 8)}
        />
        <Button onClick={ask} disabled={!query.trim()}>
          {t('ask')}
        </Button>
      </div>
      <ProblemNotice error={search.error} onRetry={ask} />
      {search.data && <Found found={search.data} />}
    </div>
  );
}

function Found({ found: { results, answer } }: { found: Answer<'searchKnowledge'> }) {
  const t = useTexts();
  if (results.length === 0) return <p>{t('nothingFound')}</p>;
  return (
    <>
      <section className="panel padded">
        <h3>{t('answer')}</h3>
        <div className="pre">
          {answer.answered ? answer.reply : t('notAnswered', { reason: answer.reason ?? answer.reply })}
        </div>
      </section>
      <h3 style={{ margin: 0 }}>{t('hits')}</h3>
      {results.map(({ id, title, headings, page, chunk, score, text, vector }) => (
        <article className="hit" key={id}>
          <header>
            <strong>{[title, ...headings].join(' › ')}</strong>
            <span className="soft">
              {[
                page !== null && t('page', { page }),
                t('score', { score: score.toFixed(3) }),
                text && t('byText', { place: text.place }),
                vector && t('byVector', { place: vector.place }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </header>
          <div className="pre">{chunk}</div>
        </article>
      ))}
    </>
  );
}
