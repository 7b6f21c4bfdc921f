import type { Scenario } from '@scenarium/language';
import { Segmented } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DraftChat } from './DraftChat.tsx';
import { useTexts } from './texts.ts';

interface SideChatProps {
  /** The draft; null while it cannot be read. */
  scenario: Scenario | null;
  agent: { id: string; version: string | null; web: boolean } | undefined;
}

/** Talks to the draft, played in the browser, or to what is published, as end users do. */
export function SideChat({ scenario, agent }: SideChatProps) {
  const t = useTexts();
  const [which, setWhich] = useState<'draft' | 'published'>('draft');
  return (
    <aside className="side" aria-label={t('tryTitle')}>
      <Segmented
        block
        aria-label={t('tryTitle')}
        value={which}
        options={[
          { value: 'draft' as const, label: t('tryDraft') },
          { value: 'published' as const, label: t('tryPublished') },
        ]}
        onChange={setWhich}
      />
      {which === 'draft' && <DraftChat scenario={scenario} />}
      {which === 'published' &&
        (agent?.version && agent.web ? (
          <iframe key={agent.version} src={`/chat/${agent.id}`} title={t('tryPublished')} />
        ) : (
          <EmptyState title={t('noPublished')}>{t('noPublishedText')}</EmptyState>
        ))}
    </aside>
  );
}
