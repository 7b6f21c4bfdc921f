import { useReactFlow } from '@xyflow/react';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { i18n } from '../../i18n/i18n.ts';
import { isTyping } from '../../ui/is-typing.ts';
import { useTell } from '../../ui/use-tell.ts';
import { Problems } from '../inspector/problems/Problems.tsx';
import { SideBar } from '../inspector/SideBar.tsx';
import { EditorContext } from '../scenarios/editor.ts';
import type { ViewProps } from '../scenarios/view.ts';
import { ContextMenu } from './actions/ContextMenu.tsx';
import { Toolbar } from './actions/Toolbar.tsx';
import { openPaletteHere } from './actions/open-palette-here.ts';
import { Announced } from './Announced.tsx';
import { Canvas } from './Canvas.tsx';
import { CanvasProvider } from './CanvasProvider.tsx';
import { FindBar } from './find/FindBar.tsx';
import { useClipboard } from './keys/use-clipboard.ts';
import { useKeys } from './keys/use-keys.ts';
import { useLights } from './keys/use-lights.ts';
import { Dock } from './palette/Dock.tsx';
import { QuickAdd } from './palette/QuickAdd.tsx';
import { createSession } from './create-session.ts';
import { OverlayContext } from './look/marks.ts';
import type { FlowEdge } from './project/project-edges.ts';
import type { CanvasNode } from './project/project-nodes.ts';
import { SessionContext } from './session.ts';
import { useTexts } from './texts.ts';
import { useOverlay } from './use-overlay.ts';
import { usePageCommands } from './use-page-commands.ts';
import './canvas.css';

/** A scenario as a graph that is drawn by hand. */
export function GraphView(props: ViewProps) {
  return (
    <CanvasProvider>
      <Graph {...props} />
    </CanvasProvider>
  );
}

function Graph({ scenario, checking, chat }: ViewProps) {
  const tell = useTell();
  const flow = useReactFlow<CanvasNode, FlowEdge>();
  const [session] = useState(() =>
    createSession({
      ...scenario,
      flow,
      say: (text, values = {}) => tell.done(i18n.t(text, { ns: 'canvas', ...values })),
    }),
  );
  const connect = useCallback(
    (step: string, exit: string): void => {
      session.goTo(step);
      requestAnimationFrame(() => openPaletteHere(session, { connects: true, on: exit }));
    },
    [session],
  );
  return (
    <SessionContext value={session}>
      <EditorContext value={session}>
        <OverlayContext value={scenario.overlay}>
          <div className="graph">
            {!scenario.readOnly && <Dock />}
            <div className="graph-main">
              <Stage />
              <Problems checking={checking} onConnect={connect} />
            </div>
            <SideBar chat={chat} />
          </div>
        </OverlayContext>
      </EditorContext>
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
