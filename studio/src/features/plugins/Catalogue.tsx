import { Button } from 'antd';
import { useState } from 'react';
import { count } from '../../i18n/formats.ts';
import { inLanguage } from '../../i18n/in-language.ts';
import { ConnectionForm } from './ConnectionForm.tsx';
import type { Plugin } from './plugin.ts';
import { useTexts } from './texts.ts';

/** The installed plugins and what each brings. */
export function Catalogue({ plugins, canWrite }: { plugins: readonly Plugin[]; canWrite: boolean }) {
  const t = useTexts();
  const [connecting, setConnecting] = useState<Plugin>();
  return (
    <div className="cards">
      {plugins.map((plugin) => (
        <article className="agent-card" key={plugin.id}>
          <header className="row apart">
            <strong>{inLanguage(plugin.title)}</strong>
            <code className="soft">{plugin.version}</code>
          </header>
          <p>{inLanguage(plugin.description)}</p>
          <footer>{brought(plugin, t)}</footer>
          {plugin.state && plugin.state.calls > 0 && (
            <small className="soft">
              {t('state', {
                calls: count(plugin.state.calls),
                failures: count(plugin.state.failures),
                p99: count(plugin.state.p99),
              })}
            </small>
          )}
          <div className="grow" />
          {plugin.config ? (
            canWrite && <Button onClick={() => setConnecting(plugin)}>{t('connect')}</Button>
          ) : (
            <small className="soft">{t('noConnection')}</small>
          )}
        </article>
      ))}
      {connecting && <ConnectionForm plugin={connecting} onClose={() => setConnecting(undefined)} />}
    </div>
  );
}

function brought({ actions, models, retrievers }: Plugin, t: ReturnType<typeof useTexts>): string {
  return [
    actions.length > 0 && t('actions', { count: actions.length }),
    models.length > 0 && t('models', { names: models.join(', ') }),
    retrievers.length > 0 && t('retrievers', { names: retrievers.map(({ title }) => inLanguage(title)).join(', ') }),
  ]
    .filter(Boolean)
    .join(' · ');
}
