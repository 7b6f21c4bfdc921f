import { useEffect, useMemo, useRef } from 'react';
import { createEditor, EditorContext } from './editor.ts';
import { ProblemList } from './ProblemList.tsx';
import { TextEditor, type TextEditorHandle } from './TextEditor.tsx';
import { useTexts } from './texts.ts';
import { textOf } from './use-draft.ts';
import type { ViewProps } from './view.ts';

/** A scenario as YAML. What is typed goes into the document when it is saved, and when another view is opened. */
export function TextView({ draft, scenario, check, checking, chat }: ViewProps) {
  const t = useTexts();
  const handle = useRef<TextEditorHandle>(null);
  const text = useMemo(() => draft.typed ?? textOf(draft.store.get()), [draft.shown]);
  const editor = useMemo(
    () =>
      createEditor(scenario, {
        show: (id) => handle.current?.show({ path: ['steps', scenario.store.index.keys('steps').indexOf(id)] }),
        boxes: () => [],
        arrange: () => undefined,
      }),
    [scenario],
  );
  useEffect(() => {
    const [chosen] = scenario.selection.get();
    if (chosen !== undefined) editor.show(chosen);
  }, [editor]);
  return (
    <EditorContext value={editor}>
      <div className="editor-body">
        <div className="editor-main">
          <TextEditor
            ref={handle}
            text={text}
            revision={draft.shown}
            problems={checking ? NONE : check.problems}
            label={t('editor')}
            readOnly={scenario.readOnly}
            onChange={draft.type}
          />
          <ProblemList
            problems={check.problems}
            checking={checking}
            onShow={({ place }) => {
              handle.current?.show(place);
              handle.current?.focus();
            }}
          />
        </div>
        {chat}
      </div>
    </EditorContext>
  );
}

const NONE: never[] = [];
