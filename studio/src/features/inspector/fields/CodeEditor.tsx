import { setDiagnostics } from '@codemirror/lint';
import { EditorView, placeholder as placeholderOf } from '@codemirror/view';
import type { ExpressionProblem } from '@scenarium/language';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { inLanguage } from '../../../i18n/in-language.ts';
import { useVariables } from '../document-hooks.ts';
import type { Language } from '../model/completions.ts';
import { codeExtensions } from './code-extensions.ts';

/** What a button beside the editor can do. */
export interface CodeEditorHandle {
  insert(name: string): void;
}

export interface CodeEditorProps {
  language: Language;
  value: string;
  label: string;
  id: string;
  readOnly: boolean;
  /** So many lines high at least; one line takes no line breaks. */
  rows?: number | undefined;
  placeholder?: string | undefined;
  locals?: readonly string[] | undefined;
  problems: readonly ExpressionProblem[];
  onChange(text: string): void;
  onLeave?: (() => void) | undefined;
  ref?: Ref<CodeEditorHandle>;
}

const NO_LOCALS: readonly string[] = [];

/** A small editor for an expression or a template: completion, and what is wrong underlined. */
export function CodeEditor(props: CodeEditorProps) {
  const { language, value, label, id, readOnly, rows = 1, placeholder = '', locals = NO_LOCALS, problems, ref } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const variables = useVariables();
  const latest = useRef({ props, variables, locals });
  latest.current = { props, variables, locals };

  useEffect(() => {
    if (!place.current) return;
    const made = new EditorView({
      parent: place.current,
      doc: latest.current.props.value,
      extensions: [
        ...codeExtensions({
          language,
          label,
          id,
          readOnly,
          isLine: rows === 1,
          placeholder: placeholderOf(placeholder),
          known: () => latest.current,
        }),
        EditorView.updateListener.of((update) => {
          const text = update.state.doc.toString();
          if (update.docChanged && text !== latest.current.props.value) latest.current.props.onChange(text);
        }),
        EditorView.domEventHandlers({ blur: () => latest.current.props.onLeave?.() }),
      ],
    });
    view.current = made;
    return () => made.destroy();
  }, [language, label, id, readOnly, rows, placeholder]);

  useEffect(() => {
    const now = view.current;
    if (!now) return;
    const text = now.state.doc.toString();
    if (text !== value) now.dispatch({ changes: { from: 0, to: text.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const now = view.current;
    if (!now) return;
    const most = now.state.doc.length;
    const diagnostics = problems.map(({ start = 0, end = most, message }) => ({
      from: Math.min(start, most),
      to: Math.min(end, most),
      severity: 'error' as const,
      message: inLanguage({ ...message }),
    }));
    now.dispatch(setDiagnostics(now.state, diagnostics));
  }, [problems]);

  useImperativeHandle(ref, () => ({
    insert(name) {
      const now = view.current;
      if (!now) return;
      now.dispatch(now.state.replaceSelection(language === 'template' ? `{{ ${name} }}` : name));
      now.focus();
    },
  }));

  return (
    <div className={`code-field${readOnly ? ' is-read-only' : ''}`} style={{ minHeight: rows * 21 + 10 }} ref={place} />
  );
}
