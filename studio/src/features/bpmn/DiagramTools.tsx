import { CompressOutlined, RedoOutlined, UndoOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button, Space, Tooltip } from 'antd';
import { useSyncExternalStore, type ReactNode } from 'react';
import { commandTitles, type DocumentStore, type Title } from '../../document/index.ts';
import { inLanguage } from '../../i18n/in-language.ts';
import { fit } from './modeler/fit.ts';
import type { TypedModeler } from './modeler/services.ts';
import { useTexts } from './texts.ts';

interface DiagramToolsProps {
  modeler: TypedModeler;
  store: DocumentStore;
  readOnly: boolean;
}

/** Undo and redo of the document, and the size of the diagram. */
export function DiagramTools({ modeler, store, readOnly }: DiagramToolsProps) {
  const t = useTexts();
  useSyncExternalStore(store.subscribe, store.revision);
  const zoom = (by: number) => () => modeler.get('zoomScroll').stepZoom(by);
  const words = (title: Title | undefined): string => (title ? wordsOf(title) : t('nothing'));
  return (
    <Space.Compact className="bpmn-tools" size="small">
      {!readOnly && (
        <>
          {tool(t('undo', { what: words(store.undoTitle()) }), <UndoOutlined />, store.undo, !store.canUndo())}
          {tool(t('redo', { what: words(store.redoTitle()) }), <RedoOutlined />, store.redo, !store.canRedo())}
        </>
      )}
      {tool(t('zoomOut'), <ZoomOutOutlined />, zoom(-1))}
      {tool(t('zoomIn'), <ZoomInOutlined />, zoom(1))}
      {tool(t('fit'), <CompressOutlined />, () => fit(modeler.get('canvas')))}
    </Space.Compact>
  );
}

function tool(title: string, icon: ReactNode, act: () => unknown, disabled = false): ReactNode {
  return (
    <Tooltip title={title} placement="bottom">
      <Button aria-label={title} icon={icon} disabled={disabled} onClick={() => void act()} />
    </Tooltip>
  );
}

/** The title of a command with its values in it. */
function wordsOf({ name, values }: Title): string {
  return inLanguage(commandTitles[name]).replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => String(values[key] ?? ''));
}
