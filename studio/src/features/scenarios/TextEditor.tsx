import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { Place, Problem } from '@scenarium/language';
import { basicSetup, EditorView } from 'codemirror';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { inLanguage } from '../../i18n/in-language.ts';
import { useLanguage } from '../../i18n/use-language.tsx';
import { textExtensions } from './editor-extensions.ts';
import { placesOf } from './place-of.ts';

/** What the page asks of the editor. */
export interface TextEditorHandle {
  /** Puts the cursor at a place, in sight. */
  show(place: Place): void;
  focus(): void;
}

interface TextEditorProps {
  /** The text is the editor's own from then on; another `revision` sets it anew. */
  text: string;
  revision: number;
  problems: readonly Problem[];
  label: string;
  readOnly: boolean;
  onChange(text: string): void;
  ref?: Ref<TextEditorHandle>;
}

/** A scenario as YAML, with its problems shown in place. */
export function TextEditor({ text, revision, problems, label, readOnly, onChange, ref }: TextEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const change = useRef(onChange);
  change.current = onChange;
  const { language } = useLanguage();

  useEffect(() => {
    if (!place.current) return;
    const made = new EditorView({
      parent: place.current,
      doc: text,
      extensions: [
        basicSetup,
        ...textExtensions(label),
        EditorView.editable.of(!readOnly),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) change.current(update.state.doc.toString());
        }),
      ],
    });
    view.current = made;
    return () => made.destroy();
    // A new text comes with a new revision.
  }, [revision, label, readOnly]);

  useEffect(() => {
    const now = view.current;
    if (!now) return;
    const source = now.state.doc.toString();
    const places = placesOf(source, problems);
    const diagnostics = problems.map(({ severity, message, hint }, i): Diagnostic => ({
      ...(places[i] ?? { from: 0, to: 0 }),
      severity,
      message: `${inLanguage({ ...message })}\n${inLanguage({ ...hint })}`,
    }));
    now.dispatch(setDiagnostics(now.state, diagnostics));
  }, [problems, language, revision]);

  useImperativeHandle(ref, () => ({
    show(place) {
      const now = view.current;
      const [at] = now ? placesOf(now.state.doc.toString(), [{ place }]) : [];
      if (!now || !at) return;
      now.dispatch({
        selection: { anchor: at.from },
        effects: EditorView.scrollIntoView(at.from, { y: 'center' }),
      });
    },
    focus: () => view.current?.focus(),
  }));

  return <div className="editor-text" ref={place} />;
}
