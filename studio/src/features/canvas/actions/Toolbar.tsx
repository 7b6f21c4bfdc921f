import {
  AimOutlined,
  AlignCenterOutlined,
  AlignLeftOutlined,
  ApartmentOutlined,
  ColumnWidthOutlined,
  ColumnHeightOutlined,
  DragOutlined,
  PlusOutlined,
  RedoOutlined,
  SearchOutlined,
  SelectOutlined,
  UndoOutlined,
  VerticalAlignMiddleOutlined,
  VerticalAlignTopOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Select } from 'antd';
import { useSyncExternalStore } from 'react';
import { LANGUAGE_NAMES } from '../../../app/language-names.ts';
import { useShown } from '../../scenarios/shown.ts';
import { useSession } from '../session.ts';
import { useTexts } from '../texts.ts';
import { ActionButton } from './ActionButton.tsx';
import { titleWords } from './title-words.ts';

/** What is done most, over the canvas. */
export function Toolbar() {
  const t = useTexts();
  const { store, selection, tool, readOnly } = useSession();
  const isHand = tool.use() === 'hand';
  const several = selection.use().length > 1;
  const undo = useSyncExternalStore(store.subscribe, () => titleWords(store.undoTitle()));
  const redo = useSyncExternalStore(store.subscribe, () => titleWords(store.redoTitle()));
  return (
    <div className="graph-tools" role="toolbar" aria-label={t('toolbar')}>
      {!readOnly && (
        <span>
          <ActionButton name="add" icon={<PlusOutlined />} />
          <ActionButton name="undo" icon={<UndoOutlined />} title={undo && t('undoWhat', { what: undo })} />
          <ActionButton name="redo" icon={<RedoOutlined />} title={redo && t('redoWhat', { what: redo })} />
        </span>
      )}
      <span>
        <ActionButton name="pointer" icon={<SelectOutlined />} pressed={!isHand} />
        <ActionButton name="hand" icon={<DragOutlined />} pressed={isHand} />
      </span>
      <span>
        {!readOnly && !several && <ActionButton name="tidy" icon={<ApartmentOutlined />} />}
        {!readOnly && several && (
          <>
            <ActionButton name="tidySelection" icon={<ApartmentOutlined />} />
            <ActionButton name="alignLeft" icon={<AlignLeftOutlined />} />
            <ActionButton name="alignCentre" icon={<AlignCenterOutlined />} />
            <ActionButton name="alignTop" icon={<VerticalAlignTopOutlined />} />
            <ActionButton name="alignMiddle" icon={<VerticalAlignMiddleOutlined />} />
            <ActionButton name="distributeX" icon={<ColumnWidthOutlined />} />
            <ActionButton name="distributeY" icon={<ColumnHeightOutlined />} />
          </>
        )}
        <ActionButton name="find" icon={<SearchOutlined />} />
      </span>
      <span>
        <ActionButton name="zoomOut" icon={<ZoomOutOutlined />} />
        <ActionButton name="zoomIn" icon={<ZoomInOutlined />} />
        <ActionButton name="fit" icon={<AimOutlined />} />
      </span>
      <TextLanguage />
    </div>
  );
}

/** In which language of the scenario its texts are shown on the cards. */
function TextLanguage() {
  const t = useTexts();
  const { locale, setLocale } = useShown();
  const { store } = useSession();
  const locales = useSyncExternalStore(store.subscribe, () => store.get().locales);
  if (locales.length < 2) return null;
  const nameOf = (one: string): string => LANGUAGE_NAMES[one as keyof typeof LANGUAGE_NAMES] ?? one;
  return (
    <span>
      <Select
        variant="borderless"
        aria-label={t('textLanguage')}
        value={locale}
        options={locales.map((value) => ({ value, label: nameOf(value) }))}
        onChange={setLocale}
      />
    </span>
  );
}
