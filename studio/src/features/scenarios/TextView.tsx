import { useMemo, useRef } from 'react';
import { ProblemList } from './ProblemList.tsx';
import { TextEditor, type TextEditorHandle } from './TextEditor.tsx';
import { useTexts } from './texts.ts';
import { textOf } from './use-draft.ts';
import type { ViewProps } from './view.ts';

/** A scenario as YAML. What is typed goes into the document when it is saved, and when another view is opened. */
export function TextView({ draft, scenario, check, checking, chat }: ViewProps) {
  const t = useTexts();
  const editor = useRef<TextEditorHandle>(null);
  const text = useMemo(() => draft.typed ?? textOf(draft.store.get()), [draft.shown]);
  return (
    <div className="editor-body">
      <div className="editor-main">
        <TextEditor
          ref={editor}
          text={text}
          revision={draft.shown}
          problems={checking ? NONE : check.problems}
          label={t('editor')}
          readOnly={scenario.readOnly}
          onChange={draft.type}
        />
        <ProblemList problems={check.problems} checking={checking} onShow={(one) => editor.current?.show(one)} />
      </div>
      {chat}
    </div>
  );
}

const NONE: never[] = [];
