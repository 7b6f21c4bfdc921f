import { revertChange, type Change, type Scenario } from '@scenarium/language';
import { App, Button, Drawer, Dropdown, Tabs } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { call } from '../../api/call.ts';
import { useCan } from '../../api/use-can.ts';
import { useWrite } from '../../api/use-write.ts';
import { rewrite } from '../../document/index.ts';
import { dateTime } from '../../i18n/formats.ts';
import { takeKey } from '../../ui/take-key.ts';
import { useTell } from '../../ui/use-tell.ts';
import type { Draft } from '../scenarios/use-draft.ts';
import { ActivateDialog } from './ActivateDialog.tsx';
import { CompareAny, type Pair } from './CompareAny.tsx';
import { KeptDrafts, type KeptDraft } from './KeptDrafts.tsx';
import { useTexts } from './texts.ts';
import { VersionHistory, type Version } from './VersionHistory.tsx';

interface VersionsDrawerProps {
  scenario: string;
  draft: Draft;
  agents: readonly { id: string; name: string; version: string | null }[];
  onClose(): void;
}

/** The versions of the open scenario: history, comparison with the draft, what to take back into it, and which agents run which. */
export function VersionsDrawer({ scenario, draft, agents, onClose }: VersionsDrawerProps) {
  const t = useTexts();
  const tell = useTell();
  const { modal } = App.useApp();
  const canWrite = useCan('scenarios:write');
  const canActivate = useCan('agents:write');
  const keep = useWrite('keepDraft', ['listKeptDrafts']);
  const document = useSyncExternalStore(draft.store.subscribe, draft.store.get);
  const [tab, setTab] = useState('history');
  const [pair, setPair] = useState<Pair>({});
  const [activating, setActivating] = useState<{ agent: VersionsDrawerProps['agents'][number]; version: Version }>();

  function compare(before: string): void {
    setPair({ before, after: 'draft' });
    setTab('compare');
  }

  function revert(before: Scenario, change: Change): void {
    const reverted = draft.store.execute(rewrite({ scenario: revertChange(before, draft.store.get(), change) }));
    if (reverted.ok) tell.done(t('reverted'));
    else tell.refused(t('notReverted'), t('notRevertedNext'));
  }

  /** The draft is saved and kept before anything takes its place. */
  async function take(name: string, read: () => Promise<{ document: Record<string, unknown> }>): Promise<void> {
    if (!(await draft.save())) return;
    const { document: taken } = await read();
    await keep.mutateAsync({ params: { id: scenario }, body: { note: t('restoreNote', { name }) } });
    if (draft.store.execute(rewrite({ scenario: taken as unknown as Scenario })).ok) tell.done(t('restored', { name }));
  }

  const restore = (name: string, read: () => Promise<{ document: Record<string, unknown> }>): void =>
    void modal.confirm({
      title: t('restoreTitle', { name }),
      content: t('restoreText'),
      okText: t('restore'),
      cancelText: t('cancel'),
      onOk: () => take(name, read).catch(tell.failed),
    });

  const restoreButton = (onClick: () => void) =>
    canWrite && (
      <Button size="small" onClick={onClick}>
        {t('restore')}
      </Button>
    );

  const versionActions = (version: Version, all: readonly Version[]) => {
    const { id, number } = version;
    const numberOf = (active: string | null): number => all.find((other) => other.id === active)?.number ?? 0;
    const others = agents.filter((agent) => agent.version !== id);
    return (
      <>
        {restoreButton(() =>
          restore(t('version', { number }), () => call('getVersion', { params: { id: scenario, version: id } })),
        )}
        {canActivate && others.length > 0 && (
          <Dropdown
            autoFocus
            trigger={['click']}
            menu={{
              items: others.map(({ id: key, name }) => ({ key, label: name })),
              onClick: (item) => {
                takeKey(item);
                const agent = others.find((other) => other.id === item.key);
                if (agent) setActivating({ agent, version });
              },
            }}
          >
            <Button size="small">
              {others.every((agent) => number < numberOf(agent.version)) ? t('rollBack') : t('activate')} ▾
            </Button>
          </Dropdown>
        )}
      </>
    );
  };

  const keptActions = ({ id, createdAt }: KeptDraft) => (
    <>
      <Button size="small" onClick={() => compare(`kept:${id}`)}>
        {t('compare')}
      </Button>
      {restoreButton(() =>
        restore(t('keptOf', { when: dateTime(createdAt) }), () =>
          call('getKeptDraft', { params: { id: scenario, kept: id } }),
        ),
      )}
    </>
  );

  return (
    <Drawer open size="min(1200px, 94vw)" title={t('title')} onClose={onClose} destroyOnHidden>
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'history',
            label: t('history'),
            children: (
              <div className="stack">
                <VersionHistory
                  scenario={scenario}
                  agents={agents}
                  onCompare={({ id }) => compare(`version:${id}`)}
                  actions={versionActions}
                />
                <KeptDrafts scenario={scenario} actions={keptActions} />
              </div>
            ),
          },
          {
            key: 'compare',
            label: t('compare'),
            children: (
              <CompareAny
                scenario={scenario}
                draft={document}
                pair={pair}
                onChoose={setPair}
                onRevert={canWrite ? revert : undefined}
              />
            ),
          },
        ]}
      />
      {activating && <ActivateDialog {...activating} onClose={() => setActivating(undefined)} />}
    </Drawer>
  );
}
