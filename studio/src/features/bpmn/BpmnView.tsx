import { Alert, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/use-language.tsx';
import { useTexts as useLookTexts } from '../looks/texts.ts';
import { Problems } from '../inspector/problems/Problems.tsx';
import { SideBar } from '../inspector/SideBar.tsx';
import { EditorContext } from '../scenarios/editor.ts';
import { useShown } from '../scenarios/shown.ts';
import type { ViewProps } from '../scenarios/view.ts';
import './bpmn.css';
import { DiagramTools } from './DiagramTools.tsx';
import { openDiagram, type Diagram } from './open-diagram.ts';
import { useTexts } from './texts.ts';

/** A scenario as a BPMN 2.0 diagram, drawn in the editor of bpmn.io: every gesture is a command of the document. */
export function BpmnView({ scenario, checking, chat }: ViewProps) {
  const t = useTexts();
  const { store, readOnly } = scenario;
  const { language } = useLanguage();
  const { problems } = useShown();
  const words = useLookTexts();
  const container = useRef<HTMLDivElement>(null);
  const [diagram, setDiagram] = useState<Diagram | null>(null);
  const [isReady, setReady] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const chosen = [scenario.selection.use(), scenario.flows.use(), scenario.notes.use()];

  useEffect(() => {
    const opened = openDiagram({
      container: container.current as HTMLElement,
      scenario,
      t,
      words,
      onReady: () => setReady(true),
      onFailed: (error) => setFailure((error as Error).message),
    });
    setDiagram(opened);
    return () => {
      opened.close();
      setReady(false);
    };
  }, [scenario, language]);

  useEffect(() => {
    if (!checking) diagram?.mark(problems);
  }, [diagram, problems, checking]);
  useEffect(() => diagram?.choose(), [diagram, ...chosen]);

  return (
    <EditorContext value={diagram?.editor ?? null}>
      <div className="editor-body">
        <div className="editor-main">
          <div className="bpmn-view">
            <div ref={container} className="bpmn-canvas" role="application" aria-label={t('diagram')} />
            {diagram && isReady && <DiagramTools modeler={diagram.modeler} store={store} readOnly={readOnly} />}
            {!isReady && !failure && <Spin className="bpmn-waiting" description={t('loading')} />}
            {failure && (
              <Alert className="bpmn-waiting" type="error" showIcon title={t('failed')} description={failure} />
            )}
          </div>
          {diagram && <Problems checking={checking} />}
        </div>
        {diagram && <SideBar chat={chat} />}
      </div>
    </EditorContext>
  );
}
