import { Link } from 'react-router';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { ago } from '../../i18n/formats.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import type { Agent } from './agent.ts';
import { ChooseScenario } from './ChooseScenario.tsx';
import { useTexts } from './texts.ts';

const EVERY_MS = 5_000;

/** How an agent stands now: what it runs, where to talk to it, who talked to it. */
export function AgentOverview({ agent }: { agent: Agent }) {
  const t = useTexts();
  return (
    <div className="split">
      <section className="panel padded">
        {agent.scenario ? <ScenarioFacts agent={agent} scenario={agent.scenario} /> : <ChooseScenario agent={agent} />}
      </section>
      {useCan('conversations:read') && (
        <section className="panel padded">
          <h2>{t('recent')}</h2>
          <Recent agent={agent.id} />
        </section>
      )}
    </div>
  );
}

function ScenarioFacts({ agent, scenario }: { agent: Agent; scenario: string }) {
  const t = useTexts();
  const params = { id: scenario };
  const stored = useRead('getScenario', { params });
  const versions = useRead('listVersions', { params });
  const newest = versions.data?.versions[0];
  const active = versions.data?.versions.find(({ id }) => id === agent.version);
  return (
    <Loaded of={stored}>
      {({ name, updatedAt }) => (
        <dl className="facts">
          <dt>{t('scenario')}</dt>
          <dd>
            <Link to={`/scenarios/${scenario}?agent=${agent.id}`}>{name}</Link>
          </dd>
          <dt>{t('activeVersion')}</dt>
          <dd>
            {active
              ? `${t('versionNumber', { number: active.number })}, ${t('published', { when: ago(active.createdAt) })}`
              : t('none')}
            {active?.note && <div className="soft">{active.note}</div>}
          </dd>
          <dt>{t('draftState')}</dt>
          <dd>
            {!newest
              ? t('neverPublished')
              : Date.parse(updatedAt) - Date.parse(newest.createdAt) > 1_000
                ? t('draftAhead')
                : t('draftSame', { number: newest.number })}
          </dd>
          <dt>{t('chatPage')}</dt>
          <dd>
            {agent.web ? (
              <a href={`/chat/${agent.id}`} target="_blank" rel="noreferrer">
                {`${location.origin}/chat/${agent.id}`}
              </a>
            ) : (
              t('chatClosed')
            )}
          </dd>
        </dl>
      )}
    </Loaded>
  );
}

function Recent({ agent }: { agent: string }) {
  const t = useTexts();
  const recent = useRead(
    'listConversations',
    { query: { agent, limit: 6 } },
    { every: EVERY_MS, live: 'conversations' },
  );
  return (
    <Loaded of={recent} rows={3}>
      {({ conversations }) =>
        conversations.length === 0 ? (
          <p className="soft">{t('recentEmpty')}</p>
        ) : (
          <div className="stack tight">
            {conversations.map(({ id, updatedAt, status, outcome, locale }) => (
              <Link key={id} to={`/conversations/${id}`} className="row apart">
                <span className={status === 'open' ? 'status good' : 'status'}>{outcome ?? `…${id.slice(-6)}`}</span>
                <span className="soft">
                  {locale} · {ago(updatedAt)}
                </span>
              </Link>
            ))}
            <Link to={`/conversations?agent=${agent}`}>{t('allConversations')}</Link>
          </div>
        )
      }
    </Loaded>
  );
}
