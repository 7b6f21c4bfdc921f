import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { i18n } from '../../i18n/i18n.ts';
import { inLanguage } from '../../i18n/in-language.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { isTyping } from '../../ui/is-typing.ts';
import { useTell } from '../../ui/use-tell.ts';
import type { ViewProps } from '../scenarios/view.ts';
import { ContextMenu } from './actions/ContextMenu.tsx';
import { Toolbar } from './actions/Toolbar.tsx';
import { Announced } from './Announced.tsx';
import { Canvas } from './Canvas.tsx';
import { FindBar } from './find/FindBar.tsx';
import { useClipboard } from './keys/use-clipboard.ts';
import { useKeys } from './keys/use-keys.ts';
import { useLights } from './keys/use-lights.ts';
import { Dock } from './palette/Dock.tsx';
import { QuickAdd } from './palette/QuickAdd.tsx';
import { Problems } from './problems/Problems.tsx';
import { createSession } from './create-session.ts';
import { OverlayContext } from './look/marks.ts';
import { SideBar } from './SideBar.tsx';
import type { FlowEdge } from './project/project-edges.ts';
import type { CanvasNode } from './project/project-nodes.ts';
import { SessionContext, ShownContext, type Shown } from './session.ts';
import { useTexts } from './texts.ts';
import { useOverlay } from './use-overlay.ts';
import { usePageCommands } from './use-page-commands.ts';
import './canvas.css';

/** A scenario as a graph that is drawn by hand. */
export function GraphView(props: ViewProps) {
  return (
    <ReactFlowProvider>
      <Graph {...props} />
    </ReactFlowProvider>
  );
}

function Graph({ draft: { store }, check, checking, readOnly, overlay, chat }: ViewProps) {
  const tell = useTell();
  const flow = useReactFlow<CanvasNode, FlowEdge>();
  const [session] = useState(() =>
    createSession({
      store,
      overlay,
      readOnly,
      flow,
      refuse: ({ message, hint }) => tell.refused(inLanguage({ ...message }), inLanguage({ ...hint })),
      say: (text, values = {}) => tell.done(i18n.t(text, { ns: 'canvas', ...values })),
    }),
  );
  const shown = useShownTexts(store.get().locales, check.problems);
  return (
    <SessionContext value={session}>
      <ShownContext value={shown}>
        <OverlayContext value={overlay}>
          <div className="graph">
            {!readOnly && <Dock />}
            <div className="graph-main">
              <Stage />
              <Problems checking={checking} />
            </div>
            <SideBar chat={chat} />
          </div>
        </OverlayContext>
      </ShownContext>
    </SessionContext>
  );
}

/** The canvas with all that floats over it: one stop of the Tab key, inside of which keys have meanings of their own. */
const Stage = memo(function Stage() {
  const t = useTexts();
  const stage = useRef<HTMLDivElement>(null);
  useKeys();
  useLights();
  useClipboard();
  usePageCommands();
  useOverlay();
  useEffect(() => {
    if (document.activeElement === document.body) stage.current?.focus();
  }, []);
  return (
    <div className="graph-stage">
      <Toolbar />
      <div
        ref={stage}
        className="graph-canvas"
        role="application"
        tabIndex={0}
        aria-label={t('canvas')}
        aria-description={t('canvasHelp')}
        onPointerDownCapture={({ target }) => isTyping(target) || stage.current?.focus({ preventScroll: true })}
      >
        <Canvas />
      </div>
      <FindBar />
      <QuickAdd />
      <ContextMenu />
      <Announced />
    </div>
  );
});

function useShownTexts(locales: readonly string[], problems: Shown['problems']): Shown {
  const { language } = useLanguage();
  const [chosen, setLocale] = useState<string>(language);
  const locale = locales.find((one) => one === chosen) ?? locales[0] ?? 'en';
  const { data } = useRead('listPlugins', {}, { enabled: useCan('connections:read') });
  const actions = useMemo(() => data?.plugins.flatMap((plugin) => plugin.actions) ?? [], [data]);
  return useMemo(() => ({ locale, setLocale, actions, problems }), [locale, actions, problems]);
}
