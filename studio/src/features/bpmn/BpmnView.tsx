import { Alert, App, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { inLanguage } from '../../i18n/in-language.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemList } from '../scenarios/ProblemList.tsx';
import type { ViewProps } from '../scenarios/view.ts';
import './bpmn.css';
import { DiagramTools } from './DiagramTools.tsx';
import { openDiagram, type Diagram } from './open-diagram.ts';
import { useTexts } from './texts.ts';

/** A scenario as a BPMN 2.0 diagram, drawn in the editor of bpmn.io: every gesture is a command of the document. */
export function BpmnView({ draft: { store }, check, checking, readOnly, overlay, chat }: ViewProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const { notification } = App.useApp();
  const container = useRef<HTMLDivElement>(null);
  const [diagram, setDiagram] = useState<Diagram | null>(null);
  const [isReady, setReady] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    const opened = openDiagram({
      container: container.current as HTMLElement,
      store,
      overlay,
      readOnly,
      t,
      onReady: () => setReady(true),
      onRefused: ({ message, hint }) =>
        notification.warning({ title: inLanguage({ ...message }), description: inLanguage({ ...hint }), duration: 8 }),
      onFailed: (error) => setFailure((error as Error).message),
    });
    setDiagram(opened);
    return () => {
      opened.close();
      setReady(false);
    };
  }, [store, overlay, readOnly, language]);

  useEffect(() => {
    if (!checking) diagram?.mark(check.problems);
  }, [diagram, check, checking]);

  return (
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
        <ProblemList
          problems={check.problems}
          checking={checking}
          onShow={({ place }) => overlay.show({ selected: place.step ?? null })}
        />
      </div>
      {chat}
    </div>
  );
}
