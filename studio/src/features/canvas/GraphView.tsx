import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { inLanguage } from '../../i18n/in-language.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTell } from '../../ui/use-tell.ts';
import type { ViewProps } from '../scenarios/view.ts';
import { Canvas } from './Canvas.tsx';
import { createSession } from './create-session.ts';
import { OverlayContext } from './look/marks.ts';
import { SideBar } from './SideBar.tsx';
import type { FlowEdge } from './project/project-edges.ts';
import type { CanvasNode } from './project/project-nodes.ts';
import { SessionContext, ShownContext, type Shown } from './session.ts';
import './canvas.css';

/** A scenario as a graph that is drawn by hand. */
export function GraphView(props: ViewProps) {
  return (
    <ReactFlowProvider>
      <Graph {...props} />
    </ReactFlowProvider>
  );
}

function Graph({ draft: { store }, check, readOnly, overlay, chat }: ViewProps) {
  const tell = useTell();
  const flow = useReactFlow<CanvasNode, FlowEdge>();
  const [session] = useState(() =>
    createSession({
      store,
      overlay,
      readOnly,
      flow,
      refuse: ({ message, hint }) => tell.refused(inLanguage({ ...message }), inLanguage({ ...hint })),
      say: tell.done,
    }),
  );
  const shown = useShownTexts(store.get().locales, check.problems);
  return (
    <SessionContext value={session}>
      <ShownContext value={shown}>
        <OverlayContext value={overlay}>
          <div className="graph">
            <div className="graph-main">
              <div className="graph-canvas">
                <Canvas />
              </div>
            </div>
            <SideBar chat={chat} />
          </div>
        </OverlayContext>
      </ShownContext>
    </SessionContext>
  );
}

function useShownTexts(locales: readonly string[], problems: Shown['problems']): Shown {
  const { language } = useLanguage();
  const [chosen, setLocale] = useState<string>(language);
  const locale = locales.find((one) => one === chosen) ?? locales[0] ?? 'en';
  const { data } = useRead('listPlugins', {}, { enabled: useCan('connections:read') });
  const actions = useMemo(() => data?.plugins.flatMap((plugin) => plugin.actions) ?? [], [data]);
  return useMemo(() => ({ locale, setLocale, actions, problems }), [locale, actions, problems]);
}
