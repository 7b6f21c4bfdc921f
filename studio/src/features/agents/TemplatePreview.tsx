import { runCase, type Line } from '@scenarium/engine';
import { Case, compileScenario, Scenario } from '@scenarium/language';
import { Skeleton, Tabs, Typography } from 'antd';
import { useMemo } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useLanguage } from '../../i18n/use-language.tsx';
import { inLanguage } from '../../i18n/in-language.ts';
import type { Template } from './agent.ts';
import { useTexts } from './texts.ts';

/** What a template does, in words and in the dialogues that prove it, played by the engine itself. */
export function TemplatePreview({ template }: { template: Template }) {
  const t = useTexts();
  const { language } = useLanguage();
  const { data } = useRead('getTemplate', { params: { id: template.id } });
  const cases = [...(data?.cases ?? [])].sort((a, b) => Number(b.locale === language) - Number(a.locale === language));
  return (
    <section>
      <Typography.Title level={2}>{inLanguage(template.title)}</Typography.Title>
      <Typography.Paragraph>{inLanguage(template.summary)}</Typography.Paragraph>
      {template.actions.length > 0 && (
        <p className="soft">{t('usesActions', { actions: template.actions.join(', ') })}</p>
      )}
      <Typography.Title level={3}>{t('proof')}</Typography.Title>
      {data ? (
        <Tabs
          size="small"
          items={cases.map(({ name, locale, given }, i) => ({
            key: String(i),
            label: `${name} (${locale})`,
            children: <Dialogue document={data.document} given={given} locale={locale} />,
          }))}
        />
      ) : (
        <Skeleton active />
      )}
    </section>
  );
}

function Dialogue({ document, given, locale }: { document: unknown; given: unknown; locale: string }) {
  const t = useTexts();
  const lines = useMemo(() => linesOf(document, given), [document, given]);
  return (
    <div className="dialogue" style={{ maxHeight: 260 }} lang={locale} tabIndex={0} role="log" aria-label={t('proof')}>
      {lines.map((line, i) =>
        line.from === 'contact' ? (
          <div key={i} className="bubble mine">
            {line.text}
          </div>
        ) : (
          <div key={i} className="bubble">
            {line.message.text}
          </div>
        ),
      )}
    </div>
  );
}

/** A dialogue played with the same engine as on the server. */
function linesOf(document: unknown, given: unknown): readonly Line[] {
  const compilation = compileScenario(Scenario.parse(document));
  if (!compilation.ok) return [];
  return runCase(compilation.compiled, Case.parse(given)).moments.at(-1)?.world.lines ?? [];
}
