import type { Scenario, Surroundings } from '@scenarium/language';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useBlocker, useParams, useSearchParams } from 'react-router';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { ProblemList } from './ProblemList.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { SaveState } from './SaveState.tsx';
import { SideChat } from './SideChat.tsx';
import { TextEditor, type TextEditorHandle } from './TextEditor.tsx';
import { useTexts } from './texts.ts';
import { useCheck } from './use-check.ts';
import { useDraft, type Stored } from './use-draft.ts';

const AUTOSAVE_MS = 3_000;

export function EditorPage() {
  const { id = '' } = useParams();
  const scenario = useRead('getScenario', { params: { id } });
  return <Loaded of={scenario}>{(stored) => <Editor key={stored.id} stored={stored} />}</Loaded>;
}

function Editor({ stored }: { stored: Stored }) {
  const t = useTexts();
  const [search] = useSearchParams();
  const canWrite = useCan('scenarios:write');
  const canPublish = useCan('scenarios:publish');
  const [publishing, setPublishing] = useState(false);
  const editor = useRef<TextEditorHandle>(null);
  const draft = useDraft(stored);
  const surroundings = useSurroundings();
  const check = useCheck(draft.text, surroundings);
  const { data: all } = useRead('listAgents', {}, { enabled: useCan('agents:read') });
  const agents = all?.agents.filter(({ scenario }) => scenario === stored.id) ?? [];
  const preferred = agents.find(({ id }) => id === search.get('agent')) ?? agents[0];
  const checking = check.text !== draft.text;
  const { save, state } = draft;
  useDocumentTitle(stored.name);

  const blocker = useBlocker(state !== 'saved');
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void save().then((isSaved) => (isSaved || confirm(t('leave')) ? blocker.proceed() : blocker.reset()));
  }, [blocker.state]);

  useEffect(() => {
    // A text that is no scenario yet is kept here until it is one.
    if (state !== 'unsaved' || checking || !check.scenario || !canWrite) return;
    const timer = setTimeout(() => void save(), AUTOSAVE_MS);
    return () => clearTimeout(timer);
  }, [state, checking, check.scenario, draft.text]);

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

  return (
    <div className="editor-page">
      <header className="editor-bar">
        <h1 className="grow">{check.scenario?.name ?? stored.name}</h1>
        <SaveState state={state} />
        {canWrite && (
          <Button disabled={state === 'saved' || state === 'saving'} onClick={() => void save()}>
            {t('save')}
          </Button>
        )}
        {canPublish && (
          <Button type="primary" disabled={checking} onClick={() => void publish()}>
            {t('publish')}
          </Button>
        )}
      </header>
      <div className="editor-body">
        <div className="editor-main">
          <TextEditor
            ref={editor}
            text={draft.text}
            revision={draft.shown}
            problems={checking ? NONE : check.problems}
            label={t('editor')}
            readOnly={!canWrite}
            onChange={draft.change}
          />
          <ProblemList problems={check.problems} checking={checking} onShow={(one) => editor.current?.show(one)} />
        </div>
        <SideChat scenario={check.scenario} agent={preferred} />
      </div>
      <ConflictDialog draft={draft} />
      {publishing && (
        <PublishDialog
          scenario={stored}
          problems={check.problems}
          agents={agents}
          onClose={() => setPublishing(false)}
        />
      )}
    </div>
  );
}

const NONE: never[] = [];

/** What lint has to know beside the text: the actions there are. */
function useSurroundings(): Surroundings {
  const { data } = useRead('listPlugins', {}, { enabled: useCan('connections:read') });
  return useMemo(() => {
    if (!data) return {};
    const actions = data.plugins.flatMap(({ actions: list }) =>
      list.map(({ name, ...entry }) => [name, entry] as const),
    );
    return { actions: Object.fromEntries(actions) } as Surroundings & { scenarios?: Record<string, Scenario> };
  }, [data]);
}
