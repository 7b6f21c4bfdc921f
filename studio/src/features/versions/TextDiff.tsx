import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { formatScenario, type Scenario } from '@scenarium/language';
import { basicSetup, EditorView } from 'codemirror';
import { useCallback } from 'react';
import { textExtensions } from '../scenarios/editor-extensions.ts';
import { useTexts } from './texts.ts';

/** A scenario with the name it is shown under. */
export interface Named {
  name: string;
  scenario: Scenario;
}

/** The texts of two scenarios side by side, what is the same folded away. */
export function TextDiff({ before, after }: { before: Named; after: Named }) {
  const t = useTexts();
  const mount = useCallback(
    (parent: HTMLDivElement | null) => {
      if (!parent) return;
      const side = ({ name, scenario }: Named) => ({
        doc: formatScenario(scenario, 'yaml'),
        extensions: [
          basicSetup,
          ...textExtensions(name),
          EditorView.editable.of(false),
          EditorState.phrases.of({ '$ unchanged lines': t('unchangedLines') }),
        ],
      });
      const view = new MergeView({ parent, a: side(before), b: side(after), collapseUnchanged: {} });
      return () => view.destroy();
    },
    [before.scenario, after.scenario],
  );
  return (
    <>
      <div className="row apart">
        <strong>{before.name}</strong>
        <strong>{after.name}</strong>
      </div>
      <div ref={mount} className="text-diff" />
    </>
  );
}
