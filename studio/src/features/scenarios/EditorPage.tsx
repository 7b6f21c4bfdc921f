import { App, Button, Segmented, Skeleton } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useBlocker, useParams, useSearchParams } from 'react-router';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { inLanguage } from '../../i18n/in-language.ts';
import { useLanguage } from '../../i18n/use-language.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useTell } from '../../ui/use-tell.ts';
import { createDiscussion } from '../comments/discussion.ts';
import { useThreadCounts } from '../comments/use-thread-counts.ts';
import { PublishDialog } from '../versions/PublishDialog.tsx';
import { createSimulation } from '../simulation/simulation.ts';
import { ImportReportButton } from '../import/ImportReportButton.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { keepBreakpoints, keptBreakpoints } from './kept-breakpoints.ts';
import { openScenario } from './open-scenario.ts';
import { createOverlay } from './overlay.ts';
import { Others } from './Others.tsx';
import { surroundingsOf, usePluginActions, type PluginAction } from './plugin-actions.ts';
import { SaveState } from './SaveState.tsx';
import { ShownContext, useShownTexts } from './shown.ts';
import { SideChat } from './SideChat.tsx';
import { useTexts } from './texts.ts';
import { TransferMenu } from './transfer/TransferMenu.tsx';
import { useCheck } from './use-check.ts';
import { useOthers } from './use-others.ts';
import { useDraft, type Stored } from './use-draft.ts';
import { views, type ViewName } from './views.ts';

const VersionsDrawer = lazy(async () => ({ default: (await import('../versions/VersionsDrawer.tsx')).VersionsDrawer }));
const AUTOSAVE_MS = 3_000;
const NAMES = Object.keys(views) as [ViewName, ...ViewName[]];
const [FIRST] = NAMES;
const NONE: readonly PluginAction[] = [];

export function EditorPage() {
  const { id = '' } = useParams();
  const scenario = useRead('getScenario', { params: { id } });
  return <Loaded of={scenario}>{(stored) => <Editor key={stored.id} stored={stored} />}</Loaded>;
}

function Editor({ stored }: { stored: Stored }) {
  const t = useTexts();
  const { modal } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const canWrite = useCan('scenarios:write');
  const canPublish = useCan('scenarios:publish');
  const [publishing, setPublishing] = useState(false);
  const [isShowingVersions, setShowingVersions] = useState(false);
  const draft = useDraft(stored);
  const [overlay] = useState(() => createOverlay(keptBreakpoints(stored.id, draft.store)));
  const [discussion] = useState(() => createDiscussion(stored.id));
  useThreadCounts(discussion, overlay);
  const tell = useTell();
  const [scenario] = useState(() =>
    openScenario({
      store: draft.store,
      overlay,
      discussion,
      readOnly: !canWrite,
      refuse: ({ message, hint }) => tell.refused(inLanguage({ ...message }), inLanguage({ ...hint })),
    }),
  );
  const [chosen = null, ...more] = scenario.selection.use();
  const others = useOthers(stored.id, {
    step: more.length === 0 ? chosen : null,
    onRevision: (revision) => void draft.told(revision),
  });
  const { language } = useLanguage();
  const [simulation] = useState(() => createSimulation(stored.id, overlay, language));
  const actions = usePluginActions();
  const surroundings = useMemo(() => surroundingsOf(actions), [actions]);
  const { check, checking } = useCheck(draft, surroundings);
  const { data: all } = useRead('listAgents', {}, { enabled: useCan('agents:read') });
  const agents = all?.agents.filter(({ scenario }) => scenario === stored.id) ?? [];
  const preferred = agents.find(({ id }) => id === search.get('agent')) ?? agents[0];
  const locales = useSyncExternalStore(draft.store.subscribe, () => draft.store.get().locales);
  const shown = useShownTexts(locales, { actions: actions ?? NONE, problems: check.problems });
  const { save, state } = draft;
  const name = NAMES.find((one) => one === search.get('view')) ?? FIRST;
  const { View } = views[name];
  const chat = useMemo(
    () => <SideChat id={stored.id} check={check} overlay={overlay} simulation={simulation} agent={preferred} />,
    [stored.id, check, preferred],
  );
  useDocumentTitle(stored.name);
  useEffect(() => keepBreakpoints(stored.id, overlay, draft.store), []);
  useEffect(() => {
    const at = others.flatMap(({ step, name: who }) => (step === null ? [] : [[step, who] as const]));
    overlay.show({ others: new Map(at) });
  }, [others]);

  // Another view of the same document is no other place.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => state !== 'saved' && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void save().then((isSaved) => (isSaved || confirm(t('leave')) ? blocker.proceed() : blocker.reset()));
  }, [blocker.state]);

  useEffect(() => {
    // A text that is no scenario yet is kept here until it is one.
    if (state !== 'unsaved' || checking || !check.scenario || !canWrite) return;
    const timer = setTimeout(() => void save(), AUTOSAVE_MS);
    return () => clearTimeout(timer);
  }, [state, checking, check.scenario]);

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return;
      event.preventDefault();
      if (canWrite) void save();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });

  const publish = async (): Promise<void> => setPublishing(check.scenario === null || (await save()));

  function show(next: ViewName): void {
    const go = (): void =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          after.delete('view');
          if (next !== FIRST) after.set('view', next);
          return after;
        },
        { replace: true },
      );
    if (draft.settle()) return go();
    modal.confirm({
      title: t('notAScenario'),
      content: t('notAScenarioText'),
      okText: t('dropText'),
      okButtonProps: { danger: true },
      cancelText: t('keepTyping'),
      onOk: () => {
        draft.forget();
        go();
      },
    });
  }

  return (
    <div className="editor-page">
      <header className="editor-bar">
        <h1 className="grow">{check.scenario?.name ?? stored.name}</h1>
        <Segmented
          aria-label={t('views')}
          value={name}
          options={NAMES.map((value) => ({ value, label: t(views[value].key) }))}
          onChange={show}
        />
        <Others others={others} />
        {stored.imported && <ImportReportButton scenario={stored.id} />}
        <SaveState state={state} />
        <TransferMenu draft={draft} readOnly={!canWrite} />
        {canWrite && (
          <Button disabled={state === 'saved' || state === 'saving'} onClick={() => void save()}>
            {t('save')}
          </Button>
        )}
        <Button onClick={() => setShowingVersions(true)}>{t('history')}</Button>
        {canPublish && (
          <Button type="primary" disabled={checking} onClick={() => void publish()}>
            {t('publish')}
          </Button>
        )}
      </header>
      <Suspense fallback={<Skeleton active className="starting" />}>
        <ShownContext value={shown}>
          <View draft={draft} scenario={scenario} check={check} checking={checking} chat={chat} />
        </ShownContext>
      </Suspense>
      <ConflictDialog draft={draft} />
      <Suspense fallback={null}>
        {isShowingVersions && (
          <VersionsDrawer
            scenario={stored.id}
            draft={draft}
            agents={agents}
            onClose={() => setShowingVersions(false)}
          />
        )}
      </Suspense>
      {publishing && (
        <PublishDialog
          scenario={stored}
          draft={check.scenario}
          problems={check.problems}
          agents={agents}
          onClose={() => setPublishing(false)}
        />
      )}
    </div>
  );
}
