import type { ExpressionProblem, Problem } from '@scenarium/language';
import { useMemo, useRef, type ReactNode } from 'react';
import type { Outcome } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useChecker } from '../document-hooks.ts';
import type { Language } from '../model/completions.ts';
import { isOfExpression } from '../model/expression-problems.ts';
import { useTyped } from '../use-typed.ts';
import { CodeEditor, type CodeEditorHandle } from './CodeEditor.tsx';
import { FieldRow, ProblemLine } from './FieldRow.tsx';
import { InsertVariable } from './InsertVariable.tsx';

export interface CodeFieldProps {
  language: Language;
  label: string;
  help?: string | undefined;
  value: string;
  rows?: number | undefined;
  placeholder?: string | undefined;
  /** What the value of an expression has to be. */
  expected?: 'boolean' | 'number' | 'text' | 'list' | 'any' | undefined;
  /** Names that are bound only here. */
  locals?: readonly string[] | undefined;
  extra?: ReactNode;
  /** Left out: as the scenario is. */
  readOnly?: boolean | undefined;
  /** What else is wrong there: what the check of the field itself does not see. */
  problems?: readonly Problem[] | undefined;
  write(text: string): Outcome<unknown>;
}

/** A field for an expression or a template, checked while it is typed. */
export function CodeField(props: CodeFieldProps) {
  const {
    language,
    label,
    help,
    value,
    expected = 'any',
    locals,
    extra,
    problems: others = [],
    write,
    ...rest
  } = props;
  const editing = useEditor();
  const { readOnly = editing.readOnly } = props;
  const checker = useChecker();
  const editor = useRef<CodeEditorHandle>(null);
  const { text, refusal, type, leave } = useTyped(value, write);
  const bound = locals?.join() ?? '';
  const problems = useMemo((): readonly ExpressionProblem[] => {
    if (text === '') return NONE;
    const names = bound === '' ? [] : bound.split(',');
    return (language === 'expression' ? checker.expression(text, expected, names) : checker.template(text, names))
      .problems;
  }, [checker, text, expected, bound, language]);
  return (
    <FieldRow
      label={label}
      help={help}
      problems={others.filter(({ code }) => !isOfExpression(code))}
      refusal={text === '' ? refusal : undefined}
      extra={
        <>
          {extra}
          {!readOnly && <InsertVariable locals={locals} onChoose={(name) => editor.current?.insert(name)} />}
        </>
      }
    >
      {(id) => (
        <>
          <CodeEditor
            {...rest}
            ref={editor}
            id={id}
            language={language}
            label={label}
            locals={locals}
            readOnly={readOnly}
            value={text}
            problems={problems}
            onChange={type}
            onLeave={leave}
          />
          {problems.slice(0, 1).map((problem, i) => (
            <ProblemLine key={i} problem={{ ...problem, severity: 'error', place: { path: [] } }} />
          ))}
        </>
      )}
    </FieldRow>
  );
}

const NONE: readonly ExpressionProblem[] = [];
